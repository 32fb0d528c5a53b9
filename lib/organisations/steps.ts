import { eq, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { organisationMembers as members, organisations } from './tables'

/** Hides what an organisation publishes of itself by a rule: its profile, its logo and its calls. What it proposes and says stays. */
export async function hideOrganisation(tx: Tx, id: string, ground: string): Promise<void> {
  await tx.update(organisations).set({ hiddenAt: sql`clock_timestamp()`, hiddenGround: ground }).where(eq(organisations.id, id))
}

/** Shows it again. */
export async function showOrganisation(tx: Tx, id: string): Promise<void> {
  await tx.update(organisations).set({ hiddenAt: null, hiddenGround: null }).where(eq(organisations.id, id))
}

/** Wakes whoever asks the register, once this transaction is done: see register-rounds.ts. */
export const askRegisterSoon = (tx: Tx) => tx.execute(sql`select pg_notify('register', '')`)

/**
 * Where somebody is an organisation's only owner and goes for ever, whoever has been its editor for longest owns it, or,
 * where it has none, its member for longest. The organisations are held by the caller.
 */
export const promoteBeforeLeaving = (tx: Tx, personId: string) =>
  tx.execute(sql`
    update ${members} set role = 'owner' from (
      select distinct on (heir.organisation_id) heir.organisation_id, heir.person_id
      from ${members} leaving join ${members} heir on heir.organisation_id = leaving.organisation_id and heir.person_id <> leaving.person_id
      where leaving.person_id = ${personId} and leaving.role = 'owner'
        and not exists (select from ${members} other where other.organisation_id = leaving.organisation_id and other.role = 'owner' and other.person_id <> leaving.person_id)
      order by heir.organisation_id, heir.role = 'editor' desc, heir.since, heir.person_id) heirs
    where ${members.organisationId} = heirs.organisation_id and ${members.personId} = heirs.person_id`)
