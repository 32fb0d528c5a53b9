import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { people, roleGrants } from '../accounts/tables'
import type { Tx } from '../db'
import { organisationMembers } from '../organisations/tables'
import type { Person, Role } from '../person'
import type { BanHeld } from './banning'
import { newestAbout } from './held'
import { banProposals } from './sanction-tables'
import type { Lifted, Sanctioned } from './sanctions'
import { decisions } from './tables'

// People, and what is decided about them, as commands hold them meanwhile.

type Seen = { seen: string | null }

/** Somebody, locked until they are decided about. */
export async function somebodyLocked(tx: Tx, { personId, seen }: { personId: string } & Seen, person: Person): Promise<Sanctioned | undefined> {
  const [somebody] = await tx.select({ id: people.id, erasedAt: people.erasedAt }).from(people).where(eq(people.id, personId)).for('update')
  if (!somebody) return undefined
  const [more] = await tx
    .select({
      roles: sql<Role[]>`(select coalesce(array_agg(role), '{}') from ${roleGrants} where person_id = ${personId})`,
      together: sql<boolean>`exists (select from ${organisationMembers} theirs join ${organisationMembers} ours using (organisation_id) where theirs.person_id = ${personId} and ours.person_id = ${person.id})`,
    })
    .from(people)
    .where(eq(people.id, personId))
  return { id: personId, roles: more!.roles, erased: somebody.erasedAt !== null, own: personId === person.id || more!.together, newest: await newestAbout(tx, eq(decisions.personId, personId)), seen }
}

/** Whether a proposed ban waits to be confirmed, by the database's clock. */
export const banWaits = and(isNull(banProposals.outcome), gt(banProposals.expiresAt, sql`clock_timestamp()`))

/** A sanction, with the person whom it is on, locked likewise. */
export async function sanctionLocked(tx: Tx, { decisionId, seen }: { decisionId: string } & Seen, person: Person): Promise<Lifted | undefined> {
  const [decision] = await tx.select({ personId: decisions.personId, kind: decisions.kind }).from(decisions).where(eq(decisions.id, decisionId))
  const somebody = decision?.personId ? await somebodyLocked(tx, { personId: decision.personId, seen }, person) : undefined
  return somebody && { ...somebody, kind: decision!.kind, undone: (await tx.$count(decisions, eq(decisions.undoesId, decisionId))) > 0 }
}

/** A ban that was proposed, with the person whom it is about, locked likewise, and read only then. */
export async function banLocked(tx: Tx, { proposalId, seen }: { proposalId: string } & Seen, person: Person) {
  const [about] = await tx.select({ personId: banProposals.personId }).from(banProposals).where(eq(banProposals.id, proposalId))
  const somebody = about && (await somebodyLocked(tx, { ...about, seen }, person))
  if (!somebody) return undefined
  const [proposal] = await tx.select({ id: banProposals.id, ground: banProposals.ground, law: banProposals.law, sentence: banProposals.sentence, proposedById: banProposals.proposedById, waits: sql<boolean>`${banWaits}` }).from(banProposals).where(eq(banProposals.id, proposalId))
  const held: BanHeld = { ...somebody, waits: proposal!.waits, proposedBySelf: proposal!.proposedById === person.id }
  return { ...held, proposal: proposal! }
}
