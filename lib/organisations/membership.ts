import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import type { Person } from '../person'
import { organisationMembers, organisations } from './tables'
import type { InTeam } from './team'

/** An organisation as one of its members holds it. */
export type Team = InTeam & { organisationId: string; name: string; slug: string }

/** Holds an organisation against every other change of its team; undefined for whoever is not in it. */
export async function teamHeld(tx: Tx, { organisationId }: { organisationId: string }, person: Person): Promise<Team | undefined> {
  const [organisation] = await tx
    .select({ organisationId: organisations.id, name: organisations.name, slug: organisations.slug, confirmed: sql<boolean>`${organisations.confirmedAt} is not null` })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for('update')
  const role = organisation && (await roleIn(tx, organisationId, person.id))
  return role && { ...organisation!, role }
}

/** Somebody's role in an organisation, undefined when they have none. */
export async function roleIn(tx: Tx, organisationId: string, personId: string) {
  const [member] = await tx
    .select({ role: organisationMembers.role })
    .from(organisationMembers)
    .where(and(eq(organisationMembers.organisationId, organisationId), eq(organisationMembers.personId, personId)))
  return member?.role
}
