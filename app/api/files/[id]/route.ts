import { currentViewer } from '@/lib/accounts/session'
import { asDownload } from '@/lib/file-names'
import { fileTypes } from '@/lib/file-types'
import { mayBeServed } from '@/lib/files'
import { translator } from '@/lib/messages'
import { getAttachment } from '@/lib/proposals/queries/attachments'
import { answerWith, nothing } from '../stored'

/** An attached file, always to be saved, never shown: see the headers of `/api/files` in next.config.ts. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const file = await getAttachment(await currentViewer(), (await params).id)
  if (!file) return nothing()
  if (mayBeServed(file.scan)) return answerWith(file, request, { 'content-type': fileTypes[file.type].media, 'content-disposition': asDownload(file.name) })
  const why = file.scan === 'waiting' ? 'file.waits' : 'file.wasInfected'
  return new Response(`${translator('pl')(why)}\n${translator('en')(why)}\n`, { status: file.scan === 'waiting' ? 409 : 410, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
