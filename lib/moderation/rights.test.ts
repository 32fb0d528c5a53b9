import { describe, expect, test } from 'vitest'
import type { Person, Role } from '../person'
import { canAppeal, canDecideAppeal, contestable, sides, type Contested } from './appealing'
import { canConfirmBan, canImpose, type BanHeld } from './banning'
import { moveKinds, type DecisionKind } from './rules'
import { canLift, canSanction, sanctionInput, sanctionKinds, type Sanctioned } from './sanctions'

const someone = (roles: Role[] = [], suspendedUntil: Date | null = null): Person => ({ id: 'someone', name: 'Ala', roles, suspendedUntil, ledgerKey: 'key', level: 'email', addressKey: 'key' })
const people = {
  resident: someone(),
  official: someone(['official']),
  coordinator: someone(['coordinator']),
  moderator: someone(['moderator']),
  admin: someone(['admin']),
  'suspended moderator': someone(['moderator'], new Date(Date.now() + 86_400_000)),
}
type Who = keyof typeof people
const refused = 'objection.notYours'

describe('who may sanction whom', () => {
  const ordinary: Sanctioned = { id: 'another', roles: [], erased: false, own: false, newest: null, seen: null }
  const somebody = {
    'a resident': ordinary,
    'a moderator': { ...ordinary, roles: ['moderator'] },
    'an admin': { ...ordinary, roles: ['admin'] },
    'oneself, or somebody of one’s organisation': { ...ordinary, own: true },
    'somebody erased': { ...ordinary, erased: true },
    'the system': { ...ordinary, roles: ['system'] },
    'somebody just decided about': { ...ordinary, newest: 'another decision' },
  } satisfies Record<string, Sanctioned>
  const nobody = (objection: string) => Object.fromEntries(Object.keys(somebody).map((name) => [name, objection])) as Record<keyof typeof somebody, string>
  const moderator = { 'a resident': null, 'a moderator': null, 'an admin': 'moderation.objection.admin', 'oneself, or somebody of one’s organisation': 'moderation.objection.own', 'somebody erased': 'moderation.objection.nobodyThere', 'the system': 'moderation.objection.nobodyThere', 'somebody just decided about': 'moderation.objection.alreadyDecided' }
  const matrix: Record<Who, Record<keyof typeof somebody, string | null>> = {
    resident: nobody(refused),
    official: nobody(refused),
    coordinator: nobody(refused),
    moderator,
    admin: { ...moderator, 'an admin': null },
    'suspended moderator': nobody('objection.suspended'),
  }
  for (const who of Object.keys(people) as Who[]) {
    test.each(Object.entries(somebody))(`${who}: %s`, (name, subject) => {
      const expected = matrix[who][name as keyof typeof somebody]
      expect(canSanction(people[who], subject)?.key ?? null).toBe(expected)
      expect(canLift(people[who], { ...subject, kind: 'suspend', undone: false })?.key ?? null).toBe(expected)
    })
  }
  test.each<[Who, Partial<BanHeld>, string | undefined]>([
    ['resident', {}, refused],
    ['official', {}, refused],
    ['moderator', {}, undefined],
    ['admin', {}, undefined],
    ['suspended moderator', {}, 'objection.suspended'],
    ['moderator', { proposedBySelf: true }, 'sanction.objection.fourEyes'],
    ['admin', { proposedBySelf: true }, 'sanction.objection.fourEyes'],
    ['moderator', { waits: false }, 'sanction.objection.banSettled'],
    ['moderator', { roles: ['admin'] }, 'moderation.objection.admin'],
    ['moderator', { own: true }, 'moderation.objection.own'],
    ['moderator', { erased: true }, 'moderation.objection.nobodyThere'],
    ['moderator', { newest: 'another decision' }, 'moderation.objection.alreadyDecided'],
  ])('confirming a ban: %s, %o', (who, ban, objection) => expect(canConfirmBan(people[who], { ...ordinary, waits: true, proposedBySelf: false, ...ban })?.key).toBe(objection))
  test.each([...sanctionKinds])('while a ban waits: %s', (kind) => {
    expect(canImpose(people.moderator, { ...ordinary, kind, banWaits: true })?.key).toBe(kind === 'ban' ? 'sanction.objection.banWaits' : undefined)
    expect(canImpose(people.resident, { ...ordinary, kind, banWaits: false })?.key).toBe(refused)
  })
  test('what is lifted, or never was a sanction, is not lifted', () => {
    expect(canLift(people.moderator, { ...ordinary, kind: 'ban', undone: true })?.key).toBe('moderation.objection.lift')
    expect(canLift(people.moderator, { ...ordinary, kind: 'lift', undone: false })?.key).toBe('moderation.objection.lift')
  })
})

