import { currentViewer } from '@/lib/accounts/session'
import { translator, type MessageKey } from '@/lib/messages'
import { fileQuery } from '@/lib/opendata/rules'
import { exported } from '@/lib/proposals/exported'
import { fileOf } from '@/lib/proposals/offer-files'
import { offerDocument } from '@/lib/proposals/offer-form'
import { fileTypes } from '@/lib/proposals/offer-formats'
import { getOwnOffer } from '@/lib/proposals/queries/offers'
import { slugOf } from '@/lib/text'

type Context = { params: Promise<{ id: string }> }

/**
 * A proposal for the members of its organisation, as a draft too: the same files as the public ones, with the
 * organisation's contact. 404 for everybody else, 409 while the draft cannot be read yet.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const asked = fileQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) return refuse(request, 400, 'openData.api.badRequest')
  const { format, language } = asked.data
  const offer = await getOwnOffer(await currentViewer(), (await params).id)
  if (!offer) return refuse(request, 404, 'openData.api.notFound')
  if (offer === 'unfinished') return refuse(request, 409, 'offerForm.download.whenWhole')
  const name = `${slugOf(offer.content.title)}.${format}`
  const headers = { 'cache-control': 'private, no-store', 'content-disposition': `attachment; filename="${name}"` }
  if (format === 'json') return Response.json(exported(offer), { headers })
  return new Response(await fileOf(offerDocument(offer, language), format), { headers: { ...headers, 'content-type': fileTypes[format] } })
}

/** In words, for somebody who followed a link. */
function refuse(request: Request, status: number, key: MessageKey): Response {
  const language = request.headers.get('accept-language')?.startsWith('en') ? 'en' : 'pl'
  return new Response(translator(language)(key), { status, headers: { 'cache-control': 'private, no-store', 'content-type': 'text/plain; charset=utf-8' } })
}
