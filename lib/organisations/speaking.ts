import { and, eq, exists, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { db } from '../db'
import { organisationMembers, organisations } from './tables'

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
          .from(organisationMembers)
          .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
          .where(and(eq(organisationMembers.organisationId, organisationId), eq(organisationMembers.personId, personId), inArray(organisationMembers.role, ['owner', 'editor']), isNotNull(organisations.confirmedAt))),
      )}` as SQL<boolean>)
    : sql<boolean>`false`
