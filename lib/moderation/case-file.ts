import { and, asc, desc, eq, gt, isNull, sql, type Column, type SQL } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { db } from '../db'
import type { Person } from '../person'
import { caseClaims } from './desk-tables'
import { appeals, decisions, reports } from './tables'

// What belongs to every case, whatever it is about; for moderators only, who ask through the queries of a case.

/** Who looks at a case now. */
export const claimColumns = (viewer: Person) => ({ since: caseClaims.claimedAt, until: caseClaims.expiresAt, mine: sql<boolean>`${caseClaims.moderatorId} = ${viewer.id}` })
export const claimedNow = (contentId: Column) => and(eq(caseClaims.contentId, contentId), gt(caseClaims.expiresAt, sql`clock_timestamp()`))

/** What others said of it, oldest first, without who they are. */
export async function listReports(contentId: string) {
  const rows = await db
    .select({ id: reports.id, ground: reports.ground, sentence: reports.sentence, revision: reports.revision, kind: reports.kind, passage: reports.passage, law: reports.law, urgent: reports.urgent, at: reports.at, decisionId: reports.decisionId })
    .from(reports)
    .where(eq(reports.contentId, contentId))
    .orderBy(asc(reports.at))
  return rows.map(({ decisionId, ...report }) => ({ ...report, answered: decisionId !== null }))
}

/** How many reports of it wait for an answer. */
export const countWaiting = (contentId: string): Promise<number> => db.$count(reports, and(eq(reports.contentId, contentId), isNull(reports.decisionId)))

/** Appeals against decisions about it that wait. */
export const listOpenAppealsAgainst = (about: SQL) =>
  db.select({ id: appeals.id, dueAt: appeals.dueAt }).from(appeals).innerJoin(decisions, eq(decisions.id, appeals.decisionId)).where(and(about, isNull(appeals.decidedAt)))

/** Decisions about something, newest first. */
export const listDecisions = (about: SQL, limit = 100) =>
  db
    .select({
      id: decisions.id, kind: decisions.kind, ground: decisions.ground, sentence: decisions.sentence, at: decisions.at, moderator: people.name,
      commentId: decisions.commentId, threadId: decisions.threadId, personId: decisions.personId, proposalId: decisions.proposalId, organisationId: decisions.organisationId,
    })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.moderatorId))
    .where(about)
    .orderBy(desc(decisions.at))
    .limit(limit)
export type PastDecision = Awaited<ReturnType<typeof listDecisions>>[number]
