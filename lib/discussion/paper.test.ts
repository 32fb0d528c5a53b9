import { afterEach, expect, test, vi } from 'vitest'
import { db } from '../db'
import { aPerson } from '../testing'
import { answerOfficially } from './commands/official-answers'
import { postComment } from './commands/comments'
import { enterPaperVoice } from './commands/paper'
import { listBranches } from './queries/branches'
import { countVoices, getPaperVoice } from './queries/paper'
import { paperVoiceInput } from './rules'
import { closeThreads, openThread } from './steps'

const paper = () => ({ receivedOn: '2026-11-20', scan: 'Teczka 7, karta 12', receiptNumber: crypto.randomUUID() })

test('a voice from paper is signed as the person wished, and says that it came so', async () => {
  const [clerk, threadId] = [await aPerson({ roles: ['official'] }), await db.transaction(openThread)]
  await enterPaperVoice(clerk, { threadId, body: 'Proszę o ławki.', signature: ' Pan  Tadeusz ', stance: 'idea', ...paper() })
  await enterPaperVoice(clerk, { threadId, body: 'Proszę o światło.', ...paper() })
  const { branches } = await listBranches(null, threadId)
  expect(branches).toMatchObject([
    { author: 'głos z papieru', body: 'Proszę o światło.', onPaper: true, official: false },
    { author: 'Pan Tadeusz', stance: 'idea', onPaper: true, verified: false },
  ])
})

test('each refusal says why', async () => {
  const [clerk, threadId] = [await aPerson({ roles: ['official'] }), await db.transaction(openThread)]
  const used = paper()
  await enterPaperVoice(clerk, { threadId, body: 'Raz.', ...used })
  await expect(enterPaperVoice(clerk, { threadId, body: 'Dwa.', ...used })).rejects.toMatchObject({ objection: { key: 'office.objection.receiptUsed' } })
  await expect(enterPaperVoice(await aPerson(), { threadId, body: 'Trzy.', ...paper() })).rejects.toMatchObject({ objection: { key: 'objection.notTheOffice' } })
  await expect(enterPaperVoice(clerk, { threadId, body: 'Cztery.', ...paper(), receivedOn: 'wczoraj' })).rejects.toMatchObject({ fields: { receivedOn: [{ key: 'office.problem.day' }] } })
  await expect(enterPaperVoice(clerk, { threadId, body: 'Proszę dzwonić: 601 234 567', ...paper() })).rejects.toMatchObject({ objection: { key: 'writing.warnedFirst' } })
  await db.transaction((tx) => closeThreads(tx, [threadId], 'over'))
  await expect(enterPaperVoice(clerk, { threadId, body: 'Pięć.', ...paper() })).rejects.toMatchObject({ objection: { key: 'objection.threadClosed' } })
})

test('a signature follows the rules of every name: no number, no address, nothing that sounds like the office', async () => {
  const [clerk, threadId] = [await aPerson({ roles: ['official'] }), await db.transaction(openThread)]
  const refused = { 'tel. 601 234 567': 'problem.nameHasAddress', 'jan@example.org': 'problem.nameHasAddress', 'https://example.org': 'problem.nameHasAddress', 'Urząd Miasta': 'problem.nameOfficial', J: 'problem.nameLength', '123': 'problem.nameLetters' }
  for (const [signature, key] of Object.entries(refused)) {
    await expect(enterPaperVoice(clerk, { threadId, body: 'Proszę o ławki.', signature, ...paper() }), signature).rejects.toMatchObject({ fields: { signature: [{ key }] } })
  }
  expect((await listBranches(null, threadId)).branches).toEqual([])
})

afterEach(() => vi.useRealTimers())

test('the day of receipt is told by the clocks of Toruń, not of Greenwich', () => {
  vi.useFakeTimers({ now: new Date('2026-11-20T23:30:00Z'), toFake: ['Date'] })
  const day = (receivedOn: string) => paperVoiceInput.safeParse({ threadId: crypto.randomUUID(), body: 'Proszę o ławki.', ...paper(), receivedOn }).success
  expect([day('2026-11-20'), day('2026-11-21'), day('2026-11-22')]).toEqual([true, true, false])
})

test('the same form sent twice is one voice, and the second time is answered in words', async () => {
  const [clerk, threadId] = [await aPerson({ roles: ['official'] }), await db.transaction(openThread)]
  const form = { threadId, body: 'Proszę o ławki.', formKey: crypto.randomUUID(), ...paper() }
  const both = await Promise.allSettled([enterPaperVoice(clerk, form), enterPaperVoice(clerk, form)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const again = { objection: { key: 'office.objection.voiceEntered' } }
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: again })
  await expect(enterPaperVoice(clerk, { ...form, receiptNumber: crypto.randomUUID() })).rejects.toMatchObject(again)
  expect((await listBranches(null, threadId)).branches).toHaveLength(1)
})

test('a receipt number is found however its letters are typed, and is used once however they are', async () => {
  const [clerk, threadId] = [await aPerson({ roles: ['official'] }), await db.transaction(openThread)]
  const receiptNumber = `Um/${crypto.randomUUID()}`
  const { id } = await enterPaperVoice(clerk, { threadId, body: 'Raz.', ...paper(), receiptNumber })
  expect(await getPaperVoice(null, receiptNumber.toLowerCase())).toMatchObject({ id, state: 'shown' })
  await expect(enterPaperVoice(clerk, { threadId, body: 'Dwa.', ...paper(), receiptNumber: receiptNumber.toUpperCase() })).rejects.toMatchObject({ objection: { key: 'office.objection.receiptUsed' } })
})

test('voices are counted by the way they came; what the office says is no voice', async () => {
  const [clerk, threadId] = [await aPerson({ roles: ['official'] }), await db.transaction(openThread)]
  const { id } = await postComment(await aPerson({ level: 'verified' }), { threadId, body: 'Jestem za.' })
  await postComment(await aPerson(), { threadId, body: 'A ja przeciw.' })
  await postComment(await aPerson(), { threadId, body: 'Ja też.' })
  await enterPaperVoice(clerk, { threadId, body: 'Proszę o ławki.', ...paper() })
  await enterPaperVoice(clerk, { threadId, body: 'Proszę dzwonić: 601 234 567', goesOn: 'yes', ...paper() })
  await answerOfficially(clerk, { threadId, answers: [id], body: 'Dziękujemy.' })
  expect(await countVoices(null, [threadId])).toEqual({ verified: 1, 'signed-in': 2, paper: 1 })
})
