import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { Tx } from '../db'
import { hideThread, showThread } from '../discussion/steps'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { tasks } from '../strategy/tables'
import { hideQuestion, showQuestion } from '../voting/steps'
import { totalOf, type ProposalContent } from './content'
import type { ProposalDraft } from './draft'
import { proposalHeld } from './held'
import { tellOrganisation } from './letter'
import { mayMove, moves, needsReason, type Move } from './life-cycle'
import { sum } from './money'
import { readProposal } from './reading'
import { proposalDecisions, proposalMoves, proposals, proposalTasks } from './tables'

type Asked = {
  id: string
  move: Move
  /** On whose account; they must be allowed to make the move. */
  person: Person
  /** For those who read it: mandatory for moves that take something away. */
  reason?: string
  /** For `return`: the last day for completing it, yyyy-mm-dd. */
  completeBy?: string
  /** For `merge` and `unmerge`: the other proposal. */
  otherId?: string
  /** Columns of the proposal that change together with its state. */
  set?: Pick<PgUpdateSetSource<typeof proposals>, 'slug' | 'threadId' | 'questionId' | 'publishedAt' | 'version'>
  /** The instant, where several are moved at one; else the clock's. */
  at?: SQL
}

/**
 * Moves a proposal to the next state of its life, and remembers who did it, when and why. The row is held against every
 * other change until the transaction ends.
 * @returns the row of the move
 * @throws Refusal when there is no such proposal for this person (`missing`) or they may not make this move now (`forbidden`)
 */
export async function moveProposal(tx: Tx, { id, move, person, reason, completeBy, otherId, set, at = sql`clock_timestamp()` }: Asked): Promise<{ id: string; at: Date }> {
  if (moves[move].to === 'accepted') await holdForGrant(tx, id)
  const held = await proposalHeld(tx, { id }, person)
  if (!held) throw new Refusal('missing', { key: 'objection.missing' })
  const objection = mayMove(move)(person, held)
  if (objection) throw new Refusal('forbidden', objection)
  if (needsReason(move) && !reason?.trim()) throw new Error(`${move} needs a reason.`)
  const { to } = moves[move]
  await tx
    .update(proposals)
    .set({ ...set, state: to, stateAt: at, completeBy: to === 'returned' ? completeBy : null, mergedIntoId: to === 'merged' ? otherId : null })
    .where(eq(proposals.id, id))
  // What was prepared about a proposal that has gone on is no longer waiting to be published.
  if (held.state === 'published') await tx.delete(proposalDecisions).where(and(eq(proposalDecisions.proposalId, id), isNull(proposalDecisions.publishedAt)))
  const [made] = await tx.insert(proposalMoves).values({ proposalId: id, move, from: held.state, to, byId: person.id, reason, completeBy, otherId, at }).returning({ id: proposalMoves.id, at: proposalMoves.at })
  if (!held.isMember) await tellOrganisation(tx, id, { what: move, reason, completeBy })
  return made!
}

/** Hides what was published by a rule: its page says that alone, and neither comments nor votes are taken meanwhile. */
export async function hideProposal(tx: Tx, id: string, ground: string): Promise<void> {
  const [hidden] = await tx.update(proposals).set({ hiddenAt: sql`clock_timestamp()`, hiddenGround: ground }).where(eq(proposals.id, id)).returning(beside)
  await hideThread(tx, hidden!.threadId!)
  await hideQuestion(tx, hidden!.questionId!)
}

/** Shows it again, where it stands by now. */
export async function showProposal(tx: Tx, id: string): Promise<void> {
  const [shown] = await tx.update(proposals).set({ hiddenAt: null, hiddenGround: null }).where(eq(proposals.id, id)).returning(beside)
  await showThread(tx, shown!.threadId!)
  await showQuestion(tx, shown!.questionId!)
}
const beside = { threadId: proposals.threadId, questionId: proposals.questionId }

/** Holds the organisation of a small grant, so that of two granted at once the second is asked about with the first in sight. */
const holdForGrant = (tx: Tx, id: string) =>
  tx.execute(sql`select from organisations where id = (select organisation_id from proposals where id = ${id} and content ->> 'mode' = 'smallGrant') for no key update`)

type Read = { content: ProposalContent; served: { id: string }[] }

/**
 * Reads what was typed, with the tasks that it serves held in the strategy.
 * @throws Refusal `invalid` with what is wrong, by field
 */
export async function readDraft(tx: Tx, draft: ProposalDraft): Promise<Read> {
  const served = draft.tasks.length
    ? await tx.select({ id: tasks.id, code: tasks.code }).from(tasks).where(and(inArray(tasks.code, draft.tasks), isNull(tasks.withdrawnAt))).for('share')
    : []
  const { content, problems } = readProposal(draft, new Set(served.map(({ code }) => code)))
  if (problems) throw new Refusal('invalid', { key: 'proposal.objection.notWhole' }, problems)
  return { content, served }
}

/** Keeps what was read: the content, its sums, and the tasks that it serves. */
export async function keepContent(tx: Tx, id: string, { content, served }: Read): Promise<void> {
  await tx.update(proposals).set({ content, totalGrosze: totalOf(content), sourcesGrosze: sum(Object.values(content.sources)) }).where(eq(proposals.id, id))
  await tx.delete(proposalTasks).where(eq(proposalTasks.proposalId, id))
  await tx.insert(proposalTasks).values(served.map((task) => ({ proposalId: id, taskId: task.id })))
}
