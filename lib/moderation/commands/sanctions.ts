import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { people, roleGrants } from '../../accounts/tables'
import { command } from '../../command'
import type { Tx } from '../../db'
import { organisationMembers } from '../../organisations/tables'
import type { Person, Role } from '../../person'
import { everyone } from '../../policy'
import { tag } from '../../tags'
import { newestAbout } from '../held'
import { applySanctions } from '../in-force'
import { tellConcerned } from '../letter'
import { canLift, canSanction, liftInput, sanctionInput, type Lifted, type Sanctioned } from '../sanctions'
import { decisions, warningsRead } from '../tables'

/** Somebody, locked until they are decided about. */
async function somebodyLocked(tx: Tx, { personId, seen }: { personId: string; seen: string | null }, person: Person): Promise<Sanctioned | undefined> {
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

const quicker = { decisions_one_at_a_time: { key: 'moderation.objection.alreadyDecided' }, decisions_undone_once: { key: 'moderation.objection.lift' } } as const

/** Warns somebody, slows them down, suspends or bans them. A ban ends every session of theirs in this very transaction. */
export const sanctionPerson = command({
  event: 'person.sanctioned',
  input: sanctionInput,
  limit: { max: 100, minutes: 60 },
  load: somebodyLocked,
  allow: canSanction,
  async run({ tx, person, input, subject }) {
    const { personId, kind, ground, law, sentence } = input
    const [decision] = await tx
      .insert(decisions)
      .values({
        personId,
        kind,
        ground,
        law: ground === 'illegal' ? law : null,
        sentence,
        until: kind === 'slow' || kind === 'suspend' ? sql`clock_timestamp() + make_interval(days => ${input.days})` : null,
        minutes: kind === 'slow' ? input.minutes : null,
        moderatorId: person.id,
        afterId: subject.newest,
      })
      .returning()
    await applySanctions(tx, personId)
    await tellConcerned(tx, { ...decision!, kind, personId })
    return { id: decision!.id, personId }
  },
  touches: () => [tag.ledger],
  conflicts: quicker,
})

/** A sanction, with the person whom it is on, locked likewise. */
async function sanctionLocked(tx: Tx, { decisionId, seen }: { decisionId: string; seen: string | null }, person: Person): Promise<Lifted | undefined> {
  const [decision] = await tx.select({ personId: decisions.personId, kind: decisions.kind }).from(decisions).where(eq(decisions.id, decisionId))
  const somebody = decision?.personId ? await somebodyLocked(tx, { personId: decision.personId, seen }, person) : undefined
  return somebody && { ...somebody, kind: decision!.kind, undone: (await tx.$count(decisions, eq(decisions.undoesId, decisionId))) > 0 }
}

/** Takes a sanction back before its time. */
export const liftSanction = command({
  event: 'person.sanction-lifted',
  input: liftInput,
  limit: { max: 100, minutes: 60 },
  load: sanctionLocked,
  allow: canLift,
  async run({ tx, person, input: { decisionId, sentence }, subject }) {
    const [decision] = await tx
      .insert(decisions)
      .values({ personId: subject.id, kind: 'lift', ground: 'none', sentence, moderatorId: person.id, afterId: subject.newest, undoesId: decisionId })
      .returning()
    await applySanctions(tx, subject.id)
    await tellConcerned(tx, { ...decision!, kind: 'lift', personId: subject.id })
    return { id: decision!.id, personId: subject.id }
  },
  touches: () => [tag.ledger],
  conflicts: quicker,
})

/** A warning of one's own. */
async function ownWarning(tx: Tx, { decisionId }: { decisionId: string }, person: Person) {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, person.id)).for('update')
  const [warning] = await tx.select({ id: decisions.id }).from(decisions).where(and(eq(decisions.id, decisionId), eq(decisions.kind, 'warn'), eq(decisions.personId, person.id)))
  return warning
}

/** Says that one knows a warning; one may write again. */
export const acknowledgeWarning = command({
  event: 'person.warning-read',
  input: z.strictObject({ decisionId: z.uuid('problem.invalid') }),
  load: ownWarning,
  allow: everyone,
  async run({ tx, person, input: { decisionId } }) {
    await tx.insert(warningsRead).values({ decisionId }).onConflictDoNothing()
    await applySanctions(tx, person.id)
    return { id: decisionId }
  },
})
