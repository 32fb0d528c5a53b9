import { and, eq, exists, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import { alias, type AnyPgColumn } from 'drizzle-orm/pg-core'
import { db } from '../db'
import { organisationMembers, organisations } from './tables'

// Under names of their own: the question stands inside queries that name the same tables, and must mean its own.
const team = alias(organisationMembers, 'acting_team')
const confirmed = alias(organisations, 'acting_for')

/**
 * Whether somebody may act in the name of a confirmed organisation, as its owner or an editor: ask for volunteers, look
 * for partners.
 * @param organisationId the column that names the organisation
 * @param personId null: nobody, who never may
 */
export const actsFor = (organisationId: AnyPgColumn, personId: string | null): SQL<boolean> =>
  personId
    ? (sql`${exists(
        db
          .select({ one: sql`1` })
          .from(team)
          .innerJoin(confirmed, eq(confirmed.id, team.organisationId))
          .where(and(eq(team.organisationId, organisationId), eq(team.personId, personId), inArray(team.role, ['owner', 'editor']), isNotNull(confirmed.confirmedAt))),
      )}` as SQL<boolean>)
    : sql<boolean>`false`
