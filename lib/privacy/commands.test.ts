import { randomUUID } from 'node:crypto'
import { eq, inArray, sql, type SQL } from 'drizzle-orm'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { askForLink, chooseName, keepDraft } from '../accounts/commands'
import { drafts, people, roleGrants, sessions } from '../accounts/tables'
import { db } from '../db'
import { recount } from '../../scripts/recounting'
import { editComment, postComment, withdrawComment } from '../discussion/commands/comments'
import { react } from '../discussion/commands/reactions'
import { listComments } from '../discussion/queries/voices'
import { commentRevisions, comments, reactions } from '../discussion/tables'
import { events } from '../events/tables'
import { decideOnComment } from '../moderation/commands/decisions'
import { reportContent } from '../moderation/commands/reports'
import { decisions, reports } from '../moderation/tables'
import { organisationMembers, organisations } from '../organisations/tables'
import type { Person } from '../person'
import { proposalConflicts, proposalEdits, proposalNotes, proposals } from '../proposals/tables'
import { usedWords } from '../search/tables'
import { aPerson, aTask } from '../testing'
import { castBallot } from '../voting/commands'
import { getTally } from '../voting/queries'
import { deleteAccount } from './commands'
import { aboutPeople } from './erasure'
import { takenOut } from './own-data'
import { getWhatStays, listOwnData } from './queries'

const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => 'allowed', (error: { objection?: { key: string } }) => error.objection?.key ?? error)
const sure = { sure: 'yes' }

async function anOrganisation({ members, contactEmail = 'biuro@example.org', confirmed = true }: { members: Person[]; contactEmail?: string; confirmed?: boolean }) {
  const judge = await aPerson({ roles: ['moderator'] })
  const [organisation] = await db
    .insert(organisations)
    .values({
      name: `Fundacja ${randomUUID()}`, slug: randomUUID(), legalForm: 'foundation', seat: 'Toruń', about: 'Sadzimy drzewa.', contactEmail, contactPhone: '600 100 200',
      registeredById: members[0]!.id, ...(confirmed && { confirmedAt: new Date(), confirmedById: judge.id }),
    })
    .returning({ id: organisations.id })
  await db.insert(organisationMembers).values(members.map(({ id }) => ({ organisationId: organisation!.id, personId: id })))
  return organisation!.id
}

const aDraftOf = async (organisationId: string, by: Person) => {
  const [proposal] = await db.insert(proposals).values({ organisationId, createdById: by.id, draft: {} as never }).returning({ id: proposals.id })
  await db.insert(proposalEdits).values({ proposalId: proposal!.id, revision: 1, path: 'title', before: '', after: 'Ogród', byId: by.id })
  await db.insert(proposalConflicts).values({ proposalId: proposal!.id, personId: by.id, path: 'title', mine: by.name ?? '' })
  await db.insert(proposalNotes).values({ proposalId: proposal!.id, step: 'idea', authorId: by.id, body: `${by.name} dopisze koszty.` })
  return proposal!.id
}
const there = (id: string) => db.$count(proposals, eq(proposals.id, id))

/** Every row of every table, as text. */
async function dump() {
  const tables = await db.execute<{ name: string }>(sql`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`)
  const rows = await Promise.all(tables.map(({ name }) => db.execute<{ row: string }>(sql.raw(`select '${name}: ' || t::text as row from ${name} t`))))
  return rows.flat().map(({ row }) => row)
}

test('every column that points to a person says what becomes of it', async () => {
  const pointing = await db.execute<{ column: string }>(sql`
    select t.relname || '.' || a.attname as column
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.confrelid = 'people'::regclass`)
  expect(Object.keys(aboutPeople).sort()).toEqual(pointing.map(({ column }) => column).sort())
})

