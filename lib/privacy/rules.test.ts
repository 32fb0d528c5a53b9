import { expect, test } from 'vitest'
import { roles, type Person } from '../person'
import { canAskForCopy, canLeave, copyInput, deletionInput } from './rules'

const someone = (more: Partial<Person> = {}): Person => ({ id: 'someone', name: null, roles: [], suspendedUntil: null, ledgerKey: 'key', level: 'email', addressKey: null, ...more })

test.each<[string, Person, string | undefined]>([
  ['a resident', someone(), undefined],
  ['whoever is suspended', someone({ suspendedUntil: new Date(Date.now() + 1e6) }), undefined],
  ...roles.map((role) => [`a ${role}`, someone({ roles: [role] }), role === 'system' ? 'objection.notYours' : undefined] as [string, Person, string | undefined]),
])('%s may leave or hears why not', (_, person, objection) => expect(canLeave(person, null)?.key).toBe(objection))

test.each([{}, { sure: '' }, { sure: 'on' }, { sure: 'yes', id: 'another' }])('%o is no deliberate yes', (input) => expect(deletionInput.safeParse(input).success).toBe(false))
test('a deliberate yes', () => expect(deletionInput.safeParse({ sure: 'yes' }).success).toBe(true))

test.each(roles)('a %s may have one copy of their data at a time', (role) => {
  const refused = role === 'system' ? 'objection.notYours' : undefined
  expect([false, true].map((hasOne) => canAskForCopy(someone({ roles: [role] }), { hasOne })?.key)).toEqual([refused, refused ?? 'privacy.copy.hasOne'])
})
test('whoever is suspended may have a copy too', () => expect(canAskForCopy(someone({ suspendedUntil: new Date(Date.now() + 1e6) }), { hasOne: false })).toBeNull())
test.each([{}, { language: 'de' }, { language: 'pl', personId: 'another' }])('%o asks for no copy', (input) => expect(copyInput.safeParse(input).success).toBe(false))

test.each([
  ['', []], ['  Wrzosów \n\nWilk\u200b', ['Wrzosów', 'Wilk']], ['ab', null], ['a'.repeat(101), null], [Array.from({ length: 21 }, (_, n) => `ulica ${n}`).join('\n'), null],
])('words to be taken out, one a line: %j', (words, read) => {
  const parsed = deletionInput.safeParse({ sure: 'yes', words })
  expect(parsed.success ? parsed.data.words : null).toEqual(read)
})
