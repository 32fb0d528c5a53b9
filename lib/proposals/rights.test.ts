import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { scenes } from '../../every-command.scenes'
import type { Command } from '../command'
import { db } from '../db'
import { openThread } from '../discussion/steps'
import { organisationMembers } from '../organisations/tables'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { aPerson } from '../testing'
import { askQuestion } from '../voting/steps'
import * as writing from './commands'
import * as appeals from './commands/appeals'
import * as attachments from './commands/attachments'
import * as changes from './commands/changes'
import * as course from './commands/course'
import * as decisions from './commands/decisions'
import * as drafts from './commands/drafts'
import * as merging from './commands/merging'
import * as notes from './commands/notes'
import { proposalStates, type ProposalState } from './life-cycle'
import { proposals } from './tables'
import { aMember } from './testing'

// Proposals are put into states here that nothing led to, so this file has a database of its own.
await vi.hoisted(async () => (await import('../../scripts/own-database')).ownDatabase('proposal_rights'))

// The rights matrix of the domain: every command × who × state. Nobody signed in asks nothing: the type demands a person.

const commands: Record<string, Command<'person', unknown>> = { ...writing, ...appeals, ...attachments, ...changes, ...course, ...decisions, ...drafts, ...merging, ...notes }

const roles = ['resident', 'member', 'member who only speaks', 'member of another', 'official', 'moderator', 'coordinator', 'admin', 'coordinator of their own', 'suspended'] as const
type Role = (typeof roles)[number]
const [readsOnly, missing, notYours, notMember, own, suspended] = ['proposal.objection.readsOnly', 'objection.missing', 'objection.notYours', 'proposal.objection.notMember', 'proposal.objection.own', 'objection.suspended']
const members = { resident: missing, member: null, 'member who only speaks': readsOnly, 'member of another': missing, official: missing, moderator: notMember, coordinator: notMember, admin: notMember, 'coordinator of their own': null, suspended }
const checkers = { resident: missing, member: notYours, 'member who only speaks': notYours, 'member of another': missing, official: missing, moderator: null, coordinator: null, admin: null, 'coordinator of their own': own, suspended }
const deciders = { ...checkers, moderator: notYours }
type Row = { who: Record<Role, string | null | undefined>; in: readonly ProposalState[] }

const rows: Record<string, Row> = {
  startProposal: { who: { ...members, resident: notMember, 'member of another': notMember, official: notMember }, in: proposalStates },
  saveStep: { who: members, in: ['draft', 'returned', 'published', 'accepted'] },
  settleConflicts: { who: members, in: ['draft', 'returned', 'published', 'accepted'] },
  addNote: { who: members, in: proposalStates },
  // One's own note; also by whoever is suspended, since it only takes words back.
  removeNote: { who: { ...members, member: notYours, 'coordinator of their own': notYours, suspended: null }, in: proposalStates },
  attachFile: { who: members, in: ['draft', 'returned'] },
  describeFile: { who: members, in: ['draft', 'returned'] },
  detachFile: { who: members, in: ['draft', 'returned'] },
  submitProposal: { who: members, in: ['draft', 'returned'] },
  publishProposal: { who: checkers, in: ['submitted'] },
  returnProposal: { who: checkers, in: ['submitted'] },
  rejectProposal: { who: checkers, in: ['submitted', 'returned'] },
  prepareDecision: { who: deciders, in: ['published'] },
  dropDecision: { who: deciders, in: ['published'] },
  publishDecisions: { who: { ...deciders, resident: notYours, 'member of another': notYours, official: notYours, 'coordinator of their own': 'life.objection.notTogether' }, in: ['published'] },
  appealRejection: { who: members, in: ['rejected'] },
  decideAppeal: { who: deciders, in: ['rejected'] },
  withdrawProposal: { who: members, in: ['submitted', 'returned', 'published'] },
  beginProposal: { who: { ...members, moderator: notYours, coordinator: null, admin: null }, in: ['accepted'] },
  changePublished: { who: members, in: ['published', 'accepted'] },
  mergeProposal: { who: deciders, in: ['published'] },
  unmergeProposal: { who: deciders, in: ['merged'] },
}

