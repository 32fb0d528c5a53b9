import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { people } from '../accounts/tables'
import { db } from '../db'
import { editComment, postComment, withdrawComment } from '../discussion/commands/comments'
import { getBranch } from '../discussion/queries/branch'
import { listBranches } from '../discussion/queries/branches'
import { getThread } from '../discussion/queries/threads'
import { listComments, listNewest } from '../discussion/queries/voices'
import { events } from '../events/tables'
import { organisationMembers, organisations } from '../organisations/tables'
import type { Person, Role } from '../person'
import { outbox } from '../tables'
import { aPerson, aTask } from '../testing'
import { decideOnComment, lockThread, unlockThread } from './commands/decisions'
import { reportContent } from './commands/reports'
import { getCase } from './queries/case'
import { countPublicDecisions, listPublicDecisions } from './queries/ledger'
import { listQueue } from './queries/queue'
import { getReasonsFor, getReportable } from './queries/reporting'
import { decisions, reports } from './tables'

const sentence = 'W treści jest adres sąsiadki.'
const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => 'allowed', (error: { objection?: { key: string } }) => error.objection?.key ?? error)
const aModerator = () => aPerson({ roles: ['moderator'], name: 'Moderuje Ola' })

async function aComment({ author, organisationId, threadId, body = 'Warto posadzić tu lipy.' }: { author?: Person; organisationId?: string; threadId?: string; body?: string } = {}) {
  const place = threadId ?? (await aTask()).threadId
  const writer = author ?? (await aPerson())
  const { id } = await postComment(writer, { threadId: place, body, ...(organisationId && { speaksAs: organisationId }) })
  return { id: String(id), threadId: place, author: writer as Awaited<ReturnType<typeof aPerson>> }
}

async function anOrganisation(member: Person) {
  const founder = await aPerson()
  const name = `Fundacja ${randomUUID()}`
  const [organisation] = await db
    .insert(organisations)
    .values({ name, slug: randomUUID(), legalForm: 'foundation', seat: 'Toruń', about: 'Sadzimy drzewa.', contactEmail: 'biuro@example.org', registeredById: founder.id, confirmedAt: new Date(), confirmedById: (await aModerator()).id })
    .returning({ id: organisations.id })
  await db.insert(organisationMembers).values({ organisationId: organisation!.id, personId: member.id })
  return organisation!.id
}

const report = (person: Person, commentId: string, more: object = {}) => reportContent(person, { commentId, revision: 1, ground: 'personal-data', sentence, ...more })
const hide = (person: Person, commentId: string, more: object = {}) => decideOnComment(person, { commentId, kind: 'hide', ground: 'personal-data', sentence, ...more })
const decide = (person: Person, commentId: string, kind: string, seen?: string) => decideOnComment(person, { commentId, kind, sentence, ...(seen && { seen }) })
/** Somewhere in the queue, page by page: other tests fill it too. */
async function queued(viewer: Person | null, id: string) {
  for (let after: string | undefined; ; ) {
    const { items, next } = await listQueue(viewer, { after })
    const found = items.find((item) => item.id === id)
    if (found || !next) return found
    after = next
  }
}
const decisionsAbout = (commentId: string) => db.select().from(decisions).where(eq(decisions.commentId, commentId)).orderBy(decisions.at)
const mailsTo = (person: { email: string }) => db.select().from(outbox).where(eq(outbox.recipient, person.email))

