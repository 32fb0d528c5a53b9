import { and, eq, gt, ne, sql } from 'drizzle-orm'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { isPublic } from '../../proposals/public'
import { proposals } from '../../proposals/tables'
import type { Content, PublicationKind } from '../contents'
import { caseClaims } from '../desk-tables'
import { isAbout, publicationOf } from '../publications'
import { isModerator } from '../rules'
import { decisions } from '../tables'
import { claimColumns, countWaiting, listDecisions, listOpenAppealsAgainst, listReports } from '../case-file'
import { getNeighbours } from './queue'

const recordAtMost = 5

/**
 * All that a decision about a proposal or a profile needs beside its text: the reports without their senders, decisions about it
 * and about whatever else its organisation publishes or has said, appeals that wait, who looks at it, and the cases beside it.
 * @returns null where it was never public, and for whoever is no moderator. Of reports about what is their own a moderator
 *   sees none.
 */
export async function getPublicationCase(viewer: Viewer, content: Content & { about: PublicationKind }) {
  if (!viewer || !isModerator(viewer)) return null
  const publication = await publicationOf(db, content, viewer.id)
  if (!publication) return null
  const { about, id, own, state, revision, organisationId } = publication
  const [reports, waiting, ofIt, appealed, [claim], record, neighbours] = await Promise.all([
    own ? [] : listReports(id),
    countWaiting(id),
    listDecisions(isAbout(publication)),
    listOpenAppealsAgainst(isAbout(publication)),
    db.select(claimColumns(viewer)).from(caseClaims).where(and(eq(caseClaims.contentId, id), gt(caseClaims.expiresAt, sql`clock_timestamp()`))),
    recordOf(organisationId, id),
    getNeighbours(viewer, id),
  ])
  return { about, id, own, state, revision, reports, waiting, decisions: ofIt, appealed, claim: claim ?? null, record, neighbours }
}
export type PublicationCase = NonNullable<Awaited<ReturnType<typeof getPublicationCase>>>

/** What a moderator should know of an organisation: since when it is here, what of it can be read, and what was decided about anything of its. */
async function recordOf(organisationId: string, besideId: string) {
  const [[organisation], newest] = await Promise.all([
    db
      .select({
        id: organisations.id,
        name: organisations.name,
        confirmedAt: sql<Date>`${organisations.confirmedAt}`.mapWith(organisations.confirmedAt),
        proposals: sql<number>`(${db.$count(proposals, and(eq(proposals.organisationId, organisationId), isPublic))})`.mapWith(Number),
        voices: sql<number>`(${db.$count(comments, and(eq(comments.organisationId, organisationId), eq(comments.state, 'shown')))})`.mapWith(Number),
      })
      .from(organisations)
      .where(eq(organisations.id, organisationId)),
    listDecisions(and(sql`(${decisions.organisationId} = ${organisationId} or exists (select from comments where comments.id = ${decisions.commentId} and comments.organisation_id = ${organisationId}))`, ne(sql`coalesce(${decisions.proposalId}, ${decisions.organisationId}, ${decisions.commentId})`, besideId))!, recordAtMost),
  ])
  return { ...organisation!, newest }
}
