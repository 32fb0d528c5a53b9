import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'
import { hashOf, newSecret } from '../lib/accounts/secrets'
import { people, sessions } from '../lib/accounts/tables'
import { db } from '../lib/db'
import { comments, supports } from '../lib/discussion/tables'
import { tasks } from '../lib/strategy/tables'
import { choices } from '../lib/voting/rules'
import { ballots } from '../lib/voting/tables'
import { size } from './size'
import { dice, voice } from './voices'

/** Someone who is signed in. */
export type Resident = { id: string; ledgerKey: string; cookie: string }
/** Whom and what the measurements need of all that was filled in: people, and the task with the longest thread. */
export type City = { residents: Resident[]; code: string; threadId: string; questionId: string }

const day = 24 * 60 * 60 * 1000
const halfAYear = 180 * day

/** Fills a database that has the strategy and nothing else; a minute for every 300,000 comments. */
export async function fillCity(): Promise<City> {
  const [longest, ...others] = await db.select({ code: tasks.code, threadId: tasks.threadId, questionId: tasks.questionId }).from(tasks).orderBy(tasks.position)
  const residents = await movePeopleIn()
  const threads = spread(longest!.threadId, others.map(({ threadId }) => threadId))
  const voices = [...threads].flatMap(([threadId, count], seed) => conversation(threadId, count, residents, dice(seed + 1)))
  await insert(comments, voices.sort((a, b) => (a.id < b.id ? -1 : 1)))
  await insert(supports, supportsFor(voices, residents))
  await insert(ballots, [longest!, ...others].flatMap(({ questionId }, seed) => votesOn(questionId, residents, dice(seed + 1000))))
  await recordEvents()
  await db.execute(sql`analyze`)
  await db.execute(sql`checkpoint`) // Or it falls into somebody's round.
  return { residents, ...longest! }
}

async function movePeopleIn(): Promise<Resident[]> {
  const moved = Array.from({ length: size.people }, (_, number) => ({ id: v7(), ledgerKey: crypto.randomUUID(), secret: newSecret(), number }))
  await insert(people, moved.map(({ id, ledgerKey, number }) => ({ id, ledgerKey, name: `Osoba ${number + 1}`, email: `osoba-${number + 1}@example.org`, emailCanonical: `osoba-${number + 1}@example.org`, emailVerifiedAt: new Date() })))
  await insert(sessions, moved.map(({ id, secret }) => ({ tokenHash: hashOf(secret), personId: id, expiresAt: new Date(Date.now() + day) })))
  return moved.map(({ id, ledgerKey, secret }) => ({ id, ledgerKey, cookie: `glos-session=${secret}` }))
}

/** How many comments each thread gets. */
function spread(longest: string, others: string[]): Map<string, number> {
  const rest = size.comments - size.longestThread
  const share = (place: number) => Math.floor((rest * (place + 1)) / others.length) - Math.floor((rest * place) / others.length)
  return new Map([[longest, size.longestThread], ...others.map((thread, place): [string, number] => [thread, share(place)])])
}

function conversation(threadId: string, count: number, residents: Resident[], roll: () => number) {
  const said: (typeof comments.$inferInsert & { id: string })[] = []
  const first = Date.now() - halfAYear
  for (let number = 0; number < count; number++) {
    const at = first + Math.floor((halfAYear * (number + roll())) / count) - day
    // Most answers go to what was said lately.
    const parent = said.length && roll() < size.answers ? said[said.length - 1 - Math.floor(roll() ** 2 * Math.min(said.length, 60))] : undefined
    said.push({ id: v7({ msecs: at }), threadId, parentId: parent?.id ?? null, rootId: parent ? (parent.rootId ?? parent.id) : null, authorId: someOf(residents, roll).id, body: voice(roll), postedAt: new Date(at) })
  }
  return said
}

function supportsFor(voices: { id: string; authorId: string }[], residents: Resident[]) {
  const roll = dice(7)
  const given = new Map<string, typeof supports.$inferInsert>()
  for (let number = 0; number < size.supports; number++) {
    const [comment, person] = [someOf(voices, roll), someOf(residents, roll)]
    if (comment.authorId !== person.id) given.set(comment.id + person.id, { commentId: comment.id, personId: person.id })
  }
  return [...given.values()]
}

const votesOn = (questionId: string, residents: Resident[], roll: () => number) =>
  residents.filter(() => roll() < size.turnout).map(({ id }) => ({ questionId, personId: id, choice: someOf(choices, roll) }))

/** Each of these voices and votes was an event once. */
const recordEvents = () =>
  db.execute(sql`
    insert into events (at, name, actor, subject)
    select posted_at, 'comment.posted', ledger_key, comments.id::text from comments join people on people.id = author_id
    union all select cast_at, 'ballot.cast', ledger_key, question_id::text from ballots join people on people.id = person_id
    order by 1`)

const someOf = <Thing>(things: readonly Thing[], roll: () => number): Thing => things[Math.floor(roll() * things.length)]!

/** Many rows, some at a time: a statement may have 65,535 values. */
async function insert<Table extends PgTable>(table: Table, rows: Table['$inferInsert'][]) {
  for (let from = 0; from < rows.length; from += 1000) await db.insert(table).values(rows.slice(from, from + 1000))
}
