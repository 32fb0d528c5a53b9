import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '../person'
import { canVote, choices, percentages } from './rules'

const someone: Person = { id: '1', name: null, roles: [], suspendedUntil: null, ledgerKey: '1' }
const suspended: Person = { ...someone, suspendedUntil: new Date(Date.now() + 1e6) }
const over: Person = { ...someone, suspendedUntil: new Date(Date.now() - 1e6) }

describe('who may vote', () => {
  test.each([
    ['someone', someone, { open: true, closedReason: null }, null],
    ['someone whose suspension is over', over, { open: true, closedReason: null }, null],
    ['someone suspended', suspended, { open: true, closedReason: null }, 'objection.suspended'],
    ['someone, once it is closed', someone, { open: false, closedReason: null }, 'objection.votingClosed'],
    ['someone, on a withdrawn task', someone, { open: false, closedReason: 'withdrawn' }, 'objection.taskWithdrawn'],
  ] as const)('%s', (_, person, state, objection) => {
    expect(canVote(person, { kind: 'opinion', ...state })?.key ?? null).toBe(objection)
  })
})

test('percentages add up to 100 and are never off by one or more', () => {
  const votes = fc.nat({ max: 100_000 })
  fc.assert(
    fc.property(votes, votes, votes, (yes, no, abstain) => {
      const tally = { for: yes, against: no, abstain, total: yes + no + abstain }
      const share = percentages(tally)
      const sum = choices.reduce((all, choice) => all + share[choice], 0)
      return sum === (tally.total ? 100 : 0) && choices.every((choice) => !tally.total || Math.abs(share[choice] - (tally[choice] * 100) / tally.total) < 1)
    }),
  )
})
