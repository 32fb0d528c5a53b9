import { cookies } from 'next/headers'
import { env } from '../env'
import type { Viewer } from '../person'
import { freshMinutes } from './rules'
import { personOfSession, sessionIsYoungerThan } from './people'

/** The session's cookie. With https its name forbids any other host or path to set it. */
export const sessionCookie = () => (env.origin.startsWith('https:') ? '__Host-glos-session' : 'glos-session')

/** Where next-auth keeps the address to return to: under a name that other hosts cannot set, since it stumbles over what is no address. */
export const returnCookie = () => `${sessionCookie()}-return`
export const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: env.origin.startsWith('https:') }) as const

/** Takes the session's cookies out of the browser. With all their options: without them a browser does not hear of cookies with such names. */
export async function forgetSession(): Promise<void> {
  const jar = await cookies()
  for (const name of [sessionCookie(), returnCookie()]) jar.set({ name, value: '', ...cookieOptions(), maxAge: 0 })
}

/** Who is asking. A query of our own that never writes, unlike next-auth's. */
export async function currentViewer(): Promise<Viewer> {
  const token = (await cookies()).get(sessionCookie())?.value
  return token ? personOfSession(token) : null
}

/** Whether whoever asks signed in a short while ago: for what somebody who finds an open browser must not get. */
export async function signedInLately(): Promise<boolean> {
  const token = (await cookies()).get(sessionCookie())?.value
  return !!token && sessionIsYoungerThan(token, freshMinutes)
}
