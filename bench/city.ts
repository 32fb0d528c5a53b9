import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { hashOf, newSecret } from '../lib/accounts/secrets'
import { client, db } from '../lib/db'
import { tasks } from '../lib/strategy/tables'
import { conversation, reactionsTo, type Said } from './conversation'
import { size } from './size'
import { dice } from './voices'

/** Someone who is signed in. */
export type Resident = { id: string; ledgerKey: string; cookie: string }
/**
 * Whom and what the measurements need of all that was filled in: people, the task with the longest thread, the codes of
 * all others, and of these the quiet one, on whose question nobody has voted.
 */
export type City = { residents: Resident[]; code: string; threadId: string; questionId: string; otherCodes: string[]; quiet: { code: string; questionId: string } }

const day = 24 * 60 * 60 * 1000

/** Fills a database that has the strategy and nothing else, in bulk: what triggers would count is counted here. */
export async function fillCity(): Promise<City> {
  const [longest, ...others] = await db.select({ id: tasks.id, code: tasks.code, threadId: tasks.threadId, questionId: tasks.questionId }).from(tasks).orderBy(tasks.position)
  const quiet = others.at(-1)!
  const residents = await movePeopleIn()
  const threads = spread(longest!.threadId, others.map(({ threadId }) => threadId))
  await client.begin(async (tx) => {
    await tx`set local session_replication_role = replica` // No triggers.
    for (const [seed, [threadId, count]] of [...threads].entries()) {
      const said = conversation(threadId, count, residents.map(({ id }) => id), dice(seed + 1))
      const reactions = reactionsTo(said, Math.round((size.reactions * count) / size.comments), residents.map(({ id }) => id), dice(seed + 100))
      for (let from = 0; from < said.length; from += 1000) await tx`insert into comments ${tx(said.slice(from, from + 1000).map(asRow))}`
      for (let from = 0; from < reactions.length; from += 5000) await tx`insert into reactions ${tx(reactions.slice(from, from + 5000))}`
    }
    await tx`insert into used_words select distinct lexeme from comments, unnest(words) where lexeme ~ '^[[:alpha:]]{3,40}$'`
    await askFurther(tx as never, others.map(({ id }) => id), residents[0]!.id)
    await vote(tx as never, quiet.questionId)
  })
  await recordEvents()
  await db.execute(sql`vacuum analyze`)
  await db.execute(sql`checkpoint`) // Or it falls into somebody's round.
  return { residents, ...longest!, otherCodes: others.map(({ code }) => code), quiet }
}

const asRow = ({ path, ...said }: Said) => ({ ...said, path: `{${path.join()}}` })

async function movePeopleIn(): Promise<Resident[]> {
  // As text: Drizzle has taken dates from this client.
  const [now, tomorrow] = [new Date().toISOString(), new Date(Date.now() + day).toISOString()]
  const moved = Array.from({ length: size.people }, (_, number) => ({ id: v7(), ledgerKey: crypto.randomUUID(), secret: newSecret(), number }))
  const people = moved.map(({ id, ledgerKey, number }) => ({ id, ledger_key: ledgerKey, name: `Osoba ${number + 1}`, email: `osoba-${number + 1}@example.org`, email_canonical: `osoba-${number + 1}@example.org`, email_verified_at: now, verified_resident_at: number % 3 ? null : now }))
  const sessions = moved.map(({ id, secret }) => ({ token_hash: hashOf(secret), person_id: id, expires_at: tomorrow }))
  await client`insert into people ${client(people)}`
  await client`insert into sessions ${client(sessions)}`
  return moved.map(({ id, ledgerKey, secret }) => ({ id, ledgerKey, cookie: `glos-session=${secret}` }))
}

/** How many comments each thread gets. */
function spread(longest: string, others: string[]): Map<string, number> {
  const rest = size.comments - size.longestThread
  const share = (place: number) => Math.floor((rest * (place + 1)) / others.length) - Math.floor((rest * place) / others.length)
  return new Map([[longest, size.longestThread], ...others.map((thread, place): [string, number] => [thread, share(place)])])
}

async function askFurther(tx: typeof client, taskIds: string[], askedBy: string) {
  for (let number = 0; number < size.furtherQuestions; number++) {
    const [question] = await tx`insert into questions (id, kind, prompt, choices) values (${v7()}, 'score', ${`Jak ważne jest to dla Ciebie? (${number + 1})`}, '{1,2,3,4,5}') returning id`
    await tx`insert into task_questions (question_id, task_id, asked_by_id) values (${question!.id as string}, ${taskIds[number % taskIds.length]!}, ${askedBy})`
  }
}

/** Everyone on every question but one, within the last hundred days. */
async function vote(tx: typeof client, quietQuestion: string) {
  await tx`
    insert into ballots (id, question_id, person_id, choices, stratum, cast_at)
    select gen_random_uuid(), questions.id, people.id, array[questions.choices[1 + floor(random() * cardinality(questions.choices))::int]],
      case when people.verified_resident_at is null then 'signed-in' else 'verified' end, now() - random() * interval '100 days'
    from questions join tasks on tasks.question_id = questions.id cross join people where people.email is not null and questions.id <> ${quietQuestion}`
  await tx`
    insert into ballots (id, question_id, person_id, choices, stratum, cast_at)
    select gen_random_uuid(), questions.id, people.id, array[questions.choices[1 + floor(random() * cardinality(questions.choices))::int]],
      case when people.verified_resident_at is null then 'signed-in' else 'verified' end, now() - random() * interval '100 days'
    from questions join task_questions on task_questions.question_id = questions.id cross join people where people.email is not null`
  await tx`insert into ballot_history (ballot_id, choices, stratum, at) select id, choices, stratum, cast_at from ballots order by cast_at`
}

/** Each of these voices and votes was an event once. */
const recordEvents = () =>
  db.execute(sql`
    insert into events (at, name, actor, subject)
    select posted_at, 'comment.posted', ledger_key, comments.id::text from comments join people on people.id = author_id
    union all select cast_at, 'ballot.cast', ledger_key, question_id::text from ballots join people on people.id = person_id
    order by 1`)
