import { and, eq, isNull, sql } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { command } from '../command'
import type { Tx } from '../db'
import { newFileKey } from '../file-store'
import type { Person } from '../person'
import { tag } from '../tags'
import { erase } from './erasure'
import { canAskForCopy, canLeave, copyInput, deletionInput } from './rules'
import { personalCopies } from './tables'

/** The person's row, held against whatever else is being done about them. */
async function oneself(tx: Tx, _: unknown, person: Person) {
  const [row] = await tx
    .select({ id: people.id, name: people.name, email: people.email, emailCanonical: people.emailCanonical })
    .from(people)
    .where(and(eq(people.id, person.id), isNull(people.erasedAt)))
    .for('update')
  return row && { ...row, addressKey: person.addressKey }
}

/** The same, and whether they have a copy of their data already. */
async function oneselfWithCopy(tx: Tx, input: unknown, person: Person) {
  const row = await oneself(tx, input, person)
  return row && { hasOne: (await tx.$count(personalCopies, eq(personalCopies.personId, row.id))) > 0 }
}

/** Deletes one's own account at once and for ever: see `erasure.ts` for what goes and what stays. */
export const deleteAccount = command({
  event: 'account.deleted',
  input: deletionInput,
  load: oneself,
  allow: canLeave,
  async run({ tx, person, input, subject }) {
    await erase(tx, { ...subject, words: input.words })
    return { id: person.ledgerKey }
  },
  touches: () => [tag.names],
})

/** Asks for a copy of all that we know about oneself: made by a job (`copy/making.ts`), which tells by mail when it is there. */
export const askForCopy = command({
  event: 'copy.asked',
  input: copyInput,
  limit: { max: 5, minutes: 24 * 60 },
  load: oneselfWithCopy,
  allow: canAskForCopy,
  async run({ tx, person, input }) {
    await tx.insert(personalCopies).values({ personId: person.id, language: input.language, jsonKey: newFileKey(), pageKey: newFileKey() })
    await tx.execute(sql`select pg_notify('personal-copies', '')`)
    return { id: person.ledgerKey }
  },
  conflicts: { personal_copies_one_each_person: { key: 'privacy.copy.hasOne' } },
})
