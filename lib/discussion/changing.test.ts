import { randomUUID } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { expect, describe, test } from 'vitest'
import { db } from '../db'
import { aPerson } from '../testing'
import { editComment, postComment, withdrawComment } from './commands/comments'
import { react, withdrawReaction } from './commands/reactions'
import { getHistory } from './queries/history'
import { getOwnComment, getOwnMarks } from './queries/own'
import { listComments } from './queries/voices'
import { closeThreads, hideComment, openThread } from './steps'
import { commentRevisions, comments, reactions } from './tables'

const refusalOf = (attempt: Promise<unknown>) => attempt.then(() => 'allowed', (error: { objection?: { key: string } }) => error.objection?.key ?? error)
const rowOf = async (id: string) => (await db.select().from(comments).where(eq(comments.id, id)))[0]!
const revisionsOf = (commentId: string) => db.select().from(commentRevisions).where(eq(commentRevisions.commentId, commentId)).orderBy(asc(commentRevisions.revision))
const someTimeAgo = (id: string) => db.update(comments).set({ postedAt: sql`now() - interval '6 minutes'` }).where(eq(comments.id, id))

async function aComment(body = 'Posadźmy lipy.') {
  const [ala, threadId] = [await aPerson(), await db.transaction(openThread)]
  const { id } = await postComment(ala, { threadId, body, stance: 'for' })
  return { ala, threadId, id }
}
const edit = (person: Awaited<ReturnType<typeof aPerson>>, commentId: string, body: string, more: object = {}) => editComment(person, { commentId, body, revision: 1, stance: 'for', ...more })

describe('A51: changing', () => {
  test('at once, before anybody answered or reacted, leaves no trace', async () => {
    const { ala, threadId, id } = await aComment()
    await edit(ala, id, 'Posadźmy klony.', { stance: 'idea' })
    expect(await rowOf(id)).toMatchObject({ body: 'Posadźmy klony.', stance: 'idea', revision: 2, editedAt: null })
    expect(await revisionsOf(id)).toEqual([])
    expect((await getHistory(null, threadId, id))!.earlier).toEqual([])
  })

  test.each<[string, (commentId: string, threadId: string) => Promise<unknown>, object]>([
    ['after five minutes', (id) => someTimeAgo(id), { reactions: 0, replies: 0 }],
    ['after a reaction', async (commentId) => react(await aPerson(), { commentId, revision: 1, kind: 'disagree' }), { reactions: 1, replies: 0 }],
    ['after an answer', async (parentId, threadId) => postComment(await aPerson(), { threadId, parentId, body: 'Zgoda.' }), { reactions: 0, replies: 1 }],
  ])('%s is public: what it said, until when, and after how much', async (_, happens, counts) => {
    const { ala, threadId, id } = await aComment()
    await happens(id, threadId)
    await edit(ala, id, 'Posadźmy klony.')
    expect(await rowOf(id)).toMatchObject({ revision: 2, editedAt: expect.any(Date) })
    expect(await getHistory(null, threadId, id)).toMatchObject({ comment: { body: 'Posadźmy klony.' }, earlier: [{ revision: 1, body: 'Posadźmy lipy.', stance: 'for', replacedAt: expect.any(Date), ...counts }] })
  })

  test('to the same says nothing new', async () => {
    const { ala, id } = await aComment()
    await someTimeAgo(id)
    await edit(ala, id, 'Posadźmy lipy.')
    expect(await rowOf(id)).toMatchObject({ revision: 1, editedAt: null })
  })

  test('what was said before is never edited or deleted', async () => {
    const { ala, id } = await aComment()
    await someTimeAgo(id)
    await edit(ala, id, 'Posadźmy klony.')
    const refused = { cause: expect.objectContaining({ message: expect.stringContaining('never edited') }) }
    await expect(db.update(commentRevisions).set({ body: 'x' }).where(eq(commentRevisions.commentId, id))).rejects.toMatchObject(refused)
    await expect(db.delete(commentRevisions).where(eq(commentRevisions.commentId, id))).rejects.toMatchObject(refused)
  })

  test('is for the author, of the newest wording, while the thread is open', async () => {
    const { ala, threadId, id } = await aComment()
    expect(await refusalOf(edit(await aPerson({ roles: ['moderator', 'admin'] }), id, 'x'))).toBe('objection.notYours')
    await expect(edit(ala, id, 'x', { revision: 2 })).rejects.toMatchObject({ kind: 'conflict', objection: { key: 'objection.wordingChanged' }, fields: { revision: [{ key: 'objection.wordingChanged' }] } })
    expect(await refusalOf(edit(ala, randomUUID(), 'x'))).toBe('objection.missing')
    await db.transaction((tx) => closeThreads(tx, [threadId], 'over'))
    expect(await refusalOf(edit(ala, id, 'x'))).toBe('objection.threadClosed')
  })

  test('goes through the same checks as something new', async () => {
    const { ala, threadId, id } = await aComment()
    await postComment(ala, { threadId, body: 'Drugi głos.' })
    expect(await refusalOf(edit(ala, id, 'drugi GŁOS'))).toBe('writing.refused.repeat')
    expect(await refusalOf(edit(ala, id, 'posadźmy lipy!'))).toBe('allowed')
    expect(await refusalOf(edit(ala, id, 'PESEL 44051401359', { revision: 2 }))).toBe('writing.warnedFirst')
    expect(await edit(ala, id, 'To kurwa skandal', { revision: 2 })).toMatchObject({ held: 'words' })
    expect((await rowOf(id)).state).toBe('held')
    expect(await edit(ala, id, 'To skandal', { revision: 3 })).toMatchObject({ held: null })
    expect(await rowOf(id)).toMatchObject({ state: 'shown', editedAt: null, heldAt: null })
  })

  test('an earlier wording of what cannot be read is nowhere', async () => {
    const canary = `KANAREK-${randomUUID()}`
    for (const hides of [
      (id: string) => db.transaction((tx) => hideComment(tx, id, 'abuse')),
      (id: string, ala: Awaited<ReturnType<typeof aPerson>>) => withdrawComment(ala, { commentId: id }),
      (id: string, ala: Awaited<ReturnType<typeof aPerson>>) => edit(ala, id, 'To kurwa skandal', { revision: 2 }),
    ]) {
      const { ala, threadId, id } = await aComment(canary)
      await someTimeAgo(id)
      await edit(ala, id, 'Nic takiego.')
      expect(JSON.stringify(await getHistory(null, threadId, id))).toContain(canary)
      await hides(id, ala)
      const stranger = await aPerson()
      expect(JSON.stringify([await getHistory(stranger, threadId, id), await listComments(null, threadId, undefined, 9), await getOwnComment(stranger, threadId, id), await getOwnMarks(stranger, threadId)])).not.toContain(canary)
      expect(await getHistory(ala, threadId, id)).toBeNull()
    }
  })
})

