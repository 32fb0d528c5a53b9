import { describe, expect, test } from 'vitest'
import type { Person, Role, Viewer } from '../person'
import { brokenRules, canDecide, decisionInput, grounds, isModerator, lockInput, moveKinds, moves, movesOpenTo, unlockInput, type Judged, type Move } from './rules'

const someone = (roles: Role[] = [], suspendedUntil: Date | null = null): Person => ({ id: 'someone', name: 'Ala', roles, suspendedUntil, ledgerKey: 'key', level: 'email', addressKey: 'key' })
const tomorrow = new Date(Date.now() + 86_400_000)
const people = {
  resident: someone(),
  official: someone(['official']),
  moderator: someone(['moderator']),
  admin: someone(['admin']),
  'suspended moderator': someone(['moderator'], tomorrow),
  'suspended resident': someone([], tomorrow),
}
const ordinary: Omit<Judged, 'kind' | 'seen'> = { state: 'shown', own: false, waiting: 1, newest: null }

describe('who may decide', () => {
  const refused = 'objection.notYours'
  const matrix: [keyof typeof people, string | undefined][] = [
    ['resident', refused],
    ['official', refused],
    ['moderator', undefined],
    ['admin', undefined],
    ['suspended moderator', 'objection.suspended'],
    ['suspended resident', 'objection.suspended'],
  ]
  for (const [role, objection] of matrix) {
    for (const kind of moveKinds) {
      const judged: Judged = { ...ordinary, kind, state: moves[kind].from[0], seen: null }
      test(`${role}: ${kind}`, () => expect(canDecide(people[role], judged)?.key).toBe(objection))
      test(`${role}: ${kind} of their own`, () => expect(canDecide(people[role], { ...judged, own: true })?.key).toBe(objection ?? 'moderation.objection.own'))
    }
    test(`${role} at the desk`, () => expect(isModerator(people[role])).toBe(!objection))
  }
  test('nobody we know at the desk', () => expect(isModerator(null)).toBe(false))
})

describe('the table of moves', () => {
  const states = ['shown', 'held', 'withdrawn', 'hidden', 'open', 'locked'] as const
  for (const kind of moveKinds) {
    for (const state of states) {
      const fits = (moves[kind].from as readonly string[]).includes(state)
      test(`${kind} of what is ${state}: ${fits ? 'leads to ' + moves[kind].to : 'refused'}`, () =>
        expect(canDecide(people.moderator, { ...ordinary, kind, state, seen: null })?.key).toBe(fits ? undefined : `moderation.objection.${kind}`))
    }
  }
  test('keeping answers reports, so some must wait', () =>
    expect(canDecide(people.moderator, { ...ordinary, kind: 'keep', waiting: 0, seen: null })?.key).toBe('moderation.objection.nothingWaits'))
  test('a decision that was not seen goes before', () =>
    expect(canDecide(people.moderator, { ...ordinary, kind: 'hide', newest: 'another', seen: null })?.key).toBe('moderation.objection.alreadyDecided'))

  test.each<[Viewer, Partial<typeof ordinary>, Move[]]>([
    [people.moderator, {}, ['hide', 'remove', 'redact', 'keep']],
    [people.moderator, { waiting: 0 }, ['hide', 'remove', 'redact']],
    [people.moderator, { state: 'held' }, ['hide', 'remove', 'redact', 'keep']],
    [people.moderator, { state: 'withdrawn' }, ['hide', 'remove', 'redact', 'keep']],
    [people.moderator, { state: 'hidden', newest: 'hiding' }, ['restore']],
    [people.moderator, { state: 'open' }, ['lock']],
    [people.moderator, { state: 'locked' }, ['unlock']],
    [people.moderator, { own: true }, []],
    [people.resident, {}, []],
    [null, {}, []],
  ])('what is open to somebody: case %#', (viewer, state, kinds) => expect(movesOpenTo(viewer, { ...ordinary, ...state })).toEqual(kinds))
})

const commentId = '01890000-0000-7000-8000-000000000000'
const messagesOf = (schema: typeof decisionInput | typeof lockInput, input: object) =>
  Object.fromEntries((schema.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))

describe('what may be sent', () => {
  const sentence = 'Adres sąsiadki w treści.'
  test('hiding names a rule', () => {
    expect(messagesOf(decisionInput, { commentId, kind: 'hide', sentence })).toEqual({ ground: 'moderation.problem.rule' })
    for (const ground of brokenRules) expect(decisionInput.parse({ commentId, kind: 'hide', ground, law: 'art. 212 § 1 k.k.', sentence, seen: '' })).toMatchObject({ ground, seen: null })
  })
  test.each(['hide', 'remove', 'redact'])('to %s what is illegal names the law', (kind) => {
    const decided = { commentId, kind, ground: 'illegal', sentence, passage: 'Adres' }
    expect(messagesOf(decisionInput, decided)).toEqual({ law: 'moderation.problem.law' })
    expect(messagesOf(decisionInput, { ...decided, law: '  ' })).toEqual({ law: 'moderation.problem.law' })
    expect(decisionInput.parse({ ...decided, law: ' art. 212  k.k.' })).toMatchObject({ law: 'art. 212 k.k.' })
  })
  test('redacting names the passage', () => {
    const decided = { commentId, kind: 'redact', ground: 'personal-data', sentence }
    expect(messagesOf(decisionInput, decided)).toEqual({ passage: 'problem.required' })
    expect(messagesOf(decisionInput, { ...decided, passage: ' ab ' })).toEqual({ passage: 'moderation.problem.passage' })
    expect(decisionInput.parse({ ...decided, passage: ' ul. Lipowa 3 ' })).toMatchObject({ passage: 'ul. Lipowa 3' })
  })
  test('keeping and restoring need none, and do not mind one', () => {
    for (const kind of ['keep', 'restore']) for (const ground of [undefined, '', ...grounds]) expect(decisionInput.safeParse({ commentId, kind, ground, sentence }).success).toBe(true)
  })
  test.each(['', 'lock', undefined])('deciding %o is no decision about a comment', (kind) => expect(messagesOf(decisionInput, { commentId, kind, sentence })).toEqual({ kind: 'problem.choose' }))
  test('locking names a rule, unlocking does not', () => {
    expect(messagesOf(lockInput, { threadId: commentId, sentence })).toEqual({ ground: 'moderation.problem.rule' })
    expect(unlockInput.safeParse({ threadId: commentId, sentence }).success).toBe(true)
  })
})
