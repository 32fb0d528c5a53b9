import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '../db'
import { isUuid } from '../ids'
import { isPublic } from '../organisations/public'
import { actsFor } from '../organisations/speaking'
import { organisations } from '../organisations/tables'
import type { Viewer } from '../person'
import { proposals } from '../proposals/tables'
import { isClosed, stateOfRequest } from './held'
import { partnerCalls, partnerRequests } from './tables'

const callColumns = {
  id: partnerCalls.id,
  title: partnerCalls.title,
  sought: partnerCalls.sought,
  field: partnerCalls.field,
  district: partnerCalls.district,
  until: partnerCalls.until,
  closed: isClosed,
  organisation: { id: organisations.id, name: organisations.name, slug: organisations.slug },
  proposalSlug: proposals.slug,
  proposalTitle: sql<string | null>`${proposals.content} ->> 'title'`,
}
const calls = () =>
  db
    .select(callColumns)
    .from(partnerCalls)
    .innerJoin(organisations, and(eq(organisations.id, partnerCalls.organisationId), isPublic))
    .leftJoin(proposals, and(eq(proposals.id, partnerCalls.proposalId), isNull(proposals.hiddenAt)))
export type PartnerCall = Awaited<ReturnType<typeof calls>>[number]

/**
 * Calls that still take requests, those that end first first.
 * @param only those of one field of work, one organisation or one proposal
 */
export async function listOpenPartnerCalls(_viewer: Viewer, only: { field?: string; organisationId?: string; proposalId?: string } = {}): Promise<PartnerCall[]> {
  return calls()
    .where(
      and(
        sql`not ${isClosed}`,
        only.field ? eq(partnerCalls.field, only.field) : undefined,
        only.organisationId ? eq(partnerCalls.organisationId, only.organisationId) : undefined,
        only.proposalId ? eq(partnerCalls.proposalId, only.proposalId) : undefined,
      ),
    )
    .orderBy(asc(partnerCalls.until), asc(partnerCalls.id))
    .limit(200)
}

/** A call as everybody sees it, ended ones too; null when there is none. */
export async function getPartnerCall(_viewer: Viewer, id: string): Promise<PartnerCall | null> {
  if (!isUuid(id)) return null
  const [call] = await calls().where(eq(partnerCalls.id, id))
  return call ?? null
}

/** Whether a page of this address exists: for telling unknown addresses apart. */
export const partnerCallExists = async (viewer: Viewer, id: string): Promise<boolean> => !!(await getPartnerCall(viewer, id))

const asker = alias(organisations, 'asker')
const asked = alias(organisations, 'asked')

/** Partnerships of public organisations that both have confirmed and nobody has ended: of an organisation, or for a proposal. */
export async function listPartners(_viewer: Viewer, of: { organisationId: string } | { proposalId: string }): Promise<{ id: string; name: string; slug: string; title: string }[]> {
  const rows = await db
    .select({ id: partnerRequests.id, title: partnerCalls.title, asker: { id: asker.id, name: asker.name, slug: asker.slug }, asked: { id: asked.id, name: asked.name, slug: asked.slug } })
    .from(partnerRequests)
    .innerJoin(partnerCalls, eq(partnerCalls.id, partnerRequests.callId))
    .innerJoin(asker, eq(asker.id, partnerRequests.organisationId))
    .innerJoin(asked, eq(asked.id, partnerRequests.callOrganisationId))
    .where(
      and(
        eq(stateOfRequest, 'accepted'),
        isNull(asker.hiddenAt),
        isNull(asked.hiddenAt),
        'proposalId' in of ? eq(partnerCalls.proposalId, of.proposalId) : or(eq(partnerRequests.organisationId, of.organisationId), eq(partnerRequests.callOrganisationId, of.organisationId)),
      ),
    )
    .orderBy(asc(partnerRequests.answeredAt))
    .limit(100)
  return rows.map(({ id, title, asker, asked }) => {
    const other = 'organisationId' in of && asker.id === of.organisationId ? asked : asker
    return { id, title, name: other.name, slug: other.slug }
  })
}

const mine = (viewer: NonNullable<Viewer>) => or(actsFor(partnerRequests.organisationId, viewer.id), actsFor(partnerRequests.callOrganisationId, viewer.id))

/** The requests of a call that the viewer may read: as the organisation asked all of them, as one that asks its own. */
export async function listRequests(viewer: Viewer, callId: string) {
  if (!viewer || !isUuid(callId)) return []
  return db
    .select({
      id: partnerRequests.id,
      name: organisations.name,
      slug: organisations.slug,
      organisationId: organisations.id,
      message: partnerRequests.message,
      answer: partnerRequests.answer,
      endedReason: partnerRequests.endedReason,
      sentAt: partnerRequests.sentAt,
      state: stateOfRequest,
      asked: actsFor(partnerRequests.organisationId, viewer.id),
      answers: actsFor(partnerRequests.callOrganisationId, viewer.id),
    })
    .from(partnerRequests)
    .innerJoin(organisations, eq(organisations.id, partnerRequests.organisationId))
    .where(and(eq(partnerRequests.callId, callId), mine(viewer)))
    .orderBy(desc(partnerRequests.sentAt))
}

/** Calls that the viewer's organisations have opened or answered, the newest first; for the account page. */
export async function listOwnPartnerCalls(viewer: Viewer): Promise<{ id: string; title: string; organisation: string; waiting: number; own: boolean }[]> {
  if (!viewer) return []
  const own = actsFor(partnerCalls.organisationId, viewer.id)
  return db
    .select({
      id: partnerCalls.id,
      title: partnerCalls.title,
      organisation: organisations.name,
      own,
      waiting: sql<number>`count(*) filter (where ${partnerRequests.id} is not null and ${stateOfRequest} = 'waiting')`.mapWith(Number),
    })
    .from(partnerCalls)
    .innerJoin(organisations, eq(organisations.id, partnerCalls.organisationId))
    .leftJoin(partnerRequests, and(eq(partnerRequests.callId, partnerCalls.id), mine(viewer)))
    .where(or(own, isNotNull(partnerRequests.id)))
    .groupBy(partnerCalls.id, organisations.id)
    .orderBy(desc(partnerCalls.openedAt))
    .limit(100)
}

/** Whether the viewer acts for the organisation that opened a call. */
export async function actsForCall(viewer: Viewer, id: string): Promise<boolean> {
  if (!viewer || !isUuid(id)) return false
  const [call] = await db.select({ acts: actsFor(partnerCalls.organisationId, viewer.id) }).from(partnerCalls).where(eq(partnerCalls.id, id))
  return call?.acts ?? false
}
