import { and, desc, eq, inArray, isNull, notExists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../db'
import { hideComment, releaseComment, restoreComment } from '../discussion/steps'
import { comments } from '../discussion/tables'
import { wordingsOf } from '../discussion/wordings'
import { forgetSaltsAbout } from '../events/forgetting'
import { Refusal } from '../refusal'
import { putBack, takeOut } from './redacting'
import type { CommentMove, Ground } from './rules'
import { decisionEvidence, decisions, reports } from './tables'

/** What stands in place of words that were taken out; in Polish, as a part of what was said. */
const inPlaceOf = (ground: Ground) => (ground === 'personal-data' ? '[usunięto dane osobowe]' : '[usunięto fragment]')
const inPlaceOfAll = '[usunięto treść]'

type Decided = { decisionId: string; commentId: string; kind: CommentMove; ground: Ground; passage?: string }

/** Does to a comment what was decided, and keeps what it said as evidence. @throws Refusal where the passage is not there */
export async function carryOut(tx: Tx, { decisionId, commentId, kind, ground, passage }: Decided): Promise<void> {
  const wordings = await wordingsOf(tx, commentId)
  const changes = kind === 'redact' || kind === 'remove'
  await tx.insert(decisionEvidence).values(wordings.filter(({ current }) => changes || current).map((wording) => ({ ...wording, decisionId })))
  if (kind === 'redact') {
    const refused = await takeOut(tx, { decisionId, commentId, instead: inPlaceOf(ground) }, passage!)
    if (refused) throw refusedPassage(refused === 'missing' ? 'moderation.problem.passageMissing' : 'moderation.problem.passageTooOften')
  }
  if (kind === 'remove') await takeOut(tx, { decisionId, commentId, instead: inPlaceOfAll })
  if (changes) await forgetSaltsAbout(tx, commentId)
  if (kind === 'hide' || kind === 'remove') await hideComment(tx, commentId, ground)
  else await releaseComment(tx, commentId)
}

const refusedPassage = (key: 'moderation.problem.passageMissing' | 'moderation.problem.passageTooOften') => new Refusal('invalid', { key: 'objection.checkTheForm' }, { passage: [{ key }] })

/** Undoes what a decision did to a comment, once another takes it back: shows it again, with the words that no other decision takes out. */
export async function undo(tx: Tx, { kind, commentId }: { kind: string; commentId: string }): Promise<void> {
  if (kind === 'remove' || kind === 'redact') await putBack(tx, commentId)
  if (kind === 'hide' || kind === 'remove') {
    await restoreComment(tx, commentId)
    await releaseComment(tx, commentId)
  }
}

/** Answers every report of something that waits. @returns them */
export const answerReports = (tx: Tx, contentId: string, decisionId: string) =>
  tx
    .update(reports)
    .set({ decisionId })
    .where(and(eq(reports.contentId, contentId), isNull(reports.decisionId)))
    .returning({ id: reports.id, number: reports.number, reporterId: reports.reporterId, reporterEmail: reports.reporterEmail })
export type Answered = Awaited<ReturnType<typeof answerReports>>[number]

/** The decision that hides a comment now; undefined where none does. */
export async function whatHides(tx: Tx, commentId: string) {
  const later = alias(decisions, 'later')
  const [hiding] = await tx
    .select({ id: decisions.id, kind: decisions.kind })
    .from(decisions)
    .innerJoin(comments, eq(comments.id, decisions.commentId))
    .where(and(eq(decisions.commentId, commentId), eq(comments.state, 'hidden'), inArray(decisions.kind, ['hide', 'remove']), notExists(tx.select({ id: later.id }).from(later).where(eq(later.undoesId, decisions.id)))))
    .orderBy(desc(decisions.at))
    .limit(1)
  return hiding
}
