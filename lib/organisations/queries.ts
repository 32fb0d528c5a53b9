import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { db } from '../db'
import type { Viewer } from '../person'
import { organisationMembers, organisations } from './tables'

/** The confirmed organisations in whose name the viewer may speak. */
export async function listOwnOrganisations(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  if (!viewer) return []
  return db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(and(eq(organisationMembers.personId, viewer.id), isNotNull(organisations.confirmedAt)))
    .orderBy(asc(organisations.name))
}
