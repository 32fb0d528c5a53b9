import { and, eq, gt } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db'
import { organisationMembers, organisations } from '../organisations/tables'
import { aPerson } from '../testing'
import { postComment, supportComment, withdrawSupport } from './commands'
import { commentsAPage, getBranch, listBranches } from './queries/branches'
import { getOwnMarks } from './queries/own'
import { countComments } from './queries/threads'
import { listComments, listNewest } from './queries/voices'
import { closeThreads, hideComment, lockThread, openThread } from './steps'
import { comments, threads } from './tables'

const aThread = () => db.transaction(openThread)

test('a comment is posted as typed, and answered', async () => {
  const [ala, jan, threadId] = [await aPerson(), await aPerson({ name: 'Jan' }), await aThread()]
  const first = await postComment(ala, { threadId, body: ' Tak\r\n\r\n\r\n\r\nbędzie. ' })
  const answer = await postComment(jan, { threadId, parentId: first.id, body: 'Nie.' })
  await postComment(ala, { threadId, parentId: answer.id, body: 'A jednak.' })
  const { branches } = await listBranches(null, threadId)
  expect(branches).toMatchObject([{ body: 'Tak\n\nbędzie.', author: ala.name, replyCount: 2, replies: [{ body: 'Nie.', answers: null }, { body: 'A jednak.', answers: 'Jan' }] }])
  expect(await getBranch(null, threadId, answer.id)).toMatchObject({ branch: { id: first.id, replyCount: 2 } })
})

test('one render of a form posts once, but another text is another comment', async () => {
  const [ala, threadId, formKey] = [await aPerson(), await aThread(), crypto.randomUUID()]
  const ids = await Promise.all(Array.from({ length: 8 }, () => postComment(ala, { threadId, body: 'Raz.', formKey }).then(({ id }) => id)))
  expect(new Set(ids).size).toBe(1)
  const other = await postComment(ala, { threadId, body: 'Dwa.', formKey })
  expect(ids).not.toContain(other.id)
  expect(await listComments(null, threadId, undefined, 10)).toHaveLength(2)
})

test('each refusal says why', async () => {
  const [ala, threadId] = [await aPerson(), await aThread()]
  const { id: parentId } = await postComment(ala, { threadId, body: 'Pierwszy.' })
  await expect(postComment({ ...ala, name: null }, { threadId, body: 'x' })).rejects.toMatchObject({ objection: { key: 'objection.nameFirst' } })
  await expect(postComment(ala, { threadId, body: ' ' })).rejects.toMatchObject({ kind: 'invalid', fields: { body: [{ key: 'problem.writeSomething' }] } })
  await expect(postComment(ala, { threadId, body: 'a'.repeat(4001) })).rejects.toMatchObject({ fields: { body: [{ key: 'problem.tooLong', values: { max: 4000 } }] } })
  await expect(postComment(ala, { threadId: crypto.randomUUID(), body: 'x' })).rejects.toMatchObject({ kind: 'missing' })
  await expect(postComment(ala, { threadId: await aThread(), parentId, body: 'w innym wątku' })).rejects.toMatchObject({ objection: { key: 'objection.commentGone' } })
  await db.transaction((tx) => hideComment(tx, parentId, 'spam'))
  await expect(postComment(ala, { threadId, parentId, body: 'na ukryty' })).rejects.toMatchObject({ objection: { key: 'objection.commentGone' } })
  await db.transaction((tx) => lockThread(tx, threadId, ala))
  await expect(postComment(ala, { threadId, body: 'x' })).rejects.toMatchObject({ objection: { key: 'objection.threadLocked' } })
  const closed = await aThread()
  await db.transaction((tx) => closeThreads(tx, [closed], 'withdrawn'))
  await expect(postComment(ala, { threadId: closed, body: 'x' })).rejects.toMatchObject({ objection: { key: 'objection.taskWithdrawn' } })
})

test('more than 20 comments in ten minutes are too many, and refusals count', async () => {
  const [ala, threadId] = [await aPerson(), await aThread()]
  for (let n = 0; n < 20; n++) await postComment(ala, { threadId, body: `${n}` })
  await expect(postComment(ala, { threadId, body: 'za dużo' })).rejects.toMatchObject({ kind: 'too-many', objection: { values: { minutes: 10 } } })
})

