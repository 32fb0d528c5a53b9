import { describe, expect, test } from 'vitest'
import type { Command } from '../command'
import type { Person, Role } from '../person'
import { Refusal } from '../refusal'
import { aPerson } from '../testing'
import * as bulk from './commands/bulk'
import * as claims from './commands/claims'
import * as desk from './commands/desk'
import { aProposedBulk, deskScenes } from './desk-scenes'

// The rights matrix of the desk: every command × who. Nobody signed in asks nothing: the type demands a person.

const commands: Record<string, Command<'person', unknown>> = { ...bulk, ...claims, ...desk }
const roles: Role[][] = [[], ['official'], ['coordinator'], ['moderator'], ['admin'], ['system']]
const [notYours, missing, suspended] = ['objection.notYours', 'objection.missing', 'objection.suspended']
const desks = { resident: notYours, official: notYours, coordinator: notYours, moderator: null, admin: null, system: notYours, suspended }
type Who = keyof typeof desks

const rows: Record<string, Record<Who, string | null>> = {
  claimCase: desks,
  // There is nothing to give back that is not one's own.
  releaseCase: { ...desks, resident: missing, official: missing, coordinator: missing, moderator: missing, admin: missing, system: missing },
  decideInBulk: desks,
  confirmBulk: desks,
  dropBulk: desks,
  setDeskSettings: desks,
  summariseDesk: { ...desks, moderator: notYours, admin: notYours, system: null, suspended: null },
}

test('every command has its row', () => expect(Object.keys(rows).sort()).toEqual(Object.keys(commands).sort()))

const said = (promise: Promise<unknown>) =>
  promise.then(() => null, (error: unknown) => {
    if (error instanceof Refusal) return error.objection.key
    throw error
  })
const shape = { decideInBulk: { kind: 'keep' } } as Record<string, object>

describe.each(Object.keys(rows))('%s', (name) => {
  const scene = async () => {
    const { actor, input } = await deskScenes[name as keyof typeof deskScenes]()
    return { actor, input: { ...input, ...shape[name] } }
  }
  test.each(roles.map((given) => [given[0] ?? 'resident', given] as const))('by a %s', async (who, given) => {
    expect(await said(commands[name]!(await aPerson({ roles: given }), (await scene()).input))).toBe(rows[name]![who as Who])
  })
  test('by whoever may, once suspended', async () => {
    const { actor, input } = await scene()
    const person: Person = { ...actor, suspendedUntil: new Date(Date.now() + 60_000) }
    expect(await said(commands[name]!(person, input))).toBe(rows[name]!.suspended)
  })
  test('by whoever may', async () => {
    const { actor, input } = await scene()
    expect(await said(commands[name]!(actor, input))).toBeNull()
  })
})

test('whoever proposed a decision about many takes it back, and cannot confirm it', async () => {
  const { moderator, bulkId } = await aProposedBulk()
  expect(await said(bulk.confirmBulk(moderator, { bulkId }))).toBe('desk.bulk.objection.fourEyes')
  expect(await said(bulk.dropBulk(moderator, { bulkId }))).toBeNull()
  expect(await said(bulk.dropBulk(moderator, { bulkId }))).toBe('desk.bulk.objection.settled')
})