test('after an account is deleted, neither address nor name is anywhere, and what was said and voted stays', async () => {
  const name = `Zenobia ${[...randomUUID().replace(/[^a-f]/g, '')].join('')}owska`
  const task = await aTask()
  const [leaving, other, moderator] = await Promise.all([aPerson({ roles: ['moderator'], name: null }), aPerson(), aPerson({ roles: ['moderator'] })])
  await chooseName(leaving, { name })
  leaving.name = name
  await db.insert(sessions).values({ tokenHash: randomUUID(), personId: leaving.id, expiresAt: new Date(Date.now() + 1e6) })
  await askForLink(null, { email: leaving.email.toUpperCase(), language: 'pl' })
  const { key } = await keepDraft(null, { form: 'organisation', values: { contactEmail: leaving.email.toUpperCase() } })
  const organisationId = await anOrganisation({ members: [leaving], contactEmail: leaving.email })
  const draftId = await aDraftOf(organisationId, leaving)
  const own = await postComment(leaving, { threadId: task.threadId, body: 'Warto posadzić tu lipy.' })
  const others = await postComment(other, { threadId: task.threadId, body: 'A może klony?' })
  await react(leaving, { commentId: others.id, revision: 1, kind: 'agree' })
  await castBallot(leaving, { questionId: task.questionId, choice: 'for' })
  await reportContent(leaving, { commentId: others.id, revision: 1, ground: 'off-topic', sentence: 'Klony są gdzie indziej.' })
  const keeping = await decideOnComment(moderator, { commentId: others.id, kind: 'keep', sentence: 'Jest na temat.' })
  const hiding = await decideOnComment(moderator, { commentId: own.id, kind: 'hide', ground: 'off-topic', sentence: 'To o czym innym.' })
  await decideOnComment(leaving, { commentId: others.id, kind: 'hide', ground: 'spam', sentence: 'Jednak reklama.', seen: keeping.id })
  const before = await dump()
  for (const trace of [leaving.email, name]) expect(before.filter((row) => row.toLowerCase().includes(trace.toLowerCase())).length).toBeGreaterThan(0)

  await deleteAccount(leaving, sure)

  const rows = await dump()
  for (const trace of [leaving.email, name, name.split(' ')[1]!]) expect(rows.filter((row) => row.toLowerCase().includes(trace.toLowerCase()))).toEqual([])
  // Events know a key that is nobody's now.
  expect(rows.filter((row) => row.includes(leaving.ledgerKey) && !row.startsWith('public.events:'))).toEqual([])
  expect((await db.select({ name: events.name }).from(events).where(eq(events.subject, leaving.ledgerKey))).map(({ name }) => name)).toContain('account.deleted')
  expect(await db.select().from(people).where(eq(people.id, leaving.id))).toMatchObject([{ name: null, email: null, emailCanonical: null, emailVerifiedAt: null, suspendedUntil: null, erasedAt: expect.any(Date) }])
  expect(await db.$count(roleGrants, eq(roleGrants.personId, leaving.id))).toBe(0)
  expect(await db.$count(sessions, eq(sessions.personId, leaving.id))).toBe(0)
  expect(await db.$count(organisationMembers, eq(organisationMembers.personId, leaving.id))).toBe(0)
  expect(await db.$count(drafts, eq(drafts.id, key))).toBe(0)
  expect(await there(draftId)).toBe(0)
  expect(await db.select({ contactEmail: organisations.contactEmail, contactPhone: organisations.contactPhone }).from(organisations).where(eq(organisations.id, organisationId))).toEqual([{ contactEmail: '', contactPhone: null }])

  expect(await db.select({ personId: reactions.personId, kind: reactions.kind }).from(reactions).where(eq(reactions.commentId, others.id))).toEqual([{ personId: null, kind: 'agree' }])
  expect(await db.select({ reporterId: reports.reporterId }).from(reports).where(eq(reports.commentId, others.id))).toEqual([{ reporterId: null }])
  expect((await getTally(null, task.questionId))!.choices.for).toBe(1)
  expect(await db.$count(decisions, inArray(decisions.id, [hiding.id, keeping.id]))).toBe(2)
  await decideOnComment(moderator, { commentId: own.id, kind: 'restore', sentence: 'Jednak na temat.', seen: hiding.id })
  expect(await listComments(null, task.threadId, undefined, 10)).toMatchObject([{ id: own.id, author: null, body: 'Warto posadzić tu lipy.' }])
})

test('is for oneself, once, and only with a deliberate yes', async () => {
  const person = await aPerson()
  expect(await refusalOf(deleteAccount(person, {}))).toBe('objection.checkTheForm')
  const answers = await Promise.all([1, 2, 3].map(() => refusalOf(deleteAccount(person, sure))))
  expect(answers.sort()).toEqual(['allowed', 'objection.missing', 'objection.missing'])
  expect(await refusalOf(deleteAccount({ ...(await aPerson()), roles: ['system'] }, sure))).toBe('objection.notYours')
  expect(await refusalOf(deleteAccount({ ...(await aPerson()), suspendedUntil: new Date(Date.now() + 1e6) }, sure))).toBe('allowed')
})