describe('reporting', () => {
  test('is stored, and waits', async () => {
    const comment = await aComment()
    const reporter = await aPerson()
    const { id } = await report(reporter, comment.id)
    expect(await db.select().from(reports).where(eq(reports.id, id))).toMatchObject([{ commentId: comment.id, reporterId: reporter.id, ground: 'personal-data', sentence, decisionId: null }])
  })

  test('twice, also at once, is one report, and the second is told kindly', async () => {
    const comment = await aComment()
    const reporter = await aPerson()
    const answers = await Promise.all([1, 2, 3, 4].map(() => refusalOf(report(reporter, comment.id))))
    expect(answers.sort()).toEqual(['allowed', ...Array(3).fill('moderation.objection.reportedBefore')])
    expect(await db.$count(reports, eq(reports.commentId, comment.id))).toBe(1)
  })

  test('needs somebody else’s comment that can be read', async () => {
    const comment = await aComment()
    expect(await refusalOf(report(comment.author, comment.id))).toBe('moderation.objection.reportOwn')
    expect(await refusalOf(report({ ...(await aPerson()), suspendedUntil: new Date(Date.now() + 1e6) }, comment.id))).toBe('objection.suspended')
    expect(await refusalOf(report(await aPerson(), randomUUID()))).toBe('objection.missing')
    await hide(await aModerator(), comment.id)
    expect(await refusalOf(report(await aPerson(), comment.id))).toBe('moderation.objection.reportHidden')
  })
})

test('A49: however many report a comment, it stays to be read until somebody decides', async () => {
  const comment = await aComment()
  await Promise.all(Array.from({ length: 12 }, async () => report(await aPerson(), comment.id)))
  expect((await getReportable(null, comment.id))!.state).toBe('shown')
})

