import { and, desc, eq, sql } from 'drizzle-orm'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import type { Language } from '../../language'
import type { Viewer } from '../../person'
import type { Outcome } from '../appealing'
import { aboutOf, type DecidedAbout } from '../contents'
import type { DecisionKind, Ground, PublicOrigin } from '../rules'
import { publicationsShown, subjectsOf, type Subject } from '../subjects'
import { appeals, decisions } from '../tables'

export const decisionsAPage = 50

export type PublicDecision = {
  id: string
  at: Date
  /** What it is about: somebody’s comment or account, a discussion, an organisation's proposal or profile. */
  about: DecidedAbout
  kind: DecisionKind
  ground: Ground
  origin: PublicOrigin
  foundByCheck: boolean
  /** What came of the appeal against it; null where nobody appealed. */
  appeal: Outcome | 'waiting' | null
  /** Where it is; null where it is about somebody, and while a publication is hidden. */
  subject: Pick<Subject, 'title' | 'lang' | 'address'> | null
}

const decidedAnew = sql`${decisions.origin} <> 'carried'`

/** Of two appeals, an upheld one counts, then one that waits. */
const appeal = sql<Outcome | 'waiting' | null>`(
  select coalesce(${appeals.outcome}, 'waiting') from ${appeals} where ${appeals.decisionId} = ${decisions.id}
  order by ${appeals.outcome} = 'upheld' desc nulls last, ${appeals.outcome} is null desc limit 1)`

/**
 * Decisions as everyone may know them, newest first: when, what, by which rule, where, whether somebody had reported and
 * appealed. No names, no text, no title of what is hidden, and not the moderator's sentence, which may speak of a person.
 * @param before the id of the last one of the page before
 * @param limit how many at most
 */
export async function listPublicDecisions(_viewer: Viewer, language: Language, before?: string, limit = decisionsAPage): Promise<{ decisions: PublicDecision[]; next: string | null }> {
  const rows = await db
    .select({
      id: decisions.id,
      at: decisions.at,
      kind: decisions.kind,
      ground: decisions.ground,
      origin: sql<PublicOrigin>`${decisions.origin}`,
      foundByCheck: decisions.foundByCheck,
      appeal,
      commentId: decisions.commentId,
      lockedId: decisions.threadId,
      proposalId: decisions.proposalId,
      organisationId: decisions.organisationId,
      threadId: sql<string | null>`coalesce(${decisions.threadId}, ${comments.threadId})`,
    })
    .from(decisions)
    .leftJoin(comments, eq(comments.id, decisions.commentId))
    .where(and(decidedAnew, before ? sql`(${decisions.at}, ${decisions.id}) < (select earlier.at, earlier.id from ${decisions} as earlier where earlier.id = ${before})` : undefined))
    .orderBy(desc(decisions.at), desc(decisions.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const [subjects, publications] = await Promise.all([subjectsOf(db, language, page.flatMap(({ threadId }) => threadId ?? [])), publicationsShown(db, language, page)])
  return {
    decisions: page.map(({ threadId, commentId, lockedId, proposalId, organisationId, ...decision }) => {
      const subject = subjects.get(threadId ?? '') ?? publications.get(proposalId ?? organisationId ?? '')
      return { ...decision, about: aboutOf({ commentId, threadId: lockedId, proposalId, organisationId }), subject: subject ? { title: subject.title, lang: subject.lang, address: subject.address } : null }
    }),
    next: rows.length > limit ? page.at(-1)!.id : null,
  }
}

/** How many decisions of each kind and rule each month knew; the month as `2026-11`, by Toruń's clock, newest first. */
export async function countPublicDecisions(_viewer: Viewer): Promise<{ month: string; kind: DecisionKind; ground: Ground; count: number }[]> {
  const month = sql<string>`to_char(${decisions.at} at time zone 'Europe/Warsaw', 'YYYY-MM')`
  return db
    .select({ month, kind: decisions.kind, ground: decisions.ground, count: sql<number>`count(*)::int` })
    .from(decisions)
    .where(decidedAnew)
    .groupBy(month, decisions.kind, decisions.ground)
    .orderBy(desc(month))
}