describe('who may contest what', () => {
  const fresh: Omit<Contested, 'kind' | 'side'> = { inTime: true, appealed: false, undone: false }
  const kinds: DecisionKind[] = [...moveKinds, ...sanctionKinds, 'lift']
  test.each(sides.flatMap((side) => kinds.map((kind) => [side, kind] as const)))('%s: %s', (side, kind) => {
    expect(canAppeal(null, { ...fresh, side, kind })?.key).toBe((contestable[side] as readonly DecisionKind[]).includes(kind) ? undefined : 'moderation.objection.notContestable')
  })
  test.each([
    [{ appealed: true }, 'moderation.objection.appealedBefore'],
    [{ undone: true }, 'moderation.objection.undone'],
    [{ inTime: false }, 'moderation.objection.appealLate'],
  ])('with %o', (state, objection) => expect(canAppeal(null, { ...fresh, side: 'author', kind: 'hide', ...state })?.key).toBe(objection))
})

describe('who may decide an appeal', () => {
  const open = { decided: false, involved: false, own: false }
  test.each<[Who, Partial<typeof open>, string | undefined]>([
    ['resident', {}, refused],
    ['official', {}, refused],
    ['coordinator', {}, refused],
    ['moderator', {}, undefined],
    ['admin', {}, undefined],
    ['suspended moderator', {}, 'objection.suspended'],
    ['moderator', { involved: true }, 'moderation.objection.anotherModerator'],
    ['admin', { involved: true }, 'moderation.objection.anotherModerator'],
    ['admin', { own: true }, 'moderation.objection.own'],
    ['moderator', { decided: true }, 'moderation.objection.appealDecided'],
  ])('%s, %o', (who, appeal, objection) => expect(canDecideAppeal(people[who], { ...open, ...appeal })?.key).toBe(objection))
})

describe('what a sanction says', () => {
  const sent = { personId: '01890000-0000-7000-8000-000000000000', ground: 'abuse', sentence: 'Trzeci raz wyzwiska.' }
  const messagesOf = (input: object) => Object.fromEntries((sanctionInput.safeParse(input).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
  test.each([
    [{ kind: 'warn' }, {}],
    [{ kind: 'ban', days: '', minutes: '' }, {}],
    [{ kind: 'suspend', days: '7' }, {}],
    [{ kind: 'suspend', days: '' }, { days: 'problem.choose' }],
    [{ kind: 'suspend', days: '1e1' }, { days: 'problem.choose' }],
    [{ kind: 'slow', days: '7' }, { minutes: 'problem.choose' }],
    [{ kind: 'slow', days: '7', minutes: '60' }, {}],
    [{ kind: 'lift' }, { kind: 'problem.choose' }],
    [{ kind: 'warn', ground: 'none' }, { ground: 'moderation.problem.rule' }],
    [{ kind: 'warn', ground: 'illegal' }, { law: 'moderation.problem.law' }],
  ])('%o', (more, problems) => expect(messagesOf({ ...sent, ...more })).toEqual(problems))
})
