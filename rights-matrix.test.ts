import { readdirSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { scenes, type Scene } from './every-command.scenes'
import { assessments, assessors, criteriaSets } from './lib/assessment/tables'
import type { Command } from './lib/command'
import { db } from './lib/db'
import { isUuid } from './lib/ids'
import { organisationMembers } from './lib/organisations/tables'
import type { MemberRole } from './lib/organisations/team'
import type { Person } from './lib/person'
import { aMember } from './lib/proposals/testing'
import { Refusal } from './lib/refusal'
import { aPerson } from './lib/testing'

// Who may do what: every command is asked for by everybody, each time in a scene of its own where nothing else is in the way. The
// answers are the table docs/rights.md: a new command has no row there, so this fails until its row has been read and added
// (`npx vitest run rights-matrix -u`). The strategy is imported by the command line alone.
// What each may do in which state is in the rights.test.ts of the domains.

// Assessors are put where nothing led to, so this file has a database of its own.
await vi.hoisted(async () => (await import('./scripts/own-database')).ownDatabase('rights'))

type Asked = Command<'person' | 'anyone', unknown>
const domains = ['accounts', 'organisations', 'discussion', 'voting', 'proposals', 'assessment', 'partnership', 'volunteering', 'results', 'moderation', 'integrity', 'privacy'] as const
const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((path) => domains.some((domain) => new RegExp(`^${domain}/commands(/.+)?\\.ts$`).test(path)))
const commands = await Promise.all(files.toSorted().map(async (path) => ({ domain: path.split('/')[0]!, of: Object.entries((await import(/* @vite-ignore */ `${import.meta.dirname}/lib/${path}`)) as Record<string, Asked>) })))
const byDomain = domains.map((domain) => ({ domain, commands: commands.filter((file) => file.domain === domain).flatMap(({ of }) => of).toSorted(([a], [b]) => a.localeCompare(b)) }))

const roles = ['rightful', 'anonymous', 'resident', 'member', 'editor', 'owner', 'owner of another', 'assessor', 'assessor in conflict', 'official', 'coordinator', 'coordinator of the organisation', 'moderator', 'admin', 'rightful, suspended'] as const
type Role = (typeof roles)[number]

type Place = { organisationId: string | null; proposalId: string | null }
/** The organisation and the proposal that a scene is about, told from the keys it is asked with. */
async function placeOf({ actor, input }: Scene): Promise<Place> {
  const keys = Object.values(input as Record<string, unknown>).flat().filter(isUuid)
  const among = sql`in (${sql.join([sql`null`, ...keys.map((key) => sql`${key}::uuid`)], sql`, `)})`
  const found = await db.execute<Place & { own: boolean }>(sql`
    select found.organisation_id as "organisationId", found.proposal_id as "proposalId", exists (select from organisation_members m where m.organisation_id = found.organisation_id and m.person_id = ${actor?.id ?? null}) as own from (
      select id as organisation_id, null::uuid as proposal_id from organisations where id ${among}
      union all select organisation_id, null from organisation_invitations where id ${among}
      union all select organisation_id, null from register_checks where id ${among}
      union all select organisation_id, id from proposals where id ${among} or id in (select proposal_id from assessors where id ${among}) or id in (select proposal_id from forwardings where id ${among})
      union all select organisation_id, null from partner_calls where id ${among}
      union all select unnest(array[organisation_id, call_organisation_id]), null from partner_requests where id ${among}
      union all select organisation_id, null from volunteer_calls where id ${among} or id in (select call_id from volunteer_shifts where id ${among} or id in (select shift_id from volunteer_sign_ups where id ${among}))
    ) as found order by own desc`)
  return { organisationId: found[0]?.organisationId ?? null, proposalId: found.find(({ proposalId }) => proposalId)?.proposalId ?? null }
}

async function belonging(organisationId: string | null, person: Person, role: MemberRole) {
  if (organisationId) await db.insert(organisationMembers).values({ organisationId, personId: person.id, role })
  return person
}

/** Somebody of the office with a place in the proposal's assessment; in conflict: who has said so. */
async function assessing(proposalId: string | null, inConflict: boolean) {
  const [person, coordinator] = [await aPerson({ roles: ['official'] }), await aPerson({ roles: ['coordinator'] })]
  if (!proposalId) return person
  const [set] = await db.select({ id: criteriaSets.id }).from(criteriaSets).where(eq(criteriaSets.mode, 'idea')).limit(1)
  await db.insert(assessments).values({ proposalId, round: 1, setId: set!.id }).onConflictDoNothing()
  const freed = inConflict ? { freedAt: new Date(), freedById: person.id, words: 'Brat jest w zarządzie.' } : {}
  await db.insert(assessors).values({ proposalId, round: 1, personId: person.id, place: 3, dueOn: '2030-01-01', assignedById: coordinator.id, declaration: inConflict ? 'related' : 'none', declaredAt: new Date(), ...freed })
  return person
}

const as: Record<Exclude<Role, 'anonymous'>, (rightful: Person, place: Place) => Promise<Person>> = {
  rightful: async (rightful) => rightful,
  'rightful, suspended': async (rightful) => ({ ...rightful, suspendedUntil: new Date(Date.now() + 60_000) }),
  resident: () => aPerson(),
  member: async (_, { organisationId }) => belonging(organisationId, await aPerson(), 'member'),
  editor: async (_, { organisationId }) => belonging(organisationId, await aPerson(), 'editor'),
  owner: async (_, { organisationId }) => belonging(organisationId, await aPerson(), 'owner'),
  'owner of another': async () => (await aMember()).member,
  assessor: (_, { proposalId }) => assessing(proposalId, false),
  'assessor in conflict': (_, { proposalId }) => assessing(proposalId, true),
  official: () => aPerson({ roles: ['official'] }),
  coordinator: () => aPerson({ roles: ['coordinator'] }),
  'coordinator of the organisation': async (_, { organisationId }) => belonging(organisationId, await aPerson({ roles: ['coordinator'] }), 'owner'),
  moderator: () => aPerson({ roles: ['moderator'] }),
  admin: () => aPerson({ roles: ['admin'] }),
}

/** What chooses one of several shapes of what a command takes, such as the kind of a decision: the mildest, which stands first. */
function shapeOf(command: Asked): Record<string, string> {
  const { oneOf } = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as { oneOf?: { properties: Record<string, { const?: string; enum?: string[] }> }[] }
  return Object.fromEntries(Object.entries(oneOf?.[0]?.properties ?? {}).flatMap(([name, { const: only }]) => (only ? [[name, only]] : [])))
}

/** What somebody hears: `✓`, or the objection without what is the same for all of its domain. */
async function answer(name: string, command: Asked, role: Role): Promise<string> {
  if (role === 'anonymous' && command.by === 'person') return 'sign in'
  const shape = shapeOf(command)
  const scene = await scenes[name]!(shape)
  const person = role === 'anonymous' ? null : await as[role](scene.actor ?? (await aPerson()), await placeOf(scene))
  return command(person as Person, { ...(scene.input as object), ...shape }).then(() => '✓', (error: unknown) => {
    if (error instanceof Refusal) return error.objection.key.replace(/^(\w+\.)?objection\./, '')
    throw new Error(`${name} by ${role}`, { cause: error })
  })
}

const table = new Map<string, string[]>()
describe.each(byDomain)('$domain', ({ commands }) => {
  test.each(commands)('%s by everybody', { timeout: 60_000 }, async (name, command) => {
    const answers: string[] = []
    for (const role of roles) answers.push(await answer(name, command, role))
    table.set(name, answers)
    // Whoever the scene is about may; nobody who is not signed in may; whoever is suspended only takes back what is their own.
    expect(answers.slice(0, 2)).toEqual(['✓', command.by === 'person' ? 'sign in' : '✓'])
  })
})

test('all of it is the table that was read', async () => {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const parts = byDomain.map(({ domain, commands }) => [`## ${domain}`, '', row(['command', ...roles]), row(['---', ...roles.map(() => '---')]), ...commands.map(([name]) => row([`\`${name}\``, ...table.get(name)!]))].join('\n'))
  const head = '# Who may do what\n\nWritten by `rights-matrix.test.ts`, which asks for every command as everybody, each in a scene where it could be done. `✓`: done; else the key of the objection that is heard. *Rightful* is whoever the scene is about, such as an owner, the author of a note, or a coordinator. `missing`: for them there is no such thing. What can be done in which state is in `lib/<domain>/rights.test.ts`.'
  await expect([head, ...parts].join('\n\n') + '\n').toMatchFileSnapshot('docs/rights.md')
})
