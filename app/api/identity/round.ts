import { address, withQuery } from '@/lib/addresses'
import { env } from '@/lib/env'
import type { Language } from '@/lib/language'
import type { MessageKey } from '@/lib/messages'
import { Refusal } from '@/lib/refusal'

/** What a browser keeps while its person is at the identity provider. Lax, since they come back from another site. */
export const roundCookie = () => {
  const secure = env.origin.startsWith('https:')
  return { name: secure ? '__Host-glos-identity' : 'glos-identity', httpOnly: true, sameSite: 'lax', secure, path: '/' } as const
}

const headers = { 'cache-control': 'private, no-store' }
const seeOther = (location: string) => new Response(null, { status: 303, headers: { ...headers, location } })
const account = (language: Language, said: Record<string, string | undefined>) => `${withQuery(address(language, 'account'), said)}#zamieszkanie` as const

/** To one's account, which says that it is done. */
export const verified = (language: Language) => seeOther(account(language, { potwierdzono: '1' }))

/** To one's account, which says why not. @throws what is no refusal */
export function refused(language: Language, error: unknown) {
  if (!(error instanceof Refusal)) throw error
  const { key, values } = error.objection
  return seeOther(account(language, { odmowa: key, minuty: values?.minutes?.toString() }))
}

/** To signing in, and from there to one's account, which says why to begin anew. */
export const signInFirst = (language: Language, why?: MessageKey) => seeOther(withQuery(address(language, 'signIn'), { powrot: account(language, { odmowa: why }) }))
