import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '../../accounts/tables'
import { command } from '../../command'
import type { Tx } from '../../db'
import type { Person } from '../../person'
import { everyone } from '../../policy'
import { tag } from '../../tags'
import { canConfirmBan, canImpose, confirmBanInput, daysToConfirm, type Imposed } from '../banning'
import { applySanctions } from '../in-force'
import { tellConcerned } from '../letter'
import { banProposals } from '../sanction-tables'
import { canLift, liftInput, sanctionInput, type SanctionKind } from '../sanctions'
import { banLocked, banWaits, sanctionLocked, somebodyLocked } from '../somebody'
import { decisions, warningsRead } from '../tables'
import { dropBan } from '../taking-back'

const quicker = { decisions_one_at_a_time: { key: 'moderation.objection.alreadyDecided' }, decisions_undone_once: { key: 'moderation.objection.lift' } } as const

async function somebodyToSanction(tx: Tx, input: { personId: string; kind: SanctionKind; seen: string | null }, person: Person): Promise<Imposed | undefined> {
  const somebody = await somebodyLocked(tx, input, person)
  return somebody && { ...somebody, kind: input.kind, banWaits: (await tx.$count(banProposals, and(eq(banProposals.personId, somebody.id), banWaits))) > 0 }
}

/**
 * Warns somebody, slows them down or suspends them. A ban is only proposed by it: until another moderator confirms it, the
 * account is suspended, so that nobody has to wait for the second pair of eyes.
 */
export const sanctionPerson = command({
  event: 'person.sanctioned',
  input: sanctionInput,
  limit: { max: 100, minutes: 60 },
  load: somebodyToSanction,
  allow: canImpose,
  async run({ tx, person, input, subject }) {
    const { personId, ground, sentence } = input
    const kind = input.kind === 'ban' ? 'suspend' : input.kind
    const days = input.kind === 'ban' ? daysToConfirm : input.kind === 'warn' ? null : input.days
    const why = { ground, law: ground === 'illegal' ? input.law : null, sentence }
    const [decision] = await tx
      .insert(decisions)
      .values({ ...why, personId, kind, until: days === null ? null : sql`clock_timestamp() + make_interval(days => ${days})`, minutes: input.kind === 'slow' ? input.minutes : null, moderatorId: person.id, afterId: subject.newest })
      .returning()
    if (input.kind === 'ban') await tx.insert(banProposals).values({ ...why, personId, proposedById: person.id, expiresAt: decision!.until!, suspensionId: decision!.id })
    await applySanctions(tx, personId)
    await tellConcerned(tx, { ...decision!, kind, personId, banProposed: input.kind === 'ban' })
    return { id: decision!.id, personId }
  },
  touches: () => [tag.ledger],
  conflicts: quicker,
})

/** The second pair of eyes: the ban is decided now, in the name of whoever confirms it, and ends every session in this very transaction. */
export const confirmBan = command({
  event: 'ban.confirmed',
  input: confirmBanInput,
  limit: { max: 100, minutes: 60 },
  load: banLocked,
  allow: canConfirmBan,
  async run({ tx, person, subject: { id: personId, newest, proposal: { id, ground, law, sentence } } }) {
    const [decision] = await tx.insert(decisions).values({ personId, kind: 'ban', ground, law, sentence, moderatorId: person.id, afterId: newest }).returning()
    await tx.update(banProposals).set({ outcome: 'confirmed', settledById: person.id, settledAt: sql`clock_timestamp()`, decisionId: decision!.id }).where(eq(banProposals.id, id))
    await applySanctions(tx, personId)
    await tellConcerned(tx, { ...decision!, kind: 'ban', personId })
    return { id: decision!.id, personId }
  },
  touches: () => [tag.ledger],
  conflicts: { ...quicker, ban_proposals_four_eyes: { key: 'sanction.objection.fourEyes' }, bans_take_two: { key: 'sanction.objection.fourEyes' } },
})

/** Takes a sanction back before its time; a ban that waits to be confirmed falls with the suspension that it brought. */
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
    await dropBan(tx, decisionId, person.id)
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
