import { redirect } from 'next/navigation'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery, type Address } from '@/lib/addresses'
import { assesses } from '@/lib/assessment/rules'
import type { Language } from '@/lib/language'
import type { Person } from '@/lib/person'

/** Whoever assesses or leads the call; others are sent to sign in, or find nothing here. */
export async function whoAssesses(language: Language, here: Address): Promise<Person> {
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  if (assesses(viewer, null)) nothingHere()
  return viewer
}
