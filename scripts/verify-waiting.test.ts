import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginning, canonical, chained, committed, lineOf, sha256, toldOfVote, type Sealable } from '../lib/ledger/line'
import type { Checkpoint } from './verify-checkpoint'
import { verifying, verifySuccession } from './verify-ledger'

const question = '01900000-0000-7000-8000-00000000000a'
const vote = (n: number): Sealable => ({ at: new Date(1_800_000_000_000 + n * 1000).toISOString(), name: 'ballot.cast', actor: null, subject: question, attested: { vote: sha256(`vote ${n}`) }, question, counted: 1 })
const other = (n: number): Sealable => ({ at: new Date(1_800_000_000_000 + n * 1000).toISOString(), name: 'comment.posted', actor: 'somebody', subject: `${n}`, attested: null, question: null, counted: null })

type History = { days: number[]; sealed?: (cast: Sealable[]) => Sealable[]; told?: (checkpoints: Checkpoint[]) => void }

/**
 * What is published of a vote that is secret while `days` go by, on each of which so many vote, and that then closes.
 * @param sealed what somebody makes of the votes before they get their lines; honest: nothing
 * @param told what somebody makes of the checkpoints; each then names the one before as it has become
 */
function publishedOf({ days, sealed = (cast) => cast, told = () => {} }: History): { lines: string[]; checkpoints: Checkpoint[] } {
  const [lines, cast, checkpoints, commitments]: [string[], Sealable[], Checkpoint[], NonNullable<Checkpoint['opened']>] = [[], [], [], []]
  let root = beginning
  const seal = (events: readonly Sealable[]) => {
    for (const event of events) {
      const line = lineOf(event, lines.length + 1, Buffer.alloc(32, 1))
      root = chained(root, line)
      lines.push(`{"hash":"${root}","line":${line}}`)
    }
  }
  const checkpoint = (date: string, more: Partial<Checkpoint>) => {
    const events: Record<string, number> = {}
    for (const { line } of lines.map((text) => JSON.parse(text) as { line: { name: string } })) events[line.name] = (events[line.name] ?? 0) + 1
    checkpoints.push({ date, lastSeq: lines.length, root, events, questions: [], ...more, previous: beginning })
  }
  for (const [day, many] of days.entries()) {
    const date = `2026-12-${String(day + 1).padStart(2, '0')}`
    const before = cast.length
    cast.push(...Array.from({ length: many }, (_, n) => vote(before + n)))
    seal([other(day)])
    const nonce = sha256(`nonce ${day}`)
    commitments.push({ question, date, acts: cast.length, nonce })
    checkpoint(date, { waiting: [{ question, hash: committed(nonce, cast) }] })
  }
  const votes = sealed([...cast])
  seal(votes)
  const total = votes.length
  checkpoint('2026-12-31', { opened: commitments, questions: [{ question, total, choices: { for: total }, groups: [{ group: 'signed-in', total, choices: { for: total } }] }] })
  told(checkpoints)
  for (const [place, each] of checkpoints.entries()) if (place) each.previous = sha256(canonical(checkpoints[place - 1]!))
  return { lines, checkpoints }
}

function findings(history: History): string[] {
  const { lines, checkpoints } = publishedOf(history)
  const reading = verifying(checkpoints)
  for (const line of lines) reading.take(line)
  return [...verifySuccession(checkpoints), ...reading.end().findings]
}
const otherwise = (date: string) => [`Checkpoint of 2026-12-31: the votes on question ${question} that waited on ${date} were not sealed as they were: one was changed, taken out, put in or moved.`]

test('a secret vote that was sealed as it waited is accepted, also one that nobody voted in', () => {
  expect(findings({ days: [2, 0, 3] })).toEqual([])
  expect(findings({ days: [0] })).toEqual([])
})

test('a secret ballot that vanished, changed or came before others is found on the first day that was bound to it', () => {
  expect(findings({ days: [2, 0, 3], sealed: (cast) => cast.toSpliced(3, 1) })).toEqual(otherwise('2026-12-03'))
  expect(findings({ days: [2, 0, 3], sealed: (cast) => cast.with(1, { ...cast[1]!, attested: { vote: sha256('another choice') } }) })).toEqual(otherwise('2026-12-01'))
  expect(findings({ days: [2, 0, 3], sealed: (cast) => cast.toSpliced(0, 0, vote(99)) })).toEqual(otherwise('2026-12-01'))
  expect(findings({ days: [2, 0, 3], sealed: (cast) => [...cast, vote(5)] })).toEqual([]) // After the last checkpoint, as those do who vote on the last day.
})

test('what a checkpoint was bound to cannot be left shut, opened otherwise, or be forgotten together with its vote', () => {
  expect(findings({ days: [2, 1], told: (all) => void all[2]!.opened!.shift() })).toEqual([`The checkpoint of 2026-12-31 does not open what that of 2026-12-01 was bound to for question ${question}, though its votes are secret no more.`])
  expect(findings({ days: [2, 1], told: (all) => void (all[2]!.opened![1]!.nonce = sha256('another')) })).toEqual(otherwise('2026-12-02'))
  expect(findings({ days: [2, 1], told: (all) => void (all[2]!.opened![0]!.date = '2026-11-30') })[0]).toMatch(/^The checkpoint of 2026-12-31 opens for question \S+ what none of 2026-11-30 was bound to/)
  expect(findings({ days: [2, 1], told: (all) => void delete all[1]!.waiting })[0]).toMatch(/^The checkpoint of 2026-12-02 does not open what that of 2026-12-01 was bound to/)
  expect(findings({ days: [2, 1], told: (all) => Object.assign(all[2]!, { opened: [], waiting: all[1]!.waiting }) })[0]).toMatch(/^The checkpoint of 2026-12-31 does not open what that of 2026-12-01 was bound to/)
})

test('a commitment has one length and tells nothing by itself: not even that nobody has voted twice in a row', () => {
  const { checkpoints } = publishedOf({ days: [0, 0, 700] })
  const hashes = checkpoints.flatMap(({ waiting = [] }) => waiting.map(({ hash }) => hash))
  expect(new Set(hashes).size).toBe(3)
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(Object.keys(toldOfVote(vote(1))).sort()).toEqual(['at', 'attested', 'counted', 'name', 'question'])
})

test('every honest secret vote is accepted, and one in which anything was changed that a checkpoint was bound to is not', () => {
  const days = fc.array(fc.nat(4), { minLength: 1, maxLength: 6 }).filter((days) => days.some((many) => many > 1))
  fc.assert(
    fc.property(days, fc.nat(), fc.constantFrom('delete', 'change', 'recount', 'swap', 'insert'), (days, at, how) => {
      expect(findings({ days })).toEqual([])
      const sealed = (cast: Sealable[]) => {
        const place = at % cast.length
        const next = (place + 1) % cast.length
        if (how === 'delete') return cast.toSpliced(place, 1)
        if (how === 'change') return cast.with(place, { ...cast[place]!, attested: { vote: sha256('another') } })
        if (how === 'recount') return cast.with(place, { ...cast[place]!, counted: 0 })
        if (how === 'swap') return cast.with(place, cast[next]!).with(next, cast[place]!)
        return cast.toSpliced(place, 0, vote(1000))
      }
      expect(findings({ days, sealed })).not.toEqual([])
    }),
    { numRuns: 300 },
  )
})
