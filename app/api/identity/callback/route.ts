import { cookies } from 'next/headers'
import { verifyResidence } from '@/lib/accounts/commands'
import { endVerification, languageOfRound } from '@/lib/accounts/identity'
import { currentViewer } from '@/lib/accounts/session'
import { Refusal } from '@/lib/refusal'
import { refused, roundCookie, signInFirst, verified } from '../round'

/** Where the identity provider sends people back to; a round is good for one answer. */
export async function GET(request: Request) {
  const jar = await cookies()
  const sealed = jar.get(roundCookie().name)?.value
  const language = languageOfRound(sealed)
  const viewer = await currentViewer()
  if (!viewer) return signInFirst(language, 'residency.objection.signedOut')
  jar.set({ ...roundCookie(), value: '', maxAge: 0 })
  try {
    // Whoever opens a used address again is told what is, not that something failed.
    if (viewer.level === 'verified') throw new Refusal('conflict', { key: 'residency.objection.hasOne' })
    await verifyResidence(viewer, await endVerification(viewer, sealed, new URL(request.url).searchParams))
    return verified(language)
  } catch (error) {
    return refused(language, error)
  }
}