test('an organisation speaks only through its members, once it is confirmed', async () => {
  const [ala, stranger, threadId] = [await aPerson(), await aPerson(), await aThread()]
  const [organisation] = await db.insert(organisations).values({ name: 'Zielone Podwórko', slug: crypto.randomUUID(), legalForm: 'association', seat: 'Toruń', about: 'Ogrody', contactEmail: 'a@example.org', registeredById: ala.id }).returning()
  const organisationId = organisation!.id
  await db.insert(organisationMembers).values({ organisationId, personId: ala.id })
  await expect(postComment(ala, { threadId, organisationId, body: 'x' })).rejects.toMatchObject({ objection: { key: 'objection.notYourOrganisation' } })
  await db.update(organisations).set({ confirmedAt: new Date(), confirmedById: stranger.id }).where(eq(organisations.id, organisationId))
  await expect(postComment(stranger, { threadId, organisationId, body: 'x' })).rejects.toMatchObject({ objection: { key: 'objection.notYourOrganisation' } })
  await postComment(ala, { threadId, organisationId, body: 'Mamy koordynatorów.' })
  expect((await listBranches(null, threadId)).branches[0]).toMatchObject({ organisation: { name: 'Zielone Podwórko' } })
})

test('a support counts once and is taken back; not of one’s own', async () => {
  const [ala, jan, threadId] = [await aPerson(), await aPerson(), await aThread()]
  const { id: commentId } = await postComment(ala, { threadId, body: 'Tak.' })
  await Promise.all(Array.from({ length: 20 }, () => supportComment(jan, { commentId })))
  expect((await listBranches(null, threadId)).branches[0]!.supports).toBe(1)
  expect(await getOwnMarks(jan, threadId)).toMatchObject({ supported: [commentId] })
  expect(await getOwnMarks(ala, threadId)).toMatchObject({ supported: [] })
  await expect(supportComment(ala, { commentId })).rejects.toMatchObject({ objection: { key: 'objection.ownComment' } })
  await withdrawSupport(jan, { commentId })
  expect((await listBranches(null, threadId)).branches[0]!.supports).toBe(0)
})

test('what is hidden is nowhere but in its author’s own list', async () => {
  const [ala, threadId] = [await aPerson(), await aThread()]
  const { id } = await postComment(ala, { threadId, body: 'KANAREK-7261' })
  await postComment(await aPerson({ name: 'KANAREK-IMIĘ' }), { threadId, parentId: id, body: 'Odpowiedź zostaje.' })
  await db.transaction((tx) => hideComment(tx, id, 'abuse'))
  const everything = JSON.stringify([await listBranches(null, threadId), await getBranch(null, threadId, id), await listComments(null, threadId, undefined, 10), await listNewest(null, [threadId], 10)])
  expect(everything).not.toContain('KANAREK-7261')
  expect(everything).toContain('Odpowiedź zostaje.')
  expect((await listBranches(null, threadId)).branches[0]).toMatchObject({ body: null, author: null, hiddenGround: 'abuse', replyCount: 1 })
  expect((await getOwnMarks(ala, threadId)).hidden).toMatchObject([{ body: 'KANAREK-7261' }])
  expect((await countComments(null, [threadId])).get(threadId)?.comments).toBe(1)
})

test('pages show each comment once, also while others post', async () => {
  const threadId = await aThread()
  const author = await aPerson()
  await db.insert(comments).values(Array.from({ length: 50 }, (_, n) => ({ threadId, authorId: author.id, body: `${n}` })))
  const seen: string[] = []
  let before: string | undefined
  do {
    const page = await listBranches(null, threadId, before)
    expect(page.branches.length).toBeLessThanOrEqual(commentsAPage)
    seen.push(...page.branches.map(({ body }) => body!))
    before = page.next ?? undefined
    await postComment(author, { threadId, body: 'nowy' })
  } while (before)
  expect(seen.filter((body) => body !== 'nowy').sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 50 }, (_, n) => `${n}`))
  expect(new Set(seen).size).toBe(seen.length)
})

test('comments against closing: none is posted after', async () => {
  const threadId = await aThread()
  const people = await Promise.all(Array.from({ length: 20 }, () => aPerson()))
  const posts = people.map((person) => postComment(person, { threadId, body: 'zdążę?' }).catch(() => null))
  await db.transaction((tx) => closeThreads(tx, [threadId], 'over'))
  await Promise.all(posts)
  const late = await db
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(eq(threads.id, threadId), gt(comments.postedAt, threads.closesAt)))
  expect(late).toEqual([])
})