test('leaves other people as they are', async () => {
  const [leaving, stays] = await Promise.all([aPerson(), aPerson({ roles: ['moderator'] })])
  await askForLink(null, { email: stays.email, language: 'pl' })
  const stable = async () => (await dump()).filter((row) => row.includes(stays.id) || row.includes(stays.email)).sort()
  const before = await stable()
  expect(before.length).toBeGreaterThan(3)
  await deleteAccount(leaving, sure)
  expect(await stable()).toEqual(before)
})

test('an organisation outlives its last member, without drafts; with another member it keeps them', async () => {
  const [last, one, another] = await Promise.all([aPerson(), aPerson(), aPerson()])
  const deserted = await anOrganisation({ members: [last] })
  const carried = await anOrganisation({ members: [one, another] })
  const unconfirmed = await anOrganisation({ members: [last], confirmed: false })
  const [lost, kept] = [await aDraftOf(deserted, last), await aDraftOf(carried, one)]
  expect((await getWhatStays(last)).organisations.map(({ confirmed, last }) => ({ confirmed, last }))).toEqual(expect.arrayContaining([{ confirmed: true, last: true }, { confirmed: false, last: true }]))
  expect((await getWhatStays(one)).organisations).toMatchObject([{ last: false }])
  await Promise.all([deleteAccount(last, sure), deleteAccount(one, sure)])
  expect(await db.$count(organisations, inArray(organisations.id, [deserted, carried]))).toBe(2)
  expect(await db.$count(organisations, eq(organisations.id, unconfirmed))).toBe(0)
  expect([await there(lost), await there(kept)]).toEqual([0, 1])
})

test('of two last members who leave at once, one is the last', async () => {
  const members = await Promise.all([aPerson(), aPerson()])
  const organisationId = await anOrganisation({ members })
  const draftId = await aDraftOf(organisationId, members[0]!)
  await Promise.all(members.map((member) => deleteAccount(member, sure)))
  expect(await there(draftId)).toBe(0)
})

test('their own texts lose what they are known by, earlier wordings too; what they took back loses its text; words that nobody uses are forgotten', async () => {
  const [leaving, other, task] = [await aPerson({ name: 'Zdzisława Kręcka' }), await aPerson(), await aTask()]
  const word = `osobliwy${[...randomUUID().replace(/[^a-f]/g, '')].join('')}`
  const post = (body: string) => postComment(leaving, { threadId: task.threadId, body, goesOn: 'yes' })
  const [changed, taken, named] = [await post(`Dzwońcie do mnie: 600 123 456. ${word}`), await post(`Nie piszcie tego nigdzie. ${word}`), await post('Z Wrzosów, podpisano: zdzisława kręcka.')]
  await db.update(comments).set({ heldAt: null, heldFor: null }).where(eq(comments.id, changed.id)) // A moderator has looked.
  await react(other, { commentId: changed.id, revision: 1, kind: 'agree' })
  await editComment(leaving, { commentId: changed.id, revision: 1, body: `Nie dzwońcie. ${leaving.email}`, goesOn: 'yes' })
  await withdrawComment(leaving, { commentId: taken.id })
  const reported = await reportContent(leaving, { commentId: (await postComment(other, { threadId: task.threadId, body: 'A może klony?' })).id, revision: 1, ground: 'abuse', sentence: `To o mnie: ${leaving.name}.` })
  expect((await listOwnData(leaving)).map(({ id, passages }) => [id, passages])).toEqual([[changed.id, [leaving.email]], [named.id, ['zdzisława kręcka']]])

  await deleteAccount(leaving, { sure: 'yes', words: 'Wrzosów\n\nosobliwość' })
  const bodies = async (id: string) => (await db.select({ body: comments.body }).from(comments).where(eq(comments.id, id))).map(({ body }) => body)
  expect([await bodies(changed.id), await bodies(taken.id), await bodies(named.id)].flat()).toEqual([`Nie dzwońcie. ${takenOut}`, '–', `Z ${takenOut}, podpisano: ${takenOut}.`])
  expect(await db.select({ body: commentRevisions.body }).from(commentRevisions).where(eq(commentRevisions.commentId, changed.id))).toEqual([{ body: `Dzwońcie do mnie: ${takenOut}. ${word}` }])
  expect(await db.select({ sentence: reports.sentence }).from(reports).where(eq(reports.id, reported.id))).toEqual([{ sentence: `To o mnie: ${takenOut}.` }])
  expect(await db.$count(usedWords, inArray(usedWords.word, ['krecka', word, 'klony']))).toBe(1)
})

