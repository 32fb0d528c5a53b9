import { currentViewer } from '@/lib/accounts/session'
import { isLanguage } from '@/lib/language'
import { translator } from '@/lib/messages'
import { isOwnForm, notOurForm } from '@/lib/own-form'
import { toPdf } from '@/lib/pdf'
import { canonLine } from '@/lib/text'
import { inUtf8 } from '@/lib/utf8'
import { certificateOf } from '@/lib/volunteering/certificate'
import { getCertificate } from '@/lib/volunteering/queries/own'

const charactersAtMost = 100
const bytesAtMost = 4096
const refuse = (status: number, reason: string) => new Response(reason, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' } })

/**
 * One's own certificate as PDF. Asked by a form, since the name that is to stand on it belongs in no log; it is not kept.
 * Whoever has nothing noted for this call finds nothing here (404).
 */
export async function POST(request: Request, { params }: { params: Promise<{ call: string }> }): Promise<Response> {
  if (!isOwnForm(request.headers)) return notOurForm()
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded') || !inUtf8(type)) return refuse(415, 'This is no form.')
  if (!(Number(request.headers.get('content-length')) <= bytesAtMost)) return refuse(413, 'This is too much at once.')
  const fields = new URLSearchParams(await request.text())
  const sent = fields.get('language')
  const language = isLanguage(sent) ? sent : 'pl'
  const t = translator(language)
  const name = canonLine(fields.get('name') ?? '')
  if (name.length > charactersAtMost) return refuse(422, t('problem.tooLong', { max: charactersAtMost }))
  const certificate = await getCertificate(await currentViewer(), (await params).call)
  if (!certificate) return refuse(404, t('objection.missing'))
  const file = await toPdf(certificateOf(certificate, name, new Date(), language))
  return new Response(file, {
    headers: { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${t('volunteering.certificate.file')}"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  })
}
