import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { getTallies } from '../../voting/queries'
import type { Move } from '../life-cycle'
import { isPublic } from '../public'
import { proposalAppeals, proposalMoves, proposals, proposalVersions } from '../tables'

export type Happening = {
  what: Move | 'appealed' | 'dismissed' | 'changed' | 'otherMerged' | 'otherUnmerged'
  at: Date
  /** Said without names: what an office or an organisation does, it does as such. */
  who: 'office' | 'organisation'
  reason: string | null
  /** Another proposal that it is about. */
  other: { slug: string; title: string } | null
  /** Of a change: the wording that it made, and how many had supported the one before. */
  version: number | null
  supportsBefore: number | null
}

const byOrganisation: readonly Move[] = ['submit', 'withdraw', 'report']
/** Said between the office and the organisation, before anything was public. */
const unpublished: readonly Move[] = ['return', 'reject']
const nothing = { reason: null, other: null, version: null, supportsBefore: null }

/** The life of a public proposal, oldest first, with the reasons that everybody may read; persons are not named. */
export async function listHappenings(_viewer: Viewer, proposalId: string): Promise<Happening[]> {
  const other = alias(proposals, 'other')
  const own = alias(proposals, 'own')
  const otherOne = { slug: sql<string | null>`${other.slug}`, title: sql<string | null>`${other.content} ->> 'title'` }
  // „Realizacja się zaczęła” is said by either side: by the organisation's where whoever said so belongs to it.
  const byMember = sql<boolean>`exists (select from organisation_members where organisation_id = ${own.organisationId} and person_id = ${proposalMoves.byId})`
  const [made, others, [appeal], versions] = await Promise.all([
    db.select({ move: proposalMoves.move, at: proposalMoves.at, reason: proposalMoves.reason, byMember, ...otherOne }).from(proposalMoves).innerJoin(own, eq(own.id, proposalMoves.proposalId)).leftJoin(other, and(eq(other.id, proposalMoves.otherId), isNull(other.hiddenAt))).where(eq(proposalMoves.proposalId, proposalId)).orderBy(asc(proposalMoves.id)),
    db.select({ move: proposalMoves.move, at: proposalMoves.at, reason: proposalMoves.reason, ...otherOne }).from(proposalMoves).innerJoin(other, eq(other.id, proposalMoves.proposalId)).where(and(isNull(other.hiddenAt), eq(proposalMoves.otherId, proposalId), inArray(proposalMoves.move, ['merge', 'unmerge']))),
    db.select({ appealedAt: proposalAppeals.appealedAt, outcome: proposalAppeals.outcome, decidedAt: proposalAppeals.decidedAt, reason: proposalAppeals.reason }).from(proposalAppeals).where(eq(proposalAppeals.proposalId, proposalId)),
    db.select({ number: proposalVersions.number, at: proposalVersions.at, reason: proposalVersions.reason, supportsBefore: proposalVersions.supportsBefore }).from(proposalVersions).where(and(eq(proposalVersions.proposalId, proposalId), isNotNull(proposalVersions.reason))),
  ])
  const happened: Happening[] = [
    ...made.map(({ move, at, reason, slug, title, byMember }) => ({
      ...nothing, what: move, at, who: byOrganisation.includes(move) || (move === 'begin' && byMember) ? ('organisation' as const) : ('office' as const),
      reason: unpublished.includes(move) ? null : reason, other: slug ? { slug, title: title! } : null,
    })),
    ...others.map(({ move, at, reason, slug, title }) => ({ ...nothing, what: move === 'merge' ? ('otherMerged' as const) : ('otherUnmerged' as const), at, who: 'office' as const, reason, other: { slug: slug!, title: title! } })),
    ...versions.map(({ number, at, reason, supportsBefore }) => ({ ...nothing, what: 'changed' as const, at, who: 'organisation' as const, reason, version: number, supportsBefore })),
    ...(appeal ? [{ ...nothing, what: 'appealed' as const, at: appeal.appealedAt, who: 'organisation' as const }] : []),
    ...(appeal?.outcome === 'dismissed' ? [{ ...nothing, what: 'dismissed' as const, at: appeal.decidedAt!, who: 'office' as const, reason: appeal.reason }] : []),
  ]
  return happened.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** The proposals that a public one is merged with now, either way, each with its own supports; they are not added up. */
export async function listMerged(viewer: Viewer, proposalId: string) {
  const columns = { id: proposals.id, slug: sql<string>`${proposals.slug}`, title: sql<string>`${proposals.content} ->> 'title'`, questionId: sql<string>`${proposals.questionId}` }
  const [into, here] = await Promise.all([
    db.select(columns).from(proposals).where(and(isPublic, eq(proposals.id, sql`(select merged_into_id from proposals as b where b.id = ${proposalId})`))),
    db.select(columns).from(proposals).where(and(isPublic, eq(proposals.mergedIntoId, proposalId))).orderBy(asc(proposals.id)),
  ])
  const tallies = await getTallies(viewer, [...into, ...here].map(({ questionId }) => questionId))
  const withSupports = (row: (typeof here)[number]) => ({ ...row, supports: tallies.get(row.questionId)?.total ?? null })
  return { into: into.map(withSupports)[0] ?? null, here: here.map(withSupports) }
}

/** Every wording that was public, newest first. */
export async function listVersions(_viewer: Viewer, proposalId: string) {
  return db
    .select({ number: proposalVersions.number, content: proposalVersions.content, reason: proposalVersions.reason, at: proposalVersions.at, supportsBefore: proposalVersions.supportsBefore })
    .from(proposalVersions)
    .where(eq(proposalVersions.proposalId, proposalId))
    .orderBy(sql`${proposalVersions.number} desc`)
}
