import { expect, test } from 'vitest'
import { db } from '../db'
import { aPerson } from '../testing'
import { enterPaperVoice } from './commands/paper'
import { listBranches } from './queries/branches'
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