describe('taking back', () => {
  test('leaves the place and the answers, and nothing of the text', async () => {
    const { ala, threadId, id } = await aComment('KANAREK')
    await postComment(await aPerson(), { threadId, parentId: id, body: 'Odpowiedź zostaje.' })
    await withdrawComment(ala, { commentId: id })
    expect((await listComments(null, threadId, undefined, 9)).map(({ body }) => body)).toEqual(['Odpowiedź zostaje.'])
    expect(await rowOf(id)).toMatchObject({ state: 'withdrawn', body: 'KANAREK', replies: 1 })
    expect(await refusalOf(withdrawComment(ala, { commentId: id }))).toBe('objection.commentGone')
    expect(await refusalOf(edit(ala, id, 'x'))).toBe('objection.commentGone')
    expect(await refusalOf(react(await aPerson(), { commentId: id, revision: 1, kind: 'agree' }))).toBe('objection.commentGone')
  })
  test('is for the author alone, also after closing and while suspended', async () => {
    const { ala, threadId, id } = await aComment()
    expect(await refusalOf(withdrawComment(await aPerson({ roles: ['admin'] }), { commentId: id }))).toBe('objection.notYours')
    await db.transaction((tx) => closeThreads(tx, [threadId], 'over'))
    expect(await refusalOf(withdrawComment({ ...ala, suspendedUntil: new Date(Date.now() + 1e6) }, { commentId: id }))).toBe('allowed')
  })
  test('against answers: each answer that was taken stands in its place', async () => {
    const { ala, threadId, id } = await aComment()
    const people = await Promise.all(Array.from({ length: 6 }, () => aPerson()))
    const answers = await Promise.all([...people.map((person) => refusalOf(postComment(person, { threadId, parentId: id, body: 'Zdążę?' }))), refusalOf(withdrawComment(ala, { commentId: id }))])
    expect(answers.filter((answer) => answer !== 'allowed' && answer !== 'objection.commentGone')).toEqual([])
    const row = await rowOf(id)
    expect(row.state).toBe('withdrawn')
    expect(row.replies).toBe(answers.slice(0, -1).filter((answer) => answer === 'allowed').length)
    expect(await db.$count(comments, eq(comments.parentId, id))).toBe(row.replies)
  })
})