test('nothing but an erasure changes an earlier wording or what a ballot said, and that no more than it must', async () => {
  const [person, task] = [await aPerson(), await aTask()]
  const { id } = await postComment(person, { threadId: task.threadId, body: 'Lipy.' })
  await react(await aPerson(), { commentId: id, revision: 1, kind: 'agree' })
  await editComment(person, { commentId: id, revision: 1, body: 'Klony.' })
  await castBallot(person, { questionId: task.questionId, choice: 'for' })
  const erasing = (change: SQL) => db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('glos.erasing', 'on', true)`)
    await tx.execute(change)
  })
  const ofQuestion = sql`ballot_id in (select id from ballots where question_id = ${task.questionId})`
  for (const change of [sql`update comment_revisions set body = 'x' where comment_id = ${id}`, sql`update ballot_history set at = date_trunc('day', at, 'Europe/Warsaw') where ${ofQuestion}`]) await expect(db.execute(change)).rejects.toThrow()
  for (const change of [
    sql`update comment_revisions set stance = 'for' where comment_id = ${id}`, sql`delete from comment_revisions where comment_id = ${id}`,
    sql`update ballot_history set choices = '{against}', at = date_trunc('day', at, 'Europe/Warsaw') where ${ofQuestion}`, sql`update ballot_history set at = now() where ${ofQuestion}`, sql`delete from ballot_history where ${ofQuestion}`,
  ]) await expect(erasing(change)).rejects.toThrow()
})

test('a ballot cannot be found by the moment of its event: only the day is left, and the count, its history and the recount agree', async () => {
  const [leaving, other, task] = [await aPerson(), await aPerson(), await aTask()]
  for (const choice of ['against', 'for']) await castBallot(leaving, { questionId: task.questionId, choice })
  await castBallot(other, { questionId: task.questionId, choice: 'against' })
  const lines = () => db.execute<{ id: string; mine: boolean; choices: string[] }>(sql`
    select h.id, b.person_id is distinct from ${other.id} as mine, h.choices from ballot_history h join ballots b on b.id = h.ballot_id where b.question_id = ${task.questionId} order by h.id`)
  const before = (await lines()).filter(({ mine }) => mine)
  await deleteAccount(leaving, sure)
  const after = await lines()
  expect(after.map(({ mine, choices }) => ({ mine, choices }))).toEqual([{ mine: true, choices: ['against'] }, { mine: true, choices: ['for'] }, { mine: false, choices: ['against'] }])
  expect(after.filter(({ id }) => before.some((line) => line.id === id))).toEqual([])
  for (const { id, mine } of after) expect(Number(id) < 0).toBe(mine) // Random, so that no neighbour tells when they voted or left.

  // Every time that the database keeps of a ballot is a whole day: it is within the hour of no act.
  const times = await db.execute<{ place: string; column: string }>(sql`
    select table_name as place, column_name as column from information_schema.columns timed
    where table_schema = 'public' and data_type like 'timestamp%' and (table_name = 'ballots' or exists (select from information_schema.columns other where other.table_name = timed.table_name and other.column_name = 'ballot_id'))`)
  expect(times.map(({ place, column }) => `${place}.${column}`).sort()).toEqual(['ballot_history.at', 'ballots.cast_at'])
  const [moments] = await db.execute<{ many: number }>(sql`
    select count(*)::int as many from (select cast_at as at, id from ballots union all select at, ballot_id from ballot_history) kept where id in (select id from ballots where question_id = ${task.questionId}) and at <> date_trunc('day', at, 'Europe/Warsaw')`)
  expect(moments!.many).toBe(0)
  expect(await getTally(null, task.questionId)).toMatchObject({ total: 2, choices: { for: 1, against: 1 } })
  const connection = postgres(process.env.DATABASE_URL!, { max: 1 })
  expect((await recount(connection, task.questionId, null)).differences).toEqual([])
  await connection.end()
})
