import { redirect } from 'next/navigation'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery, type Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { isModerator } from '@/lib/moderation/rules'
import type { Person } from '@/lib/person'

/** The moderator who looks at a page of the desk. Others do not learn that there is one; whoever is not signed in may do so first. */
export async function moderatorAt(language: Language, here: Address): Promise<Person> {
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  if (!isModerator(viewer)) nothingHere()
  return viewer
}
