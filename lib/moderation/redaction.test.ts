import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { editComment, withdrawComment } from '../discussion/commands/comments'
import { react } from '../discussion/commands/reactions'
import { listRevisions } from '../discussion/queries/history'
import { commentRevisions, comments } from '../discussion/tables'
import { deleteAccount } from '../privacy/commands'
import { aPerson } from '../testing'
import { answerAppeal } from './commands/appeals'
import { reportContent } from './commands/reports'
import { decisionEvidence, decisions } from './tables'
import { aComment, aModerator, appeal, decide, refusalOf, sentence } from './testing'

const saysNow = async (id: string) => (await db.select({ body: comments.body, revision: comments.revision, state: comments.state }).from(comments).where(eq(comments.id, id)))[0]!
const evidenceOf = (decisionId: string) => db.select({ revision: decisionEvidence.revision, body: decisionEvidence.body, current: decisionEvidence.current }).from(decisionEvidence).where(eq(decisionEvidence.decisionId, decisionId)).orderBy(decisionEvidence.revision)

/** A comment with one earlier wording in public. */
async function changedInPublic(first: string, second: string) {
  const comment = await aComment({ body: first })
  await react(await aPerson(), { commentId: comment.id, revision: 1, kind: 'agree' })
  await editComment(comment.author, { commentId: comment.id, revision: 1, body: second })
  return comment
}
const uphold = (appealId: string, moderator: Awaited<ReturnType<typeof aModerator>>) => answerAppeal(moderator, { appealId, outcome: 'upheld', reasons: sentence })

describe('A52: redacting a passage', () => {
  test('takes it out of the comment and of every earlier wording, and out of what words are found by', async () => {
    const comment = await changedInPublic('Halina Qwertycka mieszka przy Lipowej.', 'Pani Halina Qwertycka ma rację: sadźmy lipy.')
    const { id } = await decide(await aModerator(), comment.id, 'redact', { passage: 'Halina Qwertycka' })
    expect(await saysNow(comment.id)).toEqual({ body: 'Pani [usunięto dane osobowe] ma rację: sadźmy lipy.', revision: 3, state: 'shown' })
    expect((await listRevisions(null, comment.id)).map(({ body }) => body)).toEqual(['[usunięto dane osobowe] mieszka przy Lipowej.'])
    expect(await evidenceOf(id)).toEqual([
      { revision: 1, body: 'Halina Qwertycka mieszka przy Lipowej.', current: false },
      { revision: 2, body: 'Pani Halina Qwertycka ma rację: sadźmy lipy.', current: true },
    ])
    expect(await db.execute(sql`select word from used_words where word = 'qwertycka'`)).toHaveLength(0)
  })

  test('whoever has the old wording before their eyes cannot change it back', async () => {
    const comment = await aComment({ body: 'Dzwońcie do Haliny Qwerskiej.' })
    await decide(await aModerator(), comment.id, 'redact', { passage: 'Haliny Qwerskiej' })
    expect(await refusalOf(editComment(comment.author, { commentId: comment.id, revision: 1, body: 'Dzwońcie do Haliny Qwerskiej!' }))).toBe('objection.wordingChanged')
  })

  test('a passage that is not there, or too often, is refused at its field, and nothing has happened', async () => {
    const [comment, moderator] = await Promise.all([aComment({ body: 'abc'.repeat(1300) }), aModerator()])
    expect(await refusalOf(decide(moderator, comment.id, 'redact', { passage: 'Halina' }))).toBe('moderation.problem.passageMissing')
    expect(await refusalOf(decide(moderator, comment.id, 'redact', { passage: 'abc' }))).toBe('moderation.problem.passageTooOften')
    expect(await db.$count(decisions, eq(decisions.commentId, comment.id))).toBe(0)
  })

  test('is undone by an appeal, also where the author has changed the comment since', async () => {
    const comment = await changedInPublic('Radna Halina Q. obiecała lipy.', 'Radna Halina Q. obiecała lipy i ławki.')
    const { id } = await decide(await aModerator(), comment.id, 'redact', { passage: 'Halina Q.' })
    await editComment(comment.author, { commentId: comment.id, revision: 3, body: 'Radna obiecała lipy i ławki.' })
    await uphold((await appeal(comment.author, id)).id, await aModerator())
    expect((await saysNow(comment.id)).body).toBe('Radna obiecała lipy i ławki.')
    expect((await listRevisions(null, comment.id)).map(({ body }) => body)).toEqual(['Radna Halina Q. obiecała lipy i ławki.', 'Radna Halina Q. obiecała lipy.'])
  })
})

describe('removing', () => {
  test('leaves no word of it but the evidence, and an upheld appeal brings all back', async () => {
    const comment = await changedInPublic('Pierwsze słowa.', 'Drugie słowa.')
    const { id } = await decide(await aModerator(), comment.id, 'remove', { ground: 'illegal', law: 'art. 190 § 1 k.k.' })
    expect(await saysNow(comment.id)).toMatchObject({ body: '[usunięto treść]', state: 'hidden' })
    expect((await listRevisions(null, comment.id)).map(({ body }) => body)).toEqual(['[usunięto treść]'])
    await uphold((await appeal(comment.author, id)).id, await aModerator())
    expect(await saysNow(comment.id)).toMatchObject({ body: 'Drugie słowa.', state: 'shown' })
    expect((await listRevisions(null, comment.id)).map(({ body }) => body)).toEqual(['Pierwsze słowa.'])
  })

  test('a moderator may bring it back themselves', async () => {
    const [comment, moderator] = await Promise.all([aComment(), aModerator()])
    const { id } = await decide(moderator, comment.id, 'remove')
    await decide(moderator, comment.id, 'restore', { seen: id })
    expect(await saysNow(comment.id)).toMatchObject({ body: comment.body, state: 'shown' })
  })
})

