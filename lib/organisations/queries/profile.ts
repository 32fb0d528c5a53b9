import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { organisationMembers, organisations } from '../tables'

/** All that an organisation's team may change about it, with the viewer's role; null for whoever is not in it. */
export async function getProfile(viewer: Viewer, slug: string) {
  if (!viewer) return null
  const [profile] = await db
    .select({
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
      about: organisations.about,
      offers: organisations.offers,
      seeks: organisations.seeks,
      fieldsOfWork: organisations.fieldsOfWork,
      district: organisations.district,
      www: organisations.www,
      contactEmail: organisations.contactEmail,
      contactPhone: organisations.contactPhone,
      publicContacts: organisations.publicContacts,
      revision: organisations.profileRevision,
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
      role: organisationMembers.role,
    })
    .from(organisations)
    .innerJoin(organisationMembers, and(eq(organisationMembers.organisationId, organisations.id), eq(organisationMembers.personId, viewer.id)))
    .where(and(eq(organisations.slug, slug), isNull(organisations.refusedAt)))
  return profile ?? null
}