describe('deciding', () => {
  test('reported, hidden, restored: each step answers what it should', async () => {
    const [comment, moderator, reporters] = await Promise.all([aComment(), aModerator(), Promise.all([aPerson(), aPerson()])])
    for (const reporter of reporters) await report(reporter, comment.id)

    const hiding = await hide(moderator, comment.id)
    expect((await getReportable(null, comment.id))!.state).toBe('hidden')
    expect(await db.select({ decisionId: reports.decisionId }).from(reports).where(eq(reports.commentId, comment.id))).toEqual([{ decisionId: hiding.id }, { decisionId: hiding.id }])

    const restoring = await decide(await aModerator(), comment.id, 'restore', hiding.id)
    expect((await getReportable(null, comment.id))!.state).toBe('shown')
    expect(await decisionsAbout(comment.id)).toMatchObject([{ kind: 'hide', afterId: null }, { id: restoring.id, kind: 'restore', ground: 'none', afterId: hiding.id }])
    expect(await db.select({ name: events.name }).from(events).where(eq(events.subject, hiding.id))).toEqual([{ name: 'comment.judged' }])
  })

  test('keeping answers the reports and hides nothing', async () => {
    const [comment, moderator] = await Promise.all([aComment(), aModerator()])
    expect(await refusalOf(decide(moderator, comment.id, 'keep'))).toBe('moderation.objection.nothingWaits')
    await report(await aPerson(), comment.id)
    const { id } = await decide(moderator, comment.id, 'keep')
    expect((await getReportable(null, comment.id))!.state).toBe('shown')
    expect(await db.select({ decisionId: reports.decisionId }).from(reports).where(eq(reports.commentId, comment.id))).toEqual([{ decisionId: id }])
    expect(await mailsTo(comment.author)).toEqual([])
  })

  test('the author gets a mail with rule, sentence and place, in Polish and in English', async () => {
    const task = await aTask()
    const comment = await aComment({ threadId: task.threadId })
    await hide(await aModerator(), comment.id)
    const [mail] = await mailsTo(comment.author)
    expect(mail!.subject).toContain('ukryty')
    for (const part of ['cudze dane osobowe', 'someone else’s personal data', sentence, task.code, `/zadania/${task.code}/glos/${comment.id}`]) expect(mail!.body).toContain(part)
    expect(mail!.body).not.toContain('Moderuje Ola')
  })

  test('two moderators at once make one decision, and the second is told', async () => {
    for (const kinds of [['hide', 'hide'], ['hide', 'keep'], ['keep', 'keep']]) {
      const [comment, one, another] = await Promise.all([aComment(), aModerator(), aModerator()])
      await report(await aPerson(), comment.id)
      const answers = await Promise.all([one, another].map((moderator, n) => refusalOf(kinds[n] === 'hide' ? hide(moderator, comment.id) : decide(moderator, comment.id, kinds[n]!))))
      expect(answers.sort()).toEqual(['allowed', 'moderation.objection.alreadyDecided'])
      expect(await decisionsAbout(comment.id)).toHaveLength(1)
    }
  })

  test('is on what was seen: who has not seen the newest decision is told', async () => {
    const [comment, moderator] = await Promise.all([aComment(), aModerator()])
    const hiding = await hide(moderator, comment.id)
    expect(await refusalOf(decide(moderator, comment.id, 'restore'))).toBe('moderation.objection.alreadyDecided')
    expect(await refusalOf(hide(moderator, comment.id, { seen: hiding.id }))).toBe('moderation.objection.hide')
    await decide(moderator, comment.id, 'restore', hiding.id)
    expect(await refusalOf(decide(moderator, comment.id, 'restore', hiding.id))).toBe('moderation.objection.alreadyDecided')
  })

  const roles: [string, Role[], boolean, string][] = [
    ['a resident', [], false, 'objection.notYours'],
    ['an official', ['official'], false, 'objection.notYours'],
    ['a moderator', ['moderator'], false, 'allowed'],
    ['an admin', ['admin'], false, 'allowed'],
    ['a suspended moderator', ['moderator'], true, 'objection.suspended'],
  ]
  test.each(roles)('%s', async (_, given, suspended, answer) => {
    const person = { ...(await aPerson({ roles: given })), suspendedUntil: suspended ? new Date(Date.now() + 1e6) : null }
    const comment = await aComment()
    await report(await aPerson(), comment.id)
    expect(await refusalOf(decide(person, comment.id, 'keep'))).toBe(answer)
    expect(await refusalOf(hide(person, (await aComment()).id))).toBe(answer)
    expect(await refusalOf(lockThread(person, { threadId: comment.threadId, ground: 'abuse', sentence }))).toBe(answer)
    const seen = (await db.select().from(decisions).where(eq(decisions.threadId, comment.threadId)))[0]?.id
    expect(await refusalOf(unlockThread(person, { threadId: comment.threadId, sentence, seen }))).toBe(answer)
  })

  test('A50: nobody decides about their own, nor about what was said in their organisation’s name', async () => {
    const moderator = await aModerator()
    const own = await aComment({ author: moderator })
    expect(await refusalOf(hide(moderator, own.id))).toBe('moderation.objection.own')
    const member = await aPerson()
    const organisationId = await anOrganisation(member)
    const colleagues = await aComment({ author: member, organisationId })
    expect(await refusalOf(hide(moderator, colleagues.id))).toBe('allowed')
    await db.insert(organisationMembers).values({ organisationId, personId: moderator.id })
    const theirs = await aComment({ author: member, organisationId })
    expect(await refusalOf(hide(moderator, theirs.id))).toBe('moderation.objection.own')
  })

  test('A50: the database refuses what the code should never ask for', async () => {
    const [comment, moderator] = await Promise.all([aComment(), aModerator()])
    const { id } = await hide(moderator, comment.id)
    const refused = { cause: expect.objectContaining({ message: expect.stringMatching(/never edited|violates|constraint/) }) }
    await expect(db.update(decisions).set({ sentence: 'Inne uzasadnienie.' }).where(eq(decisions.id, id))).rejects.toMatchObject(refused)
    await expect(db.delete(decisions).where(eq(decisions.id, id))).rejects.toMatchObject(refused)
    const decision = { commentId: comment.id, kind: 'restore', ground: 'none', sentence, authorId: comment.author.id, moderatorId: moderator.id, afterId: id } as const
    for (const wrong of [{ moderatorId: comment.author.id }, { afterId: null }, { ground: 'spam' as const }, { kind: 'lock' as const }, { threadId: comment.threadId }, { authorId: null }]) {
      await expect(db.insert(decisions).values({ ...decision, ...wrong })).rejects.toMatchObject(refused)
    }
    expect(await decisionsAbout(comment.id)).toMatchObject([{ sentence }])
  })
})