test('every command has its row', () => expect(Object.keys(rows).sort()).toEqual(Object.keys(commands).sort()))

const step = { step: 'results' }
const sceneOf = async (name: string) => {
  const { actor, input } = await scenes[name]!(step)
  const asked = { ...input, ...(name === 'saveStep' && step) } as Record<string, unknown>
  const id = (asked.id ?? (asked.proposals as string[] | undefined)?.[0]) as string | undefined
  const organisationId = (asked.organisationId as string | undefined) ?? (await db.select().from(proposals).where(eq(proposals.id, id!)))[0]!.organisationId
  return { actor: actor as Person, input: asked, id, organisationId }
}

async function as(role: Role, rightful: Person, organisationId: string): Promise<Person> {
  if (role === 'suspended') return { ...rightful, suspendedUntil: new Date(Date.now() + 60_000) }
  if (role === 'member of another') return (await aMember()).member
  const person = await aPerson({ roles: ['resident', 'member', 'member who only speaks'].includes(role) ? [] : [role === 'coordinator of their own' ? 'coordinator' : (role as 'official')] })
  if (role === 'member who only speaks') await db.insert(organisationMembers).values({ organisationId, personId: person.id, role: 'member' })
  if (role === 'member' || role === 'coordinator of their own') await db.insert(organisationMembers).values({ organisationId, personId: person.id })
  return person
}

const said = (promise: Promise<unknown>) =>
  promise.then(() => null, (error: unknown) => {
    if (error instanceof Refusal) return error.objection.key
    throw error
  })

test.each(Object.entries(rows).flatMap(([name, { who }]) => roles.map((role) => [name, role, who[role]] as const)))('%s by %s: %s', async (name, role, objection) => {
  const { actor, input, organisationId } = await sceneOf(name)
  expect(await said(commands[name]!(await as(role, actor, organisationId), input))).toBe(objection)
})

/** Puts a proposal into a state, whatever led there, and makes it public or not as that state is. */
async function putInto(state: ProposalState, id: string) {
  const mergedIntoId = state === 'merged' ? sql`coalesce(merged_into_id, (select id from proposals other where other.id <> ${id} limit 1))` : null
  await db.transaction(async (tx) => {
    const [{ publishedAt } = { publishedAt: null }] = await tx.select().from(proposals).where(eq(proposals.id, id))
    const onlyPublic = ['published', 'accepted', 'inProgress', 'reported', 'completed', 'merged'].includes(state)
    const neverPublic = ['draft', 'submitted', 'returned'].includes(state)
    const page = { publishedAt: new Date(), version: 1, slug: id, threadId: await openThread(tx), questionId: await askQuestion(tx, 'support'), content: sql`coalesce(content, '{}')`, totalGrosze: 1, sourcesGrosze: 1 }
    await tx.update(proposals).set({ ...(onlyPublic && !publishedAt && page), ...(neverPublic && { publishedAt: null, version: 0 }), state, completeBy: state === 'returned' ? '2026-01-01' : null, mergedIntoId }).where(eq(proposals.id, id))
  })
}

const ofOne = Object.entries(rows).filter(([name]) => name !== 'startProposal')
test.each(ofOne.flatMap(([name, row]) => proposalStates.map((state) => [name, state, row.in.includes(state)] as const)))('%s of what is %s: %s', async (name, state, allowed) => {
  const { actor, input, id } = await sceneOf(name)
  await putInto(state, id!)
  const objection = await said(commands[name]!(actor, input))
  if (allowed) expect(objection).toBeNull()
  else expect(objection).toBe(name === 'publishDecisions' ? 'life.objection.notTogether' : `proposal.objection.is.${state}`)
})
