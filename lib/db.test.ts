import { expect, test } from 'vitest'
import { client } from './db'

test('A67 transactions that begin while many statements wait get their connection, and none stays open', async () => {
  for (let waiting = 989; waiting <= 992; waiting++) {
    const busy = Array.from({ length: 10 }, () => client`select pg_sleep(0.2)`.execute())
    const plain = Array.from({ length: waiting }, () => client`select 1`.execute())
    const begun = Array.from({ length: 10 }, () => client.begin((tx) => tx`select pg_backend_pid() as pid`))
    const ended = await Promise.allSettled([...busy, ...plain, ...begun])
    expect(ended.filter(({ status }) => status === 'rejected')).toEqual([])
  }
  await new Promise((resolve) => setTimeout(resolve, 200))
  const ages = await Promise.all(Array.from({ length: 30 }, () => client`select clock_timestamp() - now() > interval '0.1 s' as old`))
  expect(ages.filter(([transaction]) => transaction!.old)).toEqual([])
})
