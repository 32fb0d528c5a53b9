import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { v7 } from 'uuid'
import type { City, Resident } from './city'
import { type Statement, statementsOf } from './statements'

/** What a command sends: some of it by itself, then its transaction. `given` are the values that the command was given. */
type Recording = { before: Statement[]; inside: Statement[]; given: Given }
type Given = { id: string; ledgerKey: string; formKey: string; body: string; choice: string[] }

export type Recorded = { post: Recording; vote: Recording }

/** Lets each command run once in this process, to learn what it sends. To be called while lib/ is connected. */
export async function recordChanges({ residents, threadId, questionId }: City): Promise<Recorded> {
  const { postComment } = await import('../lib/discussion/commands/comments')
  const { castBallot } = await import('../lib/voting/commands')
  const { id, ledgerKey } = residents.at(-1)!
  const person = { id, ledgerKey, name: 'Osoba', roles: [], suspendedUntil: null, level: 'email', addressKey: 'nobody' } as const
  const given: Given = { id, ledgerKey, formKey: randomUUID(), body: 'Głos, którego słowa wysyła polecenie.', choice: ['against'] }
  return {
    post: recordingOf(given, await statementsOf(() => postComment(person, { threadId, body: given.body, formKey: given.formKey }))),
    vote: recordingOf(given, await statementsOf(() => castBallot(person, { questionId, choice: given.choice[0] }))),
  }
}

function recordingOf(given: Given, sent: Statement[]): Recording {
  const [begin, commit] = ['begin', 'commit'].map((word) => sent.findIndex(({ text }) => text.trim() === word)) as [number, number]
  if (begin < 0 || commit !== sent.length - 1) throw new Error(`A command should end with its transaction, not send ${sent.map(({ text }) => text).join('; ')}`)
  return { before: sent.slice(0, begin), inside: sent.slice(begin + 1, commit), given }
}

/** The bare limit of a change: what its command sends, word for word, and nothing else, straight through the driver. */
export function bareChanges(sql: Sql, { threadId, questionId }: City, { post, vote }: Recorded) {
  const send = async ({ before, inside, given }: Recording, now: Partial<Given>) => {
    const valuesNow = replacing(given, { ...given, ...now }, new Set([threadId, questionId]))
    for (const { text, values } of before) await sql.unsafe(text, valuesNow(values), { prepare: true })
    await sql.begin(async (tx) => {
      for (const { text, values } of inside) await tx.unsafe(text, valuesNow(values), { prepare: true })
    })
  }
  return {
    post: ({ id, ledgerKey }: Resident, body: string) => send(post, { id, ledgerKey, body, formKey: randomUUID() }),
    vote: ({ id, ledgerKey }: Resident, choice: string) => send(vote, { id, ledgerKey, choice: [choice] }),
  }
}

const uuids = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g

/** Puts other values for those that the command was given, and new keys for those that it made (all others but `fixed`). */
export function replacing(given: Given, now: Given, fixed: Set<string>): (values: unknown[]) => never[] {
  const keys = new Map([...fixed].map((key) => [key, key]))
  for (const name of ['id', 'ledgerKey', 'formKey'] as const) keys.set(given[name], now[name])
  const keyNow = (key: string) => {
    if (!keys.has(key)) keys.set(key, v7())
    return keys.get(key)!
  }
  return (values) =>
    values.map((value) => {
      if (value === given.body) return now.body
      if (Array.isArray(value) && value.join() === given.choice.join()) return now.choice
      return typeof value === 'string' ? value.replace(uuids, keyNow) : value
    }) as never[]
}