describe('what a check holds', () => {
  const aHeldComment = async (more: Parameters<typeof aComment>[0] = {}) => aComment({ body: 'To kurwa skandal', ...more })
  const isRead = async ({ id, threadId }: { id: string; threadId: string }) => (await listComments(null, threadId, undefined, 99)).some((comment) => comment.id === id)

  test('stands in the queue, with the check and the passage; only the desk and its author know', async () => {
    const [held, moderator] = await Promise.all([aHeldComment(), aModerator()])
    expect(await queued(moderator, held.id)).toMatchObject({ kind: 'held', heldFor: 'words', passage: 'kurwa', own: false })
    expect(await getCase(moderator, held.id)).toMatchObject({ held: { for: 'words', passage: 'kurwa' }, waiting: 1 })
    for (const viewer of [null, await aPerson(), held.author]) expect([await queued(viewer, held.id), await getCase(viewer, held.id)]).toEqual([undefined, null])
    expect(await isRead(held)).toBe(false)
  })

  test('is read once it is kept, and the decision is in the ledger as any other', async () => {
    const [held, moderator] = await Promise.all([aHeldComment(), aModerator()])
    const { id } = await decide(moderator, held.id, 'keep')
    expect(await isRead(held)).toBe(true)
    expect(await queued(moderator, held.id)).toBeUndefined()
    expect((await listPublicDecisions(null, 'pl')).decisions.find((decision) => decision.id === id)).toMatchObject({ kind: 'keep', ground: 'none' })
    expect(await db.select({ name: events.name }).from(events).where(eq(events.subject, id))).toEqual([{ name: 'comment.judged' }])
    expect(await refusalOf(decide(moderator, held.id, 'keep', id))).toBe('moderation.objection.nothingWaits')
  })

  test('can be hidden instead, and restored to be read', async () => {
    const [held, moderator] = await Promise.all([aHeldComment(), aModerator()])
    const hiding = await hide(moderator, held.id)
    expect([await isRead(held), await queued(moderator, held.id), (await mailsTo(held.author)).length]).toEqual([false, undefined, 1])
    await decide(moderator, held.id, 'restore', hiding.id)
    expect(await isRead(held)).toBe(true)
  })

  test('is not released by its own author, nor twice at once, nor reported meanwhile', async () => {
    const moderator = await aModerator()
    const own = await aHeldComment({ author: moderator })
    expect(await refusalOf(decide(moderator, own.id, 'keep'))).toBe('moderation.objection.own')
    expect(await queued(moderator, own.id)).toMatchObject({ own: true })
    expect(await refusalOf(report(await aPerson(), own.id))).toBe('moderation.objection.reportGone')
    const moderators = await Promise.all([aModerator(), aModerator()])
    const answers = await Promise.all(moderators.map((person) => refusalOf(decide(person, own.id, 'keep'))))
    expect(answers.sort()).toEqual(['allowed', 'moderation.objection.alreadyDecided'])
  })
})

