import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../person'
import { mayMove, mayStart, mayWrite, moves, proposalStates, type Move, type Standing } from './life-cycle'

const person = (roles: Role[] = [], more: Partial<Person> = {}): Person => ({ id: 'p', name: 'Ala', roles, suspendedUntil: null, ledgerKey: 'k', level: 'email', addressKey: null, ...more })
const stand = (more: Partial<Standing> = {}): Standing => ({ state: 'submitted', isMember: false, isOwn: false, confirmed: true, current: true, ...more })
const says = (objection: { key: string } | null) => objection?.key ?? null
const own = { isMember: true, isOwn: true }

describe('the life of a proposal', () => {
  const may: Record<Move, { who: Person; as: Partial<Standing> }> = {
    submit: { who: person(), as: own },
    publish: { who: person(['moderator']), as: {} },
    return: { who: person(['admin']), as: {} },
    reject: { who: person(['moderator']), as: {} },
  }
  const names = Object.keys(moves) as Move[]

  test.each(names.flatMap((move) => proposalStates.map((state) => [move, state] as const)))('%s from %s', (move, state) => {
    const allowed = (moves[move].from as readonly string[]).includes(state)
    expect(says(mayMove(move)(may[move].who, stand({ ...may[move].as, state })))).toBe(allowed ? null : `proposal.objection.is.${state}`)
  })

  const judges = ['publish', 'return', 'reject'] as const
  test.each(judges.flatMap((move) => [
    [move, 'resident', person(), {}, 'objection.notYours'],
    [move, 'member', person(), own, 'objection.notYours'],
    [move, 'official', person(['official']), {}, 'objection.notYours'],
    [move, 'moderator', person(['moderator']), {}, null],
    [move, 'admin', person(['admin']), {}, null],
    [move, 'moderator of their own', person(['moderator']), own, 'proposal.objection.own'],
    [move, 'admin who began it and left', person(['admin']), { isOwn: true }, 'proposal.objection.own'],
    [move, 'suspended moderator', person(['moderator'], { suspendedUntil: new Date(Date.now() + 60_000) }), {}, 'objection.suspended'],
    [move, 'moderator who saw another version', person(['moderator']), { current: false }, 'proposal.objection.changed'],
  ] as const))('%s by %s', (move, _, who, as, objection) => expect(says(mayMove(move)(who, stand(as)))).toBe(objection))

  test.each<[string, Person, Partial<Standing>, string | null]>([
    ['member', person(), own, null],
    ['member of an unconfirmed one', person(), { ...own, confirmed: false }, 'proposal.objection.notMember'],
    ['somebody who began it and left', person(), { isOwn: true }, 'proposal.objection.notMember'],
    ['moderator', person(['moderator']), {}, 'proposal.objection.notMember'],
    ['member without a name', person([], { name: null }), own, 'objection.nameFirst'],
  ])('submit by %s', (_, who, as, objection) => expect(says(mayMove('submit')(who, stand({ state: 'draft', ...as })))).toBe(objection))

  test.each(proposalStates)('writing while it is %s', (state) => {
    expect(says(mayWrite(person(), stand({ ...own, state })))).toBe(['draft', 'returned'].includes(state) ? null : `proposal.objection.is.${state}`)
    expect(says(mayWrite(person(['admin']), stand({ state })))).toBe('proposal.objection.notMember')
  })

  test('starting is for members of confirmed organisations', () => {
    expect(says(mayStart(person(), { isMember: true, confirmed: true }))).toBeNull()
    expect(says(mayStart(person(), { isMember: true, confirmed: false }))).toBe('proposal.objection.notMember')
    expect(says(mayStart(person([], { name: null }), { isMember: true, confirmed: true }))).toBe('objection.nameFirst')
  })
})
