import { eq, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import type { Person } from '../../person'
import { Refusal } from '../../refusal'
import { tag } from '../../tags'
import { teamHeld } from '../membership'
import { canEditProfile, profileInput } from '../profile'
import { organisations } from '../tables'

const ownTeam = (tx: Tx, { id }: { id: string }, person: Person) => teamHeld(tx, { organisationId: id }, person)

/**
 * Changes what an organisation says about itself. Name, seat and numbers are not here: they were checked. Whoever saw an
 * older profile is refused, so that nobody's change is overwritten unseen.
 */
export const updateProfile = command({
  event: 'organisation.profile-changed',
  input: profileInput,
  limit: { max: 60, minutes: 60 },
  load: ownTeam,
  allow: canEditProfile,
  async run({ tx, input: { id, revision, ...profile }, subject }) {
    const [current] = await tx.select({ revision: organisations.profileRevision }).from(organisations).where(eq(organisations.id, id))
    if (current!.revision !== revision) throw new Refusal('conflict', { key: 'organisation.objection.profileChanged' })
    await tx.update(organisations).set({ ...profile, profileRevision: sql`${organisations.profileRevision} + 1` }).where(eq(organisations.id, id))
    return { id, slug: subject.slug, confirmed: subject.confirmed }
  },
  touches: ({ input }) => [tag.organisations, tag.organisation(input.id)],
})