describe('wordings', () => {
  const change = ({ author, id }: Awaited<ReturnType<typeof aComment>>, body: string, revision = 1) => editComment(author, { commentId: id, body, revision })

  test('a change after a decision to keep can be reported anew, the same wording cannot', async () => {
    const [comment, reporter, moderator] = await Promise.all([aComment(), aPerson(), aModerator()])
    await report(reporter, comment.id)
    const kept = await decide(moderator, comment.id, 'keep')
    expect(await refusalOf(report(reporter, comment.id))).toBe('moderation.objection.reportedBefore')
    await postComment(reporter, { threadId: comment.threadId, parentId: comment.id, body: 'Odpowiedź.' })
    await change(comment, 'Jan Kowalski mieszka tu obok.')
    expect((await getReportable(reporter, comment.id))!.reported).toBe(false)
    expect(await refusalOf(report(reporter, comment.id, { revision: 2 }))).toBe('allowed')
    expect(await refusalOf(report(reporter, comment.id, { revision: 3 }))).toBe('problem.invalid')
    const seen = (await getCase(moderator, comment.id))!
    expect(seen).toMatchObject({ comment: { revision: 2 }, earlier: [{ revision: 1, body: 'Warto posadzić tu lipy.' }], reports: [{ revision: 1, answered: true }, { revision: 2, answered: false }], waiting: 1 })
    expect(await refusalOf(decide(moderator, comment.id, 'keep', kept.id))).toBe('allowed')
  })

  test('what its author has taken back is shown to the desk alone, and the reports get an answer', async () => {
    const [comment, moderator] = await Promise.all([aComment({ body: `KANAREK ${randomUUID().replace(/[\d-]/g, '')}` }), aModerator()])
    await report(await aPerson(), comment.id)
    await withdrawComment(comment.author, { commentId: comment.id })
    expect(await getReportable(moderator, comment.id)).toMatchObject({ body: null })
    expect((await getCase(moderator, comment.id))!.comment).toMatchObject({ state: 'withdrawn', body: expect.stringContaining('KANAREK') })
    await decide(moderator, comment.id, 'keep')
    expect((await getReportable(null, comment.id))!.state).toBe('withdrawn')
  })
})

describe('locking', () => {
  test('takes no more comments until it is unlocked', async () => {
    const [comment, moderator] = await Promise.all([aComment(), aModerator()])
    const { threadId } = comment
    const locking = await lockThread(moderator, { threadId, ground: 'abuse', sentence })
    expect((await getThread(null, threadId))!.lockedAt).not.toBeNull()
    expect(await refusalOf(aComment({ threadId }))).toBe('objection.threadLocked')
    expect(await refusalOf(lockThread(moderator, { threadId, ground: 'abuse', sentence, seen: locking.id }))).toBe('moderation.objection.lock')
    expect(await refusalOf(unlockThread(moderator, { threadId, sentence }))).toBe('moderation.objection.alreadyDecided')
    await unlockThread(moderator, { threadId, sentence, seen: locking.id })
    await aComment({ threadId })
    expect(await refusalOf(unlockThread(moderator, { threadId: randomUUID(), sentence }))).toBe('objection.missing')
  })

  test('at once is once', async () => {
    const [{ threadId }, one, another] = await Promise.all([aTask(), aModerator(), aModerator()])
    const answers = await Promise.all([one, another].map((moderator) => refusalOf(lockThread(moderator, { threadId, ground: 'abuse', sentence }))))
    expect(answers.sort()).toEqual(['allowed', 'moderation.objection.alreadyDecided'])
  })
})

