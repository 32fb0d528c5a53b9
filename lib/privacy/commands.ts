import { and, eq, isNull } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { command } from '../command'
import type { Tx } from '../db'
import type { Person } from '../person'
import { tag } from '../tags'
import { erase } from './erasure'
import { canLeave, deletionInput } from './rules'

/** The person's row, held against whatever else is being done about them. */
async function oneself(tx: Tx, _: unknown, person: Person) {
  const [row] = await tx
    .select({ id: people.id, email: people.email, emailCanonical: people.emailCanonical })
    .from(people)
    .where(and(eq(people.id, person.id), isNull(people.erasedAt)))
    .for('update')
  return row && { ...row, addressKey: person.addressKey }
}

/** Deletes one's own account at once and for ever: see `erasure.ts` for what goes and what stays. */
export const deleteAccount = command({
  event: 'account.deleted',
  input: deletionInput,
  load: oneself,
  allow: canLeave,
  async run({ tx, person, subject }) {
    await erase(tx, subject)
    return { id: person.ledgerKey }
  },
  touches: () => [tag.names],
})
