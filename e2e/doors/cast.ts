import { eq } from 'drizzle-orm'
import { hashOf, newSecret } from '../../lib/accounts/secrets'
import { people, sessions } from '../../lib/accounts/tables'
import { db } from '../../lib/db'
import type { Person, Role } from '../../lib/person'
import { aPerson } from '../../lib/testing'
import { roleNames, type RoleName, type Session } from './roles'

/** Somebody who is signed in, with what their browser holds. */
export type Player = Person & { email: string; session: string }

/** A session for somebody, as a row: what asking for a link, reading the mail and pressing the button would have made. */
export async function sessionOf(personId: string, { over = false } = {}): Promise<Session> {
  const session = newSecret()
  await db.insert(sessions).values({ tokenHash: hashOf(session), personId, expiresAt: new Date(Date.now() + (over ? -1000 : 3_600_000)) })
  return session
}

const rolesOf: Partial<Record<RoleName, Role[]>> = { assessor: ['official'], official: ['official'], coordinator: ['coordinator'], moderator: ['moderator'], admin: ['admin'] }

/** Everybody of `roles.ts` but nobody. @param marked a mark for each name and address */
export async function theCast(marked: (what: string) => string): Promise<Record<RoleName, Player>> {
  const players = await Promise.all(
    roleNames.map(async (role) => {
      const name = marked(`name ${role}`)
      const email = `${marked(`mail ${role}`)}@example.org`
      const person = await aPerson({ name, roles: rolesOf[role] ?? [] })
      await db.update(people).set({ email, emailCanonical: email, ...(role === 'suspended' && { suspendedUntil: new Date(Date.now() + 86_400_000) }) }).where(eq(people.id, person.id))
      return [role, { ...person, email, session: await sessionOf(person.id, { over: role === 'former' }) }] as const
    }),
  )
  return Object.fromEntries(players) as Record<RoleName, Player>
}
