import { and, asc, eq, inArray, isNotNull, isNull, or, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import { isUuid } from '../ids'
import { people } from '../accounts/tables'
import { db } from '../db'
import { objectionTo } from '../policy'
import type { Viewer } from '../person'
import type { District } from './districts'
import { isHidden, isPublic } from './public'
import { canSeeDesk, type LegalForm, type Registration } from './rules'
import { organisationMembers, organisations } from './tables'
import type { ContactKind } from './team'

/** An organisation as everyone may see it; of its contact only what it shows to everybody. */
export type OrganisationShown = {
  id: string
  slug: string
  name: string
  legalForm: LegalForm
  krs: string | null
  nip: string | null
  regon: string | null
  seat: string
  about: string
  offers: string
  seeks: string
  /** Codes of fields-of-work.ts. */
  fieldsOfWork: string[]
  district: District | null
  www: string | null
  publicEmail: string | null
  publicPhone: string | null
  confirmedAt: Date
}

/** The order of the Polish alphabet. */
export const byName = sql`${organisations.name} collate "pl-x-icu"`
const ifPublic = (kind: ContactKind, column: SQL | AnyColumn) => sql<string | null>`case when ${kind} = any(${organisations.publicContacts}) then nullif(${column}, '') end`
/** What everyone may see of a confirmed organisation. */
export const publicColumns = {
  id: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  legalForm: organisations.legalForm,
  krs: organisations.krs,
  nip: organisations.nip,
  regon: organisations.regon,
  seat: organisations.seat,
  about: organisations.about,
  offers: organisations.offers,
  seeks: organisations.seeks,
  fieldsOfWork: organisations.fieldsOfWork,
  district: organisations.district,
  www: ifPublic('www', organisations.www),
  publicEmail: ifPublic('email', organisations.contactEmail),
  publicPhone: ifPublic('phone', organisations.contactPhone),
  confirmedAt: sql<Date>`${organisations.confirmedAt}`.mapWith(organisations.confirmedAt),
}

/** The confirmed organisations in whose name the viewer may speak. */
export async function listOwnOrganisations(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  if (!viewer) return []
  return db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(and(eq(organisationMembers.personId, viewer.id), isNotNull(organisations.confirmedAt)))
    .orderBy(byName)
}

/** The directory: every confirmed organisation in the order of the Polish alphabet. */
export async function listConfirmed(_viewer: Viewer): Promise<OrganisationShown[]> {
  return db.select(publicColumns).from(organisations).where(isPublic).orderBy(byName)
}

/** A confirmed organisation by its address; null when there is none. */
export async function getBySlug(_viewer: Viewer, slug: string): Promise<OrganisationShown | null> {
  const [organisation] = await db.select(publicColumns).from(organisations).where(and(eq(organisations.slug, slug), isPublic))
  return organisation ?? null
}

/** By which rule moderation has hidden the organisation of an address; null where there is none, or it is shown. */
export async function getHidden(_viewer: Viewer, slug: string): Promise<{ id: string; ground: string } | null> {
  const [hidden] = await db.select({ id: organisations.id, ground: sql<string>`${organisations.hiddenGround}` }).from(organisations).where(and(eq(organisations.slug, slug), isHidden))
  return hidden ?? null
}

/** Whether a page of this address exists: for telling unknown addresses apart. What is hidden has one that says so. */
export async function organisationExists(_viewer: Viewer, slug: string): Promise<boolean> {
  const [organisation] = await db.select({ id: organisations.id }).from(organisations).where(and(eq(organisations.slug, slug), or(isPublic, isHidden)))
  return !!organisation
}

const state = sql<Registration['state']>`case when ${organisations.confirmedAt} is not null then 'confirmed' when ${organisations.refusedAt} is not null then 'refused' else 'waiting' end`

/** The viewer's organisations, newest first, with where their registration stands; for the account page. */
export async function listMemberships(viewer: Viewer) {
  if (!viewer) return []
  return db
    .select({ id: organisations.id, slug: organisations.slug, name: organisations.name, state, role: organisationMembers.role, refusalReason: organisations.refusalReason, regon: organisations.regon, hidden: sql<boolean>`${isHidden}` })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(eq(organisationMembers.personId, viewer.id))
    .orderBy(sql`${organisations.registeredAt} desc`)
}

const own = (viewer: NonNullable<Viewer>) =>
  sql<boolean>`(${organisations.registeredById} = ${viewer.id} or exists (select 1 from ${organisationMembers} where ${organisationMembers.organisationId} = ${organisations.id} and ${organisationMembers.personId} = ${viewer.id}))`

/**
 * Registrations that wait for a decision, oldest first; empty for whoever may not decide. `own` ones are for somebody else.
 * @param ids these alone
 */
export async function listWaiting(viewer: Viewer, ids?: readonly string[]): Promise<{ id: string; name: string; registeredAt: Date; own: boolean }[]> {
  if (!viewer || objectionTo(canSeeDesk, viewer, null)) return []
  return db
    .select({ id: organisations.id, name: organisations.name, registeredAt: organisations.registeredAt, own: own(viewer) })
    .from(organisations)
    .where(and(isNull(organisations.confirmedAt), isNull(organisations.refusedAt), ids && inArray(organisations.id, [...ids])))
    .orderBy(asc(organisations.registeredAt))
}

/** All that was typed, contact included, for moderators only; null for everybody else. */
export async function getForDesk(viewer: Viewer, id: string) {
  if (!viewer || !isUuid(id) || objectionTo(canSeeDesk, viewer, null)) return null
  const [organisation] = await db
    .select({
      ...publicColumns,
      contactEmail: organisations.contactEmail,
      contactPhone: organisations.contactPhone,
      registeredAt: organisations.registeredAt,
      registeredBy: people.name,
      refusalReason: organisations.refusalReason,
      state,
      isMember: own(viewer),
    })
    .from(organisations)
    .innerJoin(people, eq(people.id, organisations.registeredById))
    .where(eq(organisations.id, id))
  return organisation ?? null
}
