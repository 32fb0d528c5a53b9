import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '../db'
import { naughty } from '../naughty'
import { Refusal } from '../refusal'
import { aPerson } from '../testing'
import { canonText } from '../text'
import { editComment, postComment } from './commands/comments'
import { listComments } from './queries/voices'
import { openThread } from './steps'

const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.constantFrom(...naughty) },
  { weight: 1, arbitrary: fc.anything() },
)

test('A03, A04, A05, A06, A07, A14, A16: whatever is sent is stored in its one form, or refused with a reason; never an error', { timeout: 60_000 }, async () => {
  const threadId = await db.transaction(openThread)
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (body, stance) => {
      const writer = await aPerson()
      const answer = await postComment(writer, { threadId, body, ...(stance !== undefined && { stance }) }).catch((error: unknown) => error)
      if (answer instanceof Refusal) return
      expect(answer).toMatchObject({ id: expect.any(String) })
      const { id, held } = answer as { id: string; held: string | null }
      if (held) return
      const [stored] = (await listComments(null, threadId, undefined, 10_000)).filter((comment) => comment.id === id)
      expect(stored!.body).toBe(canonText(body as string))
    }),
    { numRuns: 120 },
  )
})

test('A16, A22: a form that is no form is refused', async () => {
  const [ala, threadId] = [await aPerson(), await db.transaction(openThread)]
  const { id: commentId } = await postComment(ala, { threadId, body: 'Tak.' })
  for (const input of [null, undefined, 7, 'x', [], [[]], { threadId }, { threadId: [threadId], body: 'x' }, { threadId, body: 'x', authorId: ala.id }, JSON.parse(`{"threadId":"${threadId}","body":"x","__proto__":{"official":true}}`)]) {
    await expect(postComment(ala, input)).rejects.toMatchObject({ kind: 'invalid' })
  }
  for (const revision of [0, -1, 1.5, Number.NaN, Infinity, -0, '1e3', '0x1', ' 1 ', ['1'], null]) {
    await expect(editComment(ala, { commentId, revision, body: 'Nie.' })).rejects.toMatchObject({ kind: 'invalid' })
  }
})
