import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../db'
import type { Person } from '../person'
import { questions } from '../voting/tables'
import type { DecisionState, FlagState } from './rules'
import { ballotDecisions, flags } from './tables'

// Names are written out: Drizzle leaves tables out of the columns of a query of one table, and these have others inside.

/** Whether a person has a vote or a comment in a flag, or belongs to the organisation whose proposal it is about. */
export const isOwnFlag = (personId: string, flagId: string | SQL) => sql<boolean>`(
  exists (select from flag_ballots join ballots on ballots.id = flag_ballots.ballot_id where flag_ballots.flag_id = ${flagId}::uuid and ballots.person_id = ${personId}::uuid)
  or exists (select from flag_comments join comments on comments.id = flag_comments.comment_id where flag_comments.flag_id = ${flagId}::uuid and comments.author_id = ${personId}::uuid)
  or exists (select from flags about join proposals on proposals.question_id = about.question_id or proposals.thread_id = about.thread_id
    join organisation_members members on members.organisation_id = proposals.organisation_id where about.id = ${flagId}::uuid and members.person_id = ${personId}::uuid))`

/** What is being done about the votes of a flag. */
export const decisionOfFlag = sql<FlagState['decision']>`coalesce((select case when confirmed_at is null then 'proposed' else 'confirmed' end from ballot_decisions where flag_id = flags.id and rejected_at is null), 'none')`

/** The flag, locked until it is decided about. */
export async function flagHeld(tx: Tx, { flagId }: { flagId: string }, person: Person): Promise<(FlagState & { questionId: string | null }) | undefined> {
  const [held] = await tx.select({ id: flags.id }).from(flags).where(eq(flags.id, flagId)).for('update')
  if (!held) return undefined
  const [flag] = await tx
    .select({ questionId: flags.questionId, settledAt: flags.settledAt, own: isOwnFlag(person.id, flagId), decision: decisionOfFlag, ballots: ballotsOf })
    .from(flags)
    .where(eq(flags.id, flagId))
  const { settledAt, ...state } = flag!
  return { ...state, settled: settledAt !== null, about: state.questionId ? 'question' : 'thread' }
}

/** How many votes of it are counted now. */
const ballotsOf = sql<number>`(select count(*)::int from flag_ballots join ballots on ballots.id = flag_ballots.ballot_id where flag_ballots.flag_id = flags.id and ballots.choices <> '{}' and ballots.invalidated_by is null)`

const undoing = alias(ballotDecisions, 'undoing')

/**
 * A decision about votes with its question, both locked: nobody votes and nobody counts until it is done, so a count
 * sees all of it or nothing.
 */
export async function decisionHeld(tx: Tx, { decisionId }: { decisionId: string }, person: Person) {
  const [named] = await tx.select({ questionId: ballotDecisions.questionId }).from(ballotDecisions).where(eq(ballotDecisions.id, decisionId))
  if (!named) return undefined
  await tx.select({ id: questions.id }).from(questions).where(eq(questions.id, named.questionId)).for('update')
  await tx.select({ id: ballotDecisions.id }).from(ballotDecisions).where(eq(ballotDecisions.id, decisionId)).for('update')
  const [decision] = await tx
    .select({
      kind: ballotDecisions.kind,
      questionId: ballotDecisions.questionId,
      flagId: sql<string>`coalesce(${ballotDecisions.flagId}, (select undone.flag_id from ballot_decisions undone where undone.id = ${ballotDecisions.undoesId}))`,
      undoesId: ballotDecisions.undoesId,
      ballots: ballotDecisions.ballots,
      reason: ballotDecisions.reason,
      proposedById: ballotDecisions.proposedById,
      state: sql<DecisionState['state']>`case when ${ballotDecisions.confirmedAt} is not null then 'confirmed' when ${ballotDecisions.rejectedAt} is not null then 'rejected' else 'proposed' end`,
      undone: sql<DecisionState['undone']>`case when ${undoing.id} is null then 'no' when ${undoing.confirmedAt} is null then 'proposed' else 'yes' end`,
    })
    .from(ballotDecisions)
    .leftJoin(undoing, and(eq(undoing.undoesId, ballotDecisions.id), isNull(undoing.rejectedAt)))
    .where(eq(ballotDecisions.id, decisionId))
  const [{ own } = { own: true }] = await tx.select({ own: isOwnFlag(person.id, decision!.flagId) }).from(flags).where(eq(flags.id, decision!.flagId))
  return { ...decision!, own }
}
