import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '../db'
import type { Level, Person, Role, Viewer } from '../person'
import { hashOf, keyedHash } from './secrets'
import { people, roleGrants, sessions } from './tables'

/** The person whose browser holds this token, or null when the session is over. */
export async function personOfSession(token: string): Promise<Viewer> {
  const [person] = await db
    .select(personColumns)
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, hashOf(token)), gt(sessions.expiresAt, sql`now()`), isNull(people.erasedAt), isNull(people.bannedAt)))
  return person ? known(person) : null
}

/** Whether the session that this token holds began within so many minutes, by the database's clock. */
export async function sessionIsYoungerThan(token: string, minutes: number): Promise<boolean> {
  return (await db.$count(sessions, and(eq(sessions.tokenHash, hashOf(token)), gt(sessions.expiresAt, sql`now()`), gt(sessions.startedAt, sql`now() - ${minutes} * interval '1 minute'`)))) > 0
}

/** A person by id, as commands want them; for jobs and the command line. */
export async function personById(id: string): Promise<Viewer> {
  const [person] = await db.select(personColumns).from(people).where(eq(people.id, id))
  return person ? known(person) : null
}

/** Whoever does what nobody in particular does: seeded, cannot sign in. */
export async function systemPerson(): Promise<Person> {
  const [person] = await db.select(personColumns).from(people).innerJoin(roleGrants, and(eq(roleGrants.personId, people.id), eq(roleGrants.role, 'system')))
  if (!person) throw new Error('The system person is missing: are the migrations applied?')
  return known(person)
}

const personColumns = {
  emailCanonical: people.emailCanonical,
  level: sql<Level>`case when ${people.verifiedResidentAt} is not null then 'verified' when ${people.declaredResidentAt} is not null then 'declared' else 'email' end`,
  id: people.id,
  name: people.name,
  suspendedUntil: people.suspendedUntil,
  ledgerKey: people.ledgerKey,
  roles: sql<Role[]>`(select coalesce(array_agg(role), '{}') from role_grants where person_id = ${people.id})`,
}

type Row = Omit<Person, 'addressKey'> & { emailCanonical: string | null }
/** The address itself goes no further. */
const known = ({ emailCanonical, ...person }: Row): Person => ({ ...person, addressKey: emailCanonical && keyedHash('address', emailCanonical) })