test('evidence stays what it was when its author changes or withdraws the comment, and nobody edits it', async () => {
  const comment = await aComment({ body: 'Tak było na początku.' })
  await react(await aPerson(), { commentId: comment.id, revision: 1, kind: 'agree' })
  await reportContent(await aPerson(), { commentId: comment.id, revision: 1, ground: 'spam', sentence })
  const { id } = await decide(await aModerator(), comment.id, 'keep')
  await editComment(comment.author, { commentId: comment.id, revision: 1, body: 'Potem inaczej.' })
  await withdrawComment(comment.author, { commentId: comment.id })
  expect(await evidenceOf(id)).toEqual([{ revision: 1, body: 'Tak było na początku.', current: true }])
  const refused = { cause: expect.objectContaining({ code: '23001' }) }
  await expect(db.update(decisionEvidence).set({ body: 'x' }).where(eq(decisionEvidence.decisionId, id))).rejects.toMatchObject(refused)
  await expect(db.update(commentRevisions).set({ body: 'x' }).where(eq(commentRevisions.commentId, comment.id))).rejects.toMatchObject(refused)
  await expect(db.update(commentRevisions).set({ replies: 9, redactedAt: sql`clock_timestamp()` }).where(eq(commentRevisions.commentId, comment.id))).rejects.toMatchObject(refused)
})

describe('A52: several redactions of one comment', () => {
  const body = 'Pani Halina Q. i pan Jan Z. mieszkają przy Lipowej 5. Halina Q. ma rację.'
  const seenNow = async (id: string) => (await db.select({ id: decisions.id }).from(decisions).where(eq(decisions.commentId, id)).orderBy(decisions.at)).at(-1)?.id ?? ''

  test('the older is undone: its passage is back, the newer stays out', async () => {
    const comment = await changedInPublic(`${body} Pierwotnie.`, body)
    const older = await decide(await aModerator(), comment.id, 'redact', { passage: 'Halina Q.' })
    await decide(await aModerator(), comment.id, 'redact', { passage: 'Jan Z.', seen: older.id })
    await uphold((await appeal(comment.author, older.id)).id, await aModerator())
    expect((await saysNow(comment.id)).body).toBe(body.replace('Jan Z.', '[usunięto dane osobowe]'))
    expect((await listRevisions(null, comment.id)).map(({ body }) => body)).toEqual([`${body} Pierwotnie.`.replace('Jan Z.', '[usunięto dane osobowe]')])
  })

  test('one redaction over another, and removing over both: each undone leaves the rest out', async () => {
    const comment = await aComment({ body })
    const name = await decide(await aModerator(), comment.id, 'redact', { passage: 'Jan Z.' })
    const more = await decide(await aModerator(), comment.id, 'redact', { passage: 'pan [usunięto dane osobowe] mieszkają', ground: 'abuse', seen: name.id })
    const all = await decide(await aModerator(), comment.id, 'remove', { seen: more.id })
    await uphold((await appeal(comment.author, name.id)).id, await aModerator())
    expect((await saysNow(comment.id)).body).toBe('[usunięto treść]')
    await uphold((await appeal(comment.author, all.id)).id, await aModerator())
    expect(await saysNow(comment.id)).toMatchObject({ body: body.replace('pan Jan Z. mieszkają', '[usunięto fragment]'), state: 'shown' })
    await uphold((await appeal(comment.author, more.id)).id, await aModerator())
    expect((await saysNow(comment.id)).body).toBe(body)
  })

  test('what the author writes between two of them is a wording of its own', async () => {
    const comment = await changedInPublic('Halina Q. obiecała lipy.', 'Halina Q. obiecała lipy i ławki.')
    const first = await decide(await aModerator(), comment.id, 'redact', { passage: 'Halina Q.' })
    const { revision } = await saysNow(comment.id)
    await editComment(comment.author, { commentId: comment.id, revision, body: 'Radna obiecała lipy i ławki, mówił Jan Z.' })
    const second = await decide(await aModerator(), comment.id, 'redact', { passage: 'Jan Z.', seen: first.id })
    await uphold((await appeal(comment.author, first.id)).id, await aModerator())
    expect((await saysNow(comment.id)).body).toBe('Radna obiecała lipy i ławki, mówił [usunięto dane osobowe]')
    await uphold((await appeal(comment.author, second.id)).id, await aModerator())
    expect((await saysNow(comment.id)).body).toBe('Radna obiecała lipy i ławki, mówił Jan Z.')
    expect((await listRevisions(null, comment.id)).map(({ body }) => body)).toEqual(['Halina Q. obiecała lipy i ławki.', 'Halina Q. obiecała lipy.'])
  })

  test('whoever leaves takes along what was taken out: undoing puts nothing back', async () => {
    const comment = await aComment({ body })
    const { id } = await decide(await aModerator(), comment.id, 'redact', { passage: 'Jan Z.' })
    const { id: appealId } = await appeal(comment.author, id)
    await deleteAccount(comment.author, { sure: 'yes' })
    await uphold(appealId, await aModerator())
    expect((await saysNow(comment.id)).body).not.toContain('Jan Z.')
    expect(await seenNow(comment.id)).not.toBe(id)
  })
})
