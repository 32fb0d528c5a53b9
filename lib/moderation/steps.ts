import { eq, sql } from 'drizzle-orm'
import { people, roleGrants } from '../accounts/tables'
import type { Tx } from '../db'

/** Addresses of the moderators who can be written to, without those who had a part in what is contested. */
export async function moderatorsBut(tx: Tx, involved: readonly (string | null)[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: people.id, email: sql<string>`${people.email}` })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(sql`${roleGrants.role} = 'moderator' and ${people.email} is not null`)
  return rows.filter(({ id }) => !involved.includes(id)).map(({ email }) => email)
}