describe('reading', () => {
  test('the text of a hidden comment is nowhere, but for its author and the desk', async () => {
    const body = `tajne ${randomUUID().replace(/[\d-]/g, '')}`
    const [root, moderator] = await Promise.all([aComment({ body }), aModerator()])
    const { threadId } = root
    const answer = await postComment(await aPerson(), { threadId, parentId: root.id, body: `odpowiedź ${body}` })
    for (const id of [root.id, answer.id]) await hide(moderator, id)
    const everywhere = await Promise.all([
      listBranches(null, threadId), getBranch(null, threadId, root.id), getBranch(moderator, threadId, answer.id), listComments(null, threadId, undefined, 100), listNewest(null, [threadId], 100),
      getReportable(null, root.id), getReportable(moderator, answer.id), listPublicDecisions(null, 'pl'), getCase(await aPerson(), root.id), getCase(null, root.id),
    ])
    expect(JSON.stringify(everywhere)).not.toContain(body)
    const seen = await getCase(moderator, root.id)
    expect(seen!.comment.body).toBe(body)
    expect(JSON.stringify(seen!.after)).not.toContain(body)
  })

  test('the queue is for moderators; what is decided has left it', async () => {
    const [comment, moderator] = await Promise.all([aComment(), aModerator()])
    await report(await aPerson(), comment.id)
    await report(await aPerson(), comment.id, { ground: 'abuse' })
    const find = (viewer: Person | null) => queued(viewer, comment.id)
    expect(await find(moderator)).toMatchObject({ kind: 'reports', reports: 2, grounds: ['abuse', 'personal-data'], own: false })
    for (const viewer of [null, await aPerson(), await aPerson({ roles: ['official'] })]) expect(await find(viewer)).toBeUndefined()
    await decide(moderator, comment.id, 'keep')
    expect(await find(moderator)).toBeUndefined()
  })

  test('a case shows what was said around, reports without senders, and none of them about one’s own', async () => {
    const task = await aTask()
    const root = await aComment({ threadId: task.threadId, body: 'Początek' })
    const middle = await postComment(await aPerson(), { threadId: task.threadId, parentId: root.id, body: 'Środek' })
    await postComment(await aPerson(), { threadId: task.threadId, parentId: middle.id, body: 'Koniec' })
    const reporter = await aPerson({ name: 'Zgłaszająca Ewa' })
    await report(reporter, middle.id)
    const moderator = await aModerator()
    const seen = (await getCase(moderator, middle.id))!
    expect(seen.before.map(({ body }) => body)).toEqual(['Początek'])
    expect(seen.after.map(({ body }) => body)).toEqual(['Koniec'])
    expect(seen.reports).toMatchObject([{ sentence, answered: false }])
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${reporter.id}|${reporter.name}`))
    const own = await aComment({ author: moderator })
    await report(reporter, own.id)
    expect(await getCase(moderator, own.id)).toMatchObject({ own: true, reports: [], waiting: 1 })
    expect(await getCase(moderator, randomUUID())).toBeNull()
  })

  test('authors learn why, nobody else does', async () => {
    const comment = await aComment()
    const moderator = await aModerator()
    const hiding = await hide(moderator, comment.id, { sentence: 'Pierwsze uzasadnienie.' })
    const restoring = await decide(moderator, comment.id, 'restore', hiding.id)
    await hide(moderator, comment.id, { ground: 'abuse', sentence: 'Drugie uzasadnienie.', seen: restoring.id })
    expect(await getReasonsFor(comment.author, [comment.id])).toEqual(new Map([[comment.id, { ground: 'abuse', sentence: 'Drugie uzasadnienie.' }]]))
    for (const viewer of [null, moderator]) expect(await getReasonsFor(viewer, [comment.id])).toEqual(new Map())
  })

  test('the ledger says what and where, without names and sentences', async () => {
    const task = await aTask()
    const comment = await aComment({ threadId: task.threadId })
    const { id } = await hide(await aModerator(), comment.id)
    const { decisions: listed } = await listPublicDecisions(null, 'pl')
    const entry = listed.find((decision) => decision.id === id)
    expect(entry).toMatchObject({ kind: 'hide', ground: 'personal-data', subject: { title: expect.stringContaining(task.code), address: `/zadania/${task.code}` } })
    expect(Object.keys(entry!).sort()).toEqual(['about', 'appeal', 'at', 'foundByCheck', 'ground', 'id', 'kind', 'origin', 'subject'])
    expect((await listPublicDecisions(null, 'pl', id)).decisions.map((decision) => decision.id)).not.toContain(id)
    const month = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Warsaw', year: 'numeric', month: '2-digit' }).format(entry!.at)
    expect((await countPublicDecisions(null)).find((row) => row.month === month && row.kind === 'hide' && row.ground === 'personal-data')!.count).toBeGreaterThan(0)
  })

  test('whoever has no address any more gets no mail', async () => {
    const comment = await aComment()
    await db.update(people).set({ email: null, emailCanonical: null, name: null, erasedAt: new Date() }).where(eq(people.id, comment.author.id))
    await hide(await aModerator(), comment.id)
    expect(await mailsTo(comment.author)).toEqual([])
  })
})
