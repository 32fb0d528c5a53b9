import { randomUUID } from 'node:crypto'
import { keyedHash } from './accounts/secrets'
import { people, roleGrants } from './accounts/tables'
import { db } from './db'
import { openThread } from './discussion/steps'
import type { Level, Person, Role } from './person'
import { areas, operationalGoals, strategicGoals, tasks } from './strategy/tables'
import { askQuestion } from './voting/steps'

/** For tests: somebody with an account of their own. */
export async function aPerson({ roles = [], name = 'Ala z Bydgoskiego', level = 'email', email = `${randomUUID()}@example.org` }: { roles?: Role[]; name?: string | null; level?: Level; email?: string } = {}): Promise<Person & { email: string }> {
  const [person] = await db.insert(people).values({ name, email, emailCanonical: email, emailVerifiedAt: new Date(), declaredResidentAt: level === 'email' ? null : new Date(), verifiedResidentAt: level === 'verified' ? new Date() : null }).returning()
  if (roles.length) await db.insert(roleGrants).values(roles.map((role) => ({ personId: person!.id, role, grantedById: person!.id })))
  return { id: person!.id, name, email, roles, suspendedUntil: null, ledgerKey: person!.ledgerKey, level, addressKey: keyedHash('address', email) }
}

/** For tests: a task of the strategy with its thread and its question, apart from all others. */
export async function aTask(): Promise<{ id: string; code: string; threadId: string; questionId: string }> {
  const code = randomUUID()
  return db.transaction(async (tx) => {
    const place = { code, title: 'Wspieranie sąsiedzkich ogrodów', position: Math.floor(Math.random() * 2 ** 31) }
    const [area] = await tx.insert(areas).values({ name: `Obszar ${code}`, position: place.position }).returning()
    const [strategic] = await tx.insert(strategicGoals).values({ ...place, areaId: area!.id }).returning()
    const [operational] = await tx.insert(operationalGoals).values({ ...place, strategicGoalId: strategic!.id }).returning()
    const threadId = await openThread(tx)
    const questionId = await askQuestion(tx, 'opinion')
    const [task] = await tx.insert(tasks).values({ ...place, operationalGoalId: operational!.id, threadId, questionId }).returning({ id: tasks.id })
    return { id: task!.id, code, threadId, questionId }
  })
}
