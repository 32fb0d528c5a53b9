import { env } from '@/lib/env'

/** What a browser keeps while its person is at the identity provider. Lax, since they come back from another site. */
export const roundCookie = () => {
  const secure = env.origin.startsWith('https:')
  return { name: secure ? '__Host-glos-identity' : 'glos-identity', httpOnly: true, sameSite: 'lax', secure, path: '/' } as const
}
