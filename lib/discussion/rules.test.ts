import { describe, expect, test } from 'vitest'
import type { Person } from '../person'
import { canComment, canSupport, commentInput, type Writing } from './rules'

const named: Person = { id: '1', name: 'Ala', roles: [], suspendedUntil: null, ledgerKey: '1' }
const people = {
  'someone with a name': named,
  'someone without a name': { ...named, name: null },
  'someone suspended': { ...named, suspendedUntil: new Date(Date.now() + 1e6) },
  'a moderator': { ...named, roles: ['moderator'] },
} satisfies Record<string, Person>

const open: Writing = { open: true, closedReason: null, lockedAt: null, speaksFor: 'oneself', parent: 'none' }
const states = {
  open,
  closed: { ...open, open: false },
  withdrawn: { ...open, open: false, closedReason: 'withdrawn' },
  locked: { ...open, lockedAt: new Date() },
  'another’s organisation': { ...open, speaksFor: 'another' },
  'own organisation': { ...open, speaksFor: 'own-organisation' },
  'an answer': { ...open, parent: 'there' },
  'an answer to what is gone': { ...open, parent: 'gone' },
} satisfies Record<string, Writing>

// Rows: people. Columns: states. What is said against it, or null.
const matrix: Record<keyof typeof people, Record<keyof typeof states, string | null>> = {
  'someone with a name': { open: null, closed: 'objection.threadClosed', withdrawn: 'objection.taskWithdrawn', locked: 'objection.threadLocked', 'another’s organisation': 'objection.notYourOrganisation', 'own organisation': null, 'an answer': null, 'an answer to what is gone': 'objection.commentGone' },
  'someone without a name': every('objection.nameFirst'),
  'someone suspended': every('objection.suspended'),
  'a moderator': { open: null, closed: 'objection.threadClosed', withdrawn: 'objection.taskWithdrawn', locked: 'objection.threadLocked', 'another’s organisation': 'objection.notYourOrganisation', 'own organisation': null, 'an answer': null, 'an answer to what is gone': 'objection.commentGone' },
}

function every(objection: string) {
  return Object.fromEntries(Object.keys(states).map((state) => [state, objection])) as Record<keyof typeof states, string>
}

describe.each(Object.entries(people))('commenting as %s', (who, person) => {
  test.each(Object.entries(states))('%s', (state, subject) => {
    expect(canComment(person, subject)?.key ?? null).toBe(matrix[who as keyof typeof people][state as keyof typeof states])
  })
})

test.each([
  ['another’s comment', 'other', open, null],
  ['one’s own comment', '1', open, 'objection.ownComment'],
  ['a comment in a closed thread', 'other', states.closed, 'objection.threadClosed'],
])('supporting %s', (_, authorId, state, objection) => expect(canSupport(named, { ...state, authorId })?.key ?? null).toBe(objection))

describe('what may be sent', () => {
  const threadId = crypto.randomUUID()
  const read = (body: unknown, more = {}) => commentInput.safeParse({ threadId, body, ...more })
  test('4000 characters as a person counts them', () => {
    expect(read('ż'.normalize('NFD').repeat(4000)).success).toBe(true)
    expect(read('a'.repeat(4001)).success).toBe(false)
  })
  test.each([[''], ['  \n '], ['\u200b\u200b'], [7], [null], [['a']]])('%j is nothing', (body) => expect(read(body).success).toBe(false))
  test('nothing that is not asked for', () => expect(read('a', { authorId: '1' }).success).toBe(false))
})
