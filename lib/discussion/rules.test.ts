import { describe, expect, test } from 'vitest'
import type { Policy } from '../policy'
import type { Person } from '../person'
import { answerInput, canAnswerOfficially, canComment, canEdit, canReact, canWithdraw, commentInput, editInput, editsFreely, reactionInput, type CommentHeld, type CommentState, type Writing } from './rules'

const named: Person = { id: '1', name: 'Ala', roles: [], suspendedUntil: null, ledgerKey: '1', level: 'email', addressKey: '1' }
const people = {
  'someone with a name': named,
  'someone without a name': { ...named, name: null },
  'someone suspended': { ...named, suspendedUntil: new Date(Date.now() + 1e6) },
  'a moderator': { ...named, roles: ['moderator'] },
  'an official': { ...named, roles: ['official'] },
} satisfies Record<string, Person>
type Who = keyof typeof people

const open: Writing = { open: true, closedReason: null, lockedAt: null, speaks: 'oneself', parent: 'none', unreadWarning: false, waitMinutes: 0 }
const places = {
  open,
  closed: { ...open, open: false },
  withdrawn: { ...open, open: false, closedReason: 'withdrawn' },
  locked: { ...open, lockedAt: new Date() },
  'another’s organisation': { ...open, speaks: 'another' },
  'own organisation': { ...open, speaks: 'own-organisation' },
  'the office': { ...open, speaks: 'office' },
  'with a warning to read': { ...open, unreadWarning: true },
  'slowed down, too soon': { ...open, waitMinutes: 7 },
  'an answer': { ...open, parent: 'there' },
  'an answer to what is gone': { ...open, parent: 'gone' },
} satisfies Record<string, Writing>

// Rows: people. Columns: places. What is said against it, or null.
const anyone = { open: null, closed: 'objection.threadClosed', withdrawn: 'objection.taskWithdrawn', locked: 'objection.threadLocked', 'another’s organisation': 'objection.notYourOrganisation', 'own organisation': null, 'the office': 'objection.notTheOffice', 'with a warning to read': 'objection.readWarningFirst', 'slowed down, too soon': 'objection.slowedDown', 'an answer': null, 'an answer to what is gone': 'objection.commentGone' } satisfies Record<keyof typeof places, string | null>
const everywhere = (objection: string) => Object.fromEntries(Object.keys(places).map((place) => [place, objection])) as Record<keyof typeof places, string>
const writing: Record<Who, Record<keyof typeof places, string | null>> = {
  'someone with a name': anyone,
  'someone without a name': everywhere('objection.nameFirst'),
  'someone suspended': everywhere('objection.suspended'),
  'a moderator': anyone,
  'an official': { ...anyone, 'the office': null },
}
describe.each(Object.entries(people))('commenting as %s', (who, person) => {
  test.each(Object.entries(places))('%s', (place, subject) => {
    expect(canComment(person, subject)?.key ?? null).toBe(writing[who as Who][place as keyof typeof places])
  })
})

// What one may do with a comment, by whose it is and by its state.
const [gone, notYours, own] = ['objection.commentGone', 'objection.notYours', 'objection.ownComment']
const rights: [string, Policy<CommentHeld>, Record<'own' | 'another’s', Record<CommentState, string | null>>][] = [
  ['changing', canEdit, { own: { shown: null, held: null, withdrawn: gone, hidden: gone }, 'another’s': { shown: notYours, held: notYours, withdrawn: notYours, hidden: notYours } }],
  ['taking back', canWithdraw, { own: { shown: null, held: null, withdrawn: gone, hidden: gone }, 'another’s': { shown: notYours, held: notYours, withdrawn: notYours, hidden: notYours } }],
  ['reacting to', canReact, { own: { shown: own, held: own, withdrawn: own, hidden: own }, 'another’s': { shown: null, held: gone, withdrawn: gone, hidden: gone } }],
]
describe.each(rights)('%s', (what, policy, expected) => {
  const comment = (whose: string, state: CommentState, more: Partial<CommentHeld> = {}): CommentHeld => ({ ...open, authorId: whose === 'own' ? '1' : '2', state, revision: 1, ...more })
  test.each(Object.entries(expected).flatMap(([whose, states]) => Object.entries(states).map(([state, objection]) => [whose, state as CommentState, objection] as const)))('%s comment that is %s', (whose, state, objection) => {
    // No role makes another’s words one's own (security.md A50).
    for (const person of [named, people['a moderator'], people['an official']]) expect(policy(person, comment(whose, state))?.key ?? null).toBe(objection)
  })
  const whose = what === 'reacting to' ? 'another’s' : 'own'
  test('in a closed or locked thread', () => {
    const [closed, locked] = [policy(named, comment(whose, 'shown', { open: false })), policy(named, comment(whose, 'shown', { lockedAt: new Date() }))]
    expect([closed?.key, locked?.key]).toEqual(what === 'taking back' ? [undefined, undefined] : ['objection.threadClosed', 'objection.threadLocked'])
  })
  test('while suspended', () => expect(policy(people['someone suspended'], comment(whose, 'shown'))?.key).toBe(what === 'taking back' ? undefined : 'objection.suspended'))
})

