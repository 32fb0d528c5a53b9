import { desc, eq, sql } from 'drizzle-orm'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import type { Language } from '../../language'
import type { Viewer } from '../../person'
import type { DecisionKind, Ground } from '../rules'
import { subjectsOf, type Subject } from '../subjects'
import { decisions } from '../tables'

export const decisionsAPage = 50

export type PublicDecision = { id: string; at: Date; kind: DecisionKind; ground: Ground; subject: Pick<Subject, 'title' | 'lang' | 'address'> | null }

/**
 * Decisions as everyone may know them, newest first: when, what, by which rule, where. No names, no text of the comment,
 * and not the moderator's sentence, which may speak of a person.
 * @param before the id of the last one of the page before
 */
export async function listPublicDecisions(_viewer: Viewer, language: Language, before?: string): Promise<{ decisions: PublicDecision[]; next: string | null }> {
  const rows = await db
    .select({ id: decisions.id, at: decisions.at, kind: decisions.kind, ground: decisions.ground, threadId: sql<string | null>`coalesce(${decisions.threadId}, ${comments.threadId})` })
    .from(decisions)
    .leftJoin(comments, eq(comments.id, decisions.commentId))
    .where(before ? sql`(${decisions.at}, ${decisions.id}) < (select earlier.at, earlier.id from ${decisions} as earlier where earlier.id = ${before})` : undefined)
    .orderBy(desc(decisions.at), desc(decisions.id))
    .limit(decisionsAPage + 1)
  const page = rows.slice(0, decisionsAPage)
  const subjects = await subjectsOf(db, language, page.flatMap(({ threadId }) => threadId ?? []))
  return {
    decisions: page.map(({ threadId, ...decision }) => {
      const subject = threadId && subjects.get(threadId)
      return { ...decision, subject: subject ? { title: subject.title, lang: subject.lang, address: subject.address } : null }
    }),
    next: rows.length > decisionsAPage ? page.at(-1)!.id : null,
  }
}

/** How many decisions of each kind and rule each month knew; the month as `2026-11`, by Toruń's clock, newest first. */
export async function countPublicDecisions(_viewer: Viewer): Promise<{ month: string; kind: DecisionKind; ground: Ground; count: number }[]> {
  const month = sql<string>`to_char(${decisions.at} at time zone 'Europe/Warsaw', 'YYYY-MM')`
  return db
    .select({ month, kind: decisions.kind, ground: decisions.ground, count: sql<number>`count(*)::int` })
    .from(decisions)
    .groupBy(month, decisions.kind, decisions.ground)
    .orderBy(desc(month))
}
