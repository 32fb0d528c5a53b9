import { cookies } from 'next/headers'
import { env } from '../env'
import type { Viewer } from '../person'
import { personOfSession } from './people'

/** The session's cookie. With https its name forbids any other host or path to set it. */
export const sessionCookie = () => (env.origin.startsWith('https:') ? '__Host-glos-session' : 'glos-session')

/** Who is asking. A query of our own that never writes, unlike next-auth's. */
export async function currentViewer(): Promise<Viewer> {
  const token = (await cookies()).get(sessionCookie())?.value
  return token ? personOfSession(token) : null
}
