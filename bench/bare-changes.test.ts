import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { bareChanges, recordChanges, replacing } from './bare-changes'
import { listenToPool, type Statement, statementsOf } from './statements'

const someone = (body: string, choice: string) => ({ id: randomUUID(), ledgerKey: randomUUID(), formKey: randomUUID(), body, choice: [choice] })

test('a recorded statement is sent again for somebody else, with keys of its own', () => {
  const [given, now, thread, made] = [someone('Było.', 'for'), someone('Jest.', 'against'), randomUUID(), randomUUID()]
  const valuesNow = replacing(given, now, new Set([thread]))
  const [limit, author, body, choice, tag, five, none, fresh] = valuesNow([`comment.posted:${given.id}`, given.id, 'Było.', ['for'], `thread:${thread}`, 5, null, made])
  expect([limit, author, body, choice, tag, five, none]).toEqual([`comment.posted:${now.id}`, now.id, 'Jest.', ['against'], `thread:${thread}`, 5, null])
  expect(fresh).not.toBe(made)
  expect(valuesNow([made, given.ledgerKey])).toEqual([fresh, now.ledgerKey])
  expect(replacing(given, now, new Set([thread]))([made])).not.toEqual([fresh])
})

test('a bare change sends the texts of its command, and what it writes is whole', async () => {
  listenToPool(process.env.DATABASE_URL!)
  const { client } = await import('../lib/db')
  const { aPerson, aTask } = await import('../lib/testing')
  const [one, other] = [{ ...(await aPerson()), cookie: '' }, { ...(await aPerson()), cookie: '' }]
  const { code, threadId, questionId } = await aTask()
  const city = { residents: [one], code, threadId, questionId, otherCodes: [], quiet: { code, questionId } }
  const recorded = await recordChanges(city)
  const bare = bareChanges(client, city, recorded)
  const textsOf = (statements: Statement[]) => statements.map(({ text }) => text.trim()).filter((text) => !['begin', 'commit'].includes(text))

  for (const [{ before, inside }, change] of [[recorded.post, () => bare.post(other, 'Inny głos.')], [recorded.vote, () => bare.vote(other, 'for')]] as const) {
    expect(before).toHaveLength(1)
    expect(textsOf(await statementsOf(change))).toEqual(textsOf([...before, ...inside]))
  }
  const events = () => client`
    select name, body, choices from events left join comments on comments.id::text = subject
      left join ballots on question_id::text = subject and person_id = ${other.id} where actor = ${other.ledgerKey} order by events.id`
  expect(await events()).toMatchObject([{ name: 'comment.posted', body: 'Inny głos.' }, { name: 'ballot.cast', choices: ['for'] }])
  await client.end()
})