describe('reacting', () => {
  test('one a person, changeable, taken back, for the wording that was seen', async () => {
    const { ala, threadId, id } = await aComment()
    const jan = await aPerson()
    await Promise.all(Array.from({ length: 20 }, () => react(jan, { commentId: id, revision: '1', kind: 'agree' })))
    expect(await rowOf(id)).toMatchObject({ agrees: 1, disagrees: 0, passes: 0 })
    expect((await getOwnMarks(jan, threadId)).reactions).toEqual({ [id]: 'agree' })
    await react(jan, { commentId: id, revision: 1, kind: 'pass' })
    expect(await rowOf(id)).toMatchObject({ agrees: 0, passes: 1 })
    await edit(ala, id, 'Posadźmy klony.')
    expect(await refusalOf(react(jan, { commentId: id, revision: 1, kind: 'agree' }))).toBe('objection.wordingChanged')
    await withdrawReaction(jan, { commentId: id })
    await withdrawReaction(jan, { commentId: id })
    expect(await rowOf(id)).toMatchObject({ agrees: 0, disagrees: 0, passes: 0 })
  })
  test('A47: not to one’s own, not while suspended, not to what is hidden, not after closing', async () => {
    const { ala, threadId, id } = await aComment()
    const jan = await aPerson()
    const agree = (person = jan) => refusalOf(react(person, { commentId: id, revision: 1, kind: 'agree' }))
    expect(await agree(ala)).toBe('objection.ownComment')
    expect(await agree({ ...jan, suspendedUntil: new Date(Date.now() + 1e6) })).toBe('objection.suspended')
    await db.transaction((tx) => closeThreads(tx, [threadId], 'over'))
    expect(await agree()).toBe('objection.threadClosed')
    const hidden = await aComment()
    await db.transaction((tx) => hideComment(tx, hidden.id, 'abuse'))
    expect(await refusalOf(react(jan, { commentId: hidden.id, revision: 1, kind: 'agree' }))).toBe('objection.commentGone')
  })
})

describe('races', () => {
  test('A51: edits against reactions: no reaction stands on a wording that nobody saw, and no seen wording is lost', async () => {
    for (let round = 0; round < 6; round++) {
      const { ala, id } = await aComment()
      const people = await Promise.all(Array.from({ length: 8 }, () => aPerson()))
      const [edited, ...reacted] = await Promise.all([refusalOf(edit(ala, id, 'Wycinajmy lipy.')), ...people.map((person) => refusalOf(react(person, { commentId: id, revision: 1, kind: 'agree' })))])
      expect(edited).toBe('allowed')
      const taken = reacted.filter((answer) => answer === 'allowed').length
      expect(reacted.filter((answer) => answer === 'objection.wordingChanged').length).toBe(people.length - taken)
      const [row, earlier, stored] = [await rowOf(id), await revisionsOf(id), await db.select().from(reactions).where(eq(reactions.commentId, id))]
      expect(stored.map(({ revision }) => revision)).toEqual(Array(taken).fill(1))
      expect(row.agrees).toBe(taken)
      // Either the change came first and nobody reacted to what was changed, or it is public and says after how many.
      expect(earlier).toMatchObject(taken ? [{ revision: 1, body: 'Posadźmy lipy.', reactions: taken }] : [])
      expect(row.editedAt === null).toBe(taken === 0)
    }
  })

  test('two changes at once: one wins, the other is told and has lost nothing', async () => {
    const { ala, id } = await aComment()
    const answers = await Promise.all(['Klony.', 'Dęby.', 'Buki.', 'Graby.'].map((body) => refusalOf(edit(ala, id, body))))
    expect(answers.sort()).toEqual(['allowed', ...Array(3).fill('objection.wordingChanged')])
    expect((await rowOf(id)).revision).toBe(2)
  })

  test('A44: changes against closing: none after', async () => {
    const { ala, threadId, id } = await aComment()
    const [edited] = await Promise.all([refusalOf(edit(ala, id, 'Klony.')), db.transaction((tx) => closeThreads(tx, [threadId], 'over'))])
    expect(edited === 'allowed').toBe((await rowOf(id)).body === 'Klony.')
    expect(await refusalOf(edit(ala, id, 'Dęby.', { revision: (await rowOf(id)).revision }))).toBe('objection.threadClosed')
  })

  test('counters are what a recount gives', async () => {
    const { threadId, id } = await aComment()
    const people = await Promise.all(Array.from({ length: 10 }, () => aPerson()))
    const kinds = ['agree', 'disagree', 'pass'] as const
    await Promise.all(people.flatMap((person, n) => [
      react(person, { commentId: id, revision: 1, kind: kinds[n % 3]! }),
      react(person, { commentId: id, revision: 1, kind: kinds[(n + 1) % 3]! }),
      n % 4 ? null : withdrawReaction(person, { commentId: id }),
      postComment(person, { threadId, parentId: id, body: `Odpowiedź ${n}` }).then((answer) => postComment(people[(n + 1) % 10]!, { threadId, parentId: answer.id, body: `Odpowiedź na ${n}` })),
    ]))
    const wrong = await db.execute(sql`
      select id from comments c where thread_id = ${threadId} and (
        agrees <> (select count(*) from reactions where comment_id = c.id and kind = 'agree')
        or disagrees <> (select count(*) from reactions where comment_id = c.id and kind = 'disagree')
        or passes <> (select count(*) from reactions where comment_id = c.id and kind = 'pass')
        or replies <> (select count(*) from comments answer where case when c.parent_id is null then answer.root_id = c.id else answer.parent_id = c.id end))`)
    expect([...wrong]).toEqual([])
    expect((await rowOf(id)).replies).toBe(20)
  })
})
