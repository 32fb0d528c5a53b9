import { expect, test } from 'vitest'
import { roles, type Person } from '../person'
import { canLeave, deletionInput } from './rules'

const someone = (more: Partial<Person> = {}): Person => ({ id: 'someone', name: null, roles: [], suspendedUntil: null, ledgerKey: 'key', level: 'email', addressKey: null, ...more })

test.each<[string, Person, string | undefined]>([
  ['a resident', someone(), undefined],
  ['whoever is suspended', someone({ suspendedUntil: new Date(Date.now() + 1e6) }), undefined],
  ...roles.map((role) => [`a ${role}`, someone({ roles: [role] }), role === 'system' ? 'objection.notYours' : undefined] as [string, Person, string | undefined]),
])('%s may leave or hears why not', (_, person, objection) => expect(canLeave(person, null)?.key).toBe(objection))

test.each([{}, { sure: '' }, { sure: 'on' }, { sure: 'yes', id: 'another' }])('%o is no deliberate yes', (input) => expect(deletionInput.safeParse(input).success).toBe(false))
test('a deliberate yes', () => expect(deletionInput.safeParse({ sure: 'yes' }).success).toBe(true))
