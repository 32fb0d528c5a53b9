import { cookies } from 'next/headers'
import { verifyResidence } from '@/lib/accounts/commands'
import { endVerification } from '@/lib/accounts/identity'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { Refusal } from '@/lib/refusal'
import { roundCookie } from '../round-cookie'

const headers = { 'cache-control': 'private, no-store' }
const seeOther = (location: string) => new Response(null, { status: 303, headers: { ...headers, location } })

/** Where the identity provider sends people back to; a round is good for one answer. */
export async function GET(request: Request) {
  const account = address('pl', 'account')
  const viewer = await currentViewer()
  if (!viewer) return seeOther(withQuery(address('pl', 'signIn'), { powrot: account }))
  const jar = await cookies()
  const { name } = roundCookie()
  const sealed = jar.get(name)?.value
  jar.set({ ...roundCookie(), value: '', maxAge: 0 })
  try {
    await verifyResidence(viewer, await endVerification(viewer, sealed, new URL(request.url).searchParams))
    return seeOther(withQuery(account, { potwierdzono: '1' }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return seeOther(withQuery(account, { odmowa: error.objection.key }))
  }
}