test.each<[Who, boolean, boolean, string | null]>([
  ['an official', true, true, null],
  ['an official', false, true, 'objection.threadClosed'],
  ['an official', true, false, 'writing.refused.answeredGone'],
  ['a moderator', true, true, 'objection.notTheOffice'],
  ['someone with a name', true, true, 'objection.notTheOffice'],
])('answering for the office as %s (open: %s, all there: %s)', (who, isOpen, allThere, objection) => {
  expect(canAnswerOfficially(people[who], { ...open, open: isOpen, allThere })?.key ?? null).toBe(objection)
})

test.each([
  ['at once', {}, true],
  ['after five minutes', { minutesOld: 5 }, false],
  ['after a reaction', { reactions: 1 }, false],
  ['after an answer', { replies: 1 }, false],
  ['held and never read, however late', { state: 'held' as const, minutesOld: 500 }, true],
  ['held after it was read and changed', { state: 'held' as const, minutesOld: 500, editedAt: new Date() }, false],
])('a change %s is free: %#', (_, more, free) => expect(editsFreely({ state: 'shown', editedAt: null, reactions: 0, replies: 0, minutesOld: 1, ...more })).toBe(free))

describe('what may be sent', () => {
  const threadId = crypto.randomUUID()
  const read = (body: unknown, more = {}) => commentInput.safeParse({ threadId, body, ...more })
  test('4000 characters as a person counts them', () => {
    expect(read('ż'.normalize('NFD').repeat(4000)).success).toBe(true)
    expect(read('a'.repeat(4001)).success).toBe(false)
  })
  test.each([[''], ['  \n '], ['\u200b\u200b'], ['\u0000'], [7], [null], [['a']], [{ length: 4 }]])('%j is nothing', (body) => expect(read(body).success).toBe(false))
  test('A03, A04, A06, A07: control, broken, heaped and direction-changing characters do not get in', () => {
    expect(read('Ala\u0000 \ud800ma \u202ekota\u2066 z\u0301\u0302\u0303\u0304\u0305').data!.body).toBe('Ala \ufffdma kota ź\u0302\u0303'.normalize('NFC'))
  })
  test.each(['authorId', 'official', 'heldAt', 'hiddenAt', 'postedAt', 'revision', 'organisationId', 'signature', '__proto__x'])('A22: „%s” is not for the writer to say', (name) => expect(read('a', { [name]: '1' }).success).toBe(false))
  test.each([['1e3'], ['0x10'], ['-1'], ['0'], ['1.5'], ['NaN'], ['1e309'], [''], ['99999999999'], [['1']], [{}]])('A16: revision %j is none', (revision) => {
    expect(reactionInput.safeParse({ commentId: threadId, kind: 'agree', revision }).success).toBe(false)
    expect(editInput.safeParse({ commentId: threadId, body: 'a', revision }).success).toBe(false)
  })
  test('A17: one comment has one stance', () => expect(read('a', { stance: ['for', 'against'] }).success).toBe(false))
  test('the office answers one to fifty comments, each once', () => {
    const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID())
    const answers = (list: unknown) => answerInput.safeParse({ threadId, body: 'a', answers: list })
    expect([answers([]), answers(ids(51)), answers('x'), answers(['x'])].map(({ success }) => success)).toEqual([false, false, false, false])
    expect(answers([threadId, threadId]).data!.answers).toEqual([threadId])
    expect(answers(ids(50)).success).toBe(true)
  })
})
