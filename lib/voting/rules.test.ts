import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '../person'
import { canTakeBack, canVote, choicesOf, percentages, publishableStrata, readReceipt, sayReceipt, strata, stratumOf, type Count, type QuestionState } from './rules'

const someone: Person = { id: '1', name: null, roles: [], suspendedUntil: null, ledgerKey: '1', level: 'email', addressKey: null }
const people = {
  someone,
  declared: { ...someone, level: 'declared' },
  verified: { ...someone, level: 'verified' },
  moderator: { ...someone, roles: ['moderator'] },
  suspended: { ...someone, suspendedUntil: new Date(Date.now() + 1e6) },
  'no longer suspended': { ...someone, suspendedUntil: new Date(Date.now() - 1e6) },
} satisfies Record<string, Person>
const open: QuestionState = { state: 'open', closedReason: null, voters: 'signed-in', barred: false }

describe('A47: who may vote, when, and on what', () => {
  test.each<[keyof typeof people, Partial<QuestionState>, string | null, string | null]>([
    ['someone', {}, null, null],
    ['declared', {}, null, null],
    ['verified', {}, null, null],
    ['moderator', {}, null, null],
    ['no longer suspended', {}, null, null],
    ['suspended', {}, 'objection.suspended', 'objection.suspended'],
    ['someone', { state: 'not-yet' }, 'objection.votingNotYet', 'objection.votingNotYet'],
    ['verified', { state: 'closed' }, 'objection.votingClosed', 'objection.votingClosed'],
    ['someone', { state: 'closed', closedReason: 'withdrawn' }, 'objection.taskWithdrawn', 'objection.taskWithdrawn'],
    ['someone', { voters: 'verified' }, 'objection.verifiedOnly', null],
    ['declared', { voters: 'verified' }, 'objection.verifiedOnly', null],
    ['moderator', { voters: 'verified' }, 'objection.verifiedOnly', null],
    ['verified', { voters: 'verified' }, null, null],
    ['someone', { barred: true }, 'objection.votedBefore', null],
    ['verified', { voters: 'verified', barred: true }, 'objection.votedBefore', null],
  ])('%s, %j: votes %s, takes back %s', (who, state, voting, takingBack) => {
    expect(canVote(people[who], { ...open, ...state })?.key ?? null).toBe(voting)
    expect(canTakeBack(people[who], { ...open, ...state })?.key ?? null).toBe(takingBack)
  })
})

test('only who is verified is counted among the verified', () => {
  expect(Object.values(people).map(stratumOf)).toEqual(['signed-in', 'signed-in', 'verified', 'signed-in', 'signed-in', 'signed-in'])
})

const votes = fc.nat({ max: 100_000 })

test('percentages of one choice each add up to 100 and are never off by one or more', () => {
  fc.assert(
    fc.property(votes, votes, votes, (yes, no, abstain) => {
      const tally: Count = { total: yes + no + abstain, choices: { for: yes, against: no, abstain } }
      const share = percentages(tally, choicesOf.opinion)
      const sum = choicesOf.opinion.reduce((all, choice) => all + share[choice]!, 0)
      return sum === (tally.total ? 100 : 0) && choicesOf.opinion.every((choice) => !tally.total || Math.abs(share[choice]! - (tally.choices[choice]! * 100) / tally.total) < 1)
    }),
  )
})

test('where several could be chosen, each share stands by itself', () => {
  expect(percentages({ total: 4, choices: { a: 4, b: 3, c: 0 } }, ['a', 'b', 'c'])).toEqual({ a: 100, b: 75, c: 0 })
})

test('no published group is smaller than five while there is another, and nothing is lost or doubled', () => {
  const count = fc.record({ for: fc.nat({ max: 12 }), against: fc.nat({ max: 12 }) }).map((choices): Count => ({ total: choices.for + choices.against, choices }))
  fc.assert(
    fc.property(fc.tuple(count, count, count), (counts) => {
      const groups = publishableStrata(counts.map((count, place) => ({ ...count, strata: [strata[place]!] })))
      const present = strata.filter((_, place) => counts[place]!.total > 0)
      const sum = (choice: string, from: readonly Count[]) => from.reduce((all, { choices }) => all + (choices[choice] ?? 0), 0)
      expect(groups.length === 1 || groups.every(({ total }) => total >= 5 || total === 0)).toBe(true)
      expect(groups.flatMap((group) => group.strata).sort()).toEqual([...present].sort())
      for (const choice of ['for', 'against']) expect(sum(choice, groups)).toBe(sum(choice, counts))
      expect(groups.reduce((all, { total }) => all + total, 0)).toBe(counts.reduce((all, { total }) => all + total, 0))
    }),
  )
})

test('a receipt is read however it was typed', () => {
  expect(sayReceipt('1A2B3C4D5E6F')).toBe('1A2B-3C4D-5E6F')
  expect(readReceipt(' 1a2b-3c4d 5e6f\n')).toBe('1A2B3C4D5E6F')
})
