import { cookies } from 'next/headers'
import { beginVerification } from '@/lib/accounts/identity'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress, withQuery } from '@/lib/addresses'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/refusal'
import { roundCookie } from '../round-cookie'

const headers = { 'cache-control': 'private, no-store' }
const seeOther = (location: string) => new Response(null, { status: 303, headers: { ...headers, location } })

/** A page and not a redirect: the policy lets forms lead to our own pages only (CSP `form-action`). */
function onTo(url: string): Response {
  const address = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const page = `<!doctype html><html lang="pl"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}"><title>Głos Torunia</title><p><a href="${address}">→</a></p></html>`
  return new Response(page, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}

/** Sends whoever is signed in to the identity provider. */
export async function POST(request: Request) {
  if (request.headers.get('origin') !== env.origin) return new Response('This form was sent from another site.', { status: 403 })
  const account = ownAddress((await request.formData().catch(() => null))?.get('_from')) ?? address('pl', 'account')
  const viewer = await currentViewer()
  if (!viewer) return seeOther(withQuery(address('pl', 'signIn'), { powrot: account }))
  try {
    const { url, sealed } = await beginVerification(viewer)
    ;(await cookies()).set({ ...roundCookie(), value: sealed, maxAge: 600 })
    return onTo(url)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return seeOther(withQuery(account, { odmowa: error.objection.key }))
  }
}
