import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import { comments } from '../../discussion/tables'
import { ballots } from '../../voting/tables'
import { flagHeld } from '../held'
import { canDismiss, canRaise, flagInput, flagReasonInput, type Evidence, type Found } from '../rules'
import { flagBallots, flagComments, flags } from '../tables'

/** The open flag that this adds to, locked; undefined where there is nothing to add, or where what was proposed about stays as it was proposed. */
async function flagToRaise(tx: Tx, { kind, questionId, threadId, cluster, items }: Found) {
  if (!(await areThere(tx, { questionId, threadId, items }))) return undefined
  const about = questionId ? eq(flags.questionId, questionId) : eq(flags.threadId, threadId!)
  const ids = sql.param(items)
  const known = questionId
    ? sql<number>`(select count(*)::int from flag_ballots where flag_id = flags.id and ballot_id = any(${ids}::uuid[]))`
    : sql<number>`(select count(*)::int from flag_comments where flag_id = flags.id and comment_id = any(${ids}::uuid[]))`
  const [open] = await tx
    .select({ id: flags.id, evidence: flags.evidence, known, proposed: sql<boolean>`exists (select from ballot_decisions where flag_id = flags.id and rejected_at is null)` })
    .from(flags)
    .where(and(eq(flags.kind, kind), about, isNull(flags.settledAt), sql`(${flags.cluster} = ${cluster} or ${known} > 0)`))
    .limit(1)
    .for('update')
  return open && (open.proposed || open.known === new Set(items).size) ? undefined : { open: open ?? null }
}

async function areThere(tx: Tx, { questionId, threadId, items }: Pick<Found, 'questionId' | 'threadId' | 'items'>): Promise<boolean> {
  const there = questionId
    ? await tx.$count(ballots, and(eq(ballots.questionId, questionId), inArray(ballots.id, items)))
    : await tx.$count(comments, and(eq(comments.threadId, threadId!), inArray(comments.id, items)))
  return there === new Set(items).size
}

/** Lays before people what was counted; what an open flag knows already is added to it. By the server alone. */
export const raiseFlag = command({
  event: 'flag.raised',
  input: flagInput,
  load: flagToRaise,
  allow: canRaise,
  async run({ tx, input: { items, ...found }, subject: { open } }) {
    const [flag] = open ? [open] : await tx.insert(flags).values(found).returning({ id: flags.id, evidence: flags.evidence })
    const { id } = flag!
    if (found.questionId) await tx.insert(flagBallots).values(items.map((ballotId) => ({ flagId: id, ballotId }))).onConflictDoNothing()
    else await tx.insert(flagComments).values(items.map((commentId) => ({ flagId: id, commentId }))).onConflictDoNothing()
    const counted = await tx.$count(found.questionId ? flagBallots : flagComments, eq(found.questionId ? flagBallots.flagId : flagComments.flagId, id))
    if (open) await tx.update(flags).set({ evidence: together(open.evidence, found.evidence, counted), lastAt: sql`greatest(${flags.lastAt}, ${found.lastAt.toISOString()}::timestamptz)` }).where(eq(flags.id, id))
    return { id }
  },
  conflicts: { flags_open_once: { key: 'integrity.objection.settled' } },
})

const together = (before: Evidence, found: Evidence, items: number): Evidence => ({ items, people: Math.max(before.people, found.people), newAccounts: Math.max(before.newAccounts, found.newAccounts) })

/** Looks at a flag and does nothing, for a reason that is kept. What happens later may raise another. */
export const dismissFlag = command({
  event: 'flag.dismissed',
  input: flagReasonInput,
  limit: { max: 120, minutes: 60 },
  load: flagHeld,
  allow: canDismiss,
  async run({ tx, person, input: { flagId, reason } }) {
    await tx.update(flags).set({ settledAt: sql`clock_timestamp()`, settledById: person.id, outcome: 'nothing', reason }).where(eq(flags.id, flagId))
    return { id: flagId }
  },
})
