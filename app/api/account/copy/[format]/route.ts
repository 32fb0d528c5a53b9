import { nothing } from '@/app/api/files/stored'
import { currentViewer, signedInLately } from '@/lib/accounts/session'
import { address } from '@/lib/addresses'
import { fileStore } from '@/lib/file-store'
import { getOwnCopy } from '@/lib/privacy/queries'

const formats = { html: { of: 'page', type: 'text/html' }, json: { of: 'json', type: 'application/json' } } as const
const isFormat = (format: string): format is keyof typeof formats => Object.hasOwn(formats, format)

/**
 * One's own copy of one's data, to be saved. The address names nobody, so nobody's can be asked for but one's own; whoever
 * did not sign in just now is led to the page that lets them.
 */
export async function GET(_: Request, { params }: { params: Promise<{ format: string }> }): Promise<Response> {
  const { format } = await params
  const copy = isFormat(format) ? await getOwnCopy(await currentViewer()) : null
  if (!copy?.readyAt || !isFormat(format)) return nothing()
  if (!(await signedInLately())) return new Response(null, { status: 303, headers: { location: address(copy.language, 'accountCopy'), 'cache-control': 'private, no-store' } })
  const { of, type } = formats[format]
  const bytes = await (await fileStore()).get(copy[of])
  if (!bytes) return nothing()
  return new Response(bytes, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="glos-torunia.${format}"`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    },
  })
}
