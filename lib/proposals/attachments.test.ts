import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { fileStore } from '../file-store'
import { organisationMembers } from '../organisations/tables'
import type { Person, Viewer } from '../person'
import { Refusal } from '../refusal'
import { aFile, aPdf } from '../sample-files'
import { files } from '../tables'
import { aPerson, aTask } from '../testing'
import { attachmentsAtMost } from './attachments'
import { publishProposal, rejectProposal, returnProposal, startProposal, submitProposal } from './commands'
import { attachFile, describeFile, detachFile } from './commands/attachments'
import { getAttachment, listAttachments } from './queries/attachments'
import { proposalFiles, proposals } from './tables'
import { aMember, aWholeDraft } from './testing'

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  const { kind, objection } = error as Refusal
  return [kind, objection.key]
}
const letter = () => aFile('List poparcia.pdf', aPdf())
const reason = 'Proszę zakryć adres.'
async function aDraft() {
  const people = await aMember()
  return { ...people, id: await aWholeDraft(people.member, people.organisationId, (await aTask()).code) }
}
const attach = (person: Person, id: string, file: unknown = letter(), description = 'List rady okręgu') => attachFile(person, { id, description, file })

describe('attaching', () => {
  test('a file is kept, listed with what it is, and gone when it is taken away', async () => {
    const { member, id } = await aDraft()
    const { fileId } = await attach(member, id)
    expect(await listAttachments(member, id)).toEqual([{ id: fileId, name: 'List poparcia.pdf', type: 'pdf', bytes: aPdf().length, description: 'List rady okręgu', scan: 'notScanned' }])
    const { key } = (await getAttachment(member, fileId))!
    expect(Buffer.from(await new Response(await (await fileStore()).get(key)).arrayBuffer())).toEqual(Buffer.from(aPdf()))
    await describeFile(member, { id, fileId, description: ' List  rady\nseniorów ' })
    expect((await listAttachments(member, id))[0]!.description).toBe('List rady seniorów')
    await detachFile(member, { id, fileId })
    expect(await listAttachments(member, id)).toEqual([])
    expect(await getAttachment(member, fileId)).toBeNull()
  })

  test('says in words what is missing', async () => {
    const { member, id } = await aDraft()
    const fields = async (input: object) => Object.entries(((await attachFile(member, { id, description: 'a', file: letter(), ...input }).catch((error: unknown) => error)) as Refusal).fields).map(([name, [said]]) => [name, said!.key])
    expect(await fields({ description: ' ' })).toEqual([['description', 'file.problem.description']])
    expect(await fields({ description: 'a'.repeat(201) })).toEqual([['description', 'problem.tooLong']])
    expect(await fields({ file: 'a.pdf' })).toEqual([['file', 'file.problem.none']])
    expect(await fields({ file: undefined })).toEqual([['file', 'file.problem.none']])
    expect(await refusal(attach(member, id, aFile('', '')))).toEqual(['invalid', 'file.problem.none'])
    expect(await db.$count(files, eq(files.uploadedById, member.id))).toBe(0)
  })

  test('A34: at most ten, also where many come at once, and the database agrees', async () => {
    const { member, id } = await aDraft()
    const outcomes = await Promise.allSettled(Array.from({ length: attachmentsAtMost + 3 }, () => attach(member, id)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(attachmentsAtMost)
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect((outcome.reason as Refusal).objection.key).toBe('file.problem.tooMany')
    const [{ fileId }] = (await db.select().from(proposalFiles).where(eq(proposalFiles.proposalId, id)).limit(1)) as unknown as [{ fileId: string }]
    await detachFile(member, { id, fileId })
    await expect(db.insert(proposalFiles).values({ proposalId: id, place: 11, fileId, description: 'a' })).rejects.toThrow()
    await attach(member, id)
    expect(await listAttachments(member, id)).toHaveLength(attachmentsAtMost)
  })

  test('A34: together at most 30 MB, and a person at most 150 MB a day', async () => {
    const { member, id } = await aDraft()
    const large = () => aFile('a.pdf', aPdf('0'.repeat(9_900_000)))
    for (let place = 0; place < 3; place++) await attach(member, id, large())
    expect(await refusal(attach(member, id, large()))).toEqual(['too-large', 'file.problem.together'])
    await attach(member, id)
    await db.insert(files).values(Array.from({ length: 12 }, (_, place) => ({ key: `${randomUUID().replaceAll('-', '')}${'0'.repeat(16)}`, name: `${place}.pdf`, type: 'pdf' as const, bytes: 10_000_000, sha256: '0'.repeat(64), uploadedById: member.id })))
    expect(await refusal(attach(member, id))).toEqual(['too-many', 'file.problem.today'])
    await db.update(files).set({ at: new Date(Date.now() - 90_000_000) }).where(eq(files.uploadedById, member.id))
    await attach(member, id)
  })

  test('a file that is somewhere else cannot be described or taken away from here', async () => {
    const [one, other] = [await aDraft(), await aDraft()]
    const { fileId } = await attach(one.member, one.id)
    for (const command of [describeFile, detachFile]) {
      expect(await refusal(command(other.member, { id: other.id, fileId, ...(command === describeFile && { description: 'a' }) }))).toEqual(['missing', 'objection.missing'])
      expect(await refusal(command(other.member, { id: one.id, fileId, ...(command === describeFile && { description: 'a' }) }))).toEqual(['missing', 'objection.missing'])
    }
    await expect(db.insert(proposalFiles).values({ proposalId: other.id, place: 1, fileId, description: 'a' })).rejects.toThrow()
  })
})

/** Who may do it in each state; everybody else is refused. */
const states = {
  draft: async () => {},
  submitted: ({ member, id }: Draft) => submitProposal(member, { id }),
  returned: async ({ member, moderator, id }: Draft) => {
    await submitProposal(member, { id })
    await returnProposal(moderator, { id, reason })
  },
  published: async ({ member, moderator, id }: Draft) => {
    await submitProposal(member, { id })
    await publishProposal(moderator, { id })
  },
  rejected: async ({ member, moderator, id }: Draft) => {
    await submitProposal(member, { id })
    await rejectProposal(moderator, { id, reason })
  },
} as const
type Draft = Awaited<ReturnType<typeof aDraft>>
type State = keyof typeof states
const roles = ['resident', 'member', 'otherOwner', 'moderator', 'official', 'admin', 'suspended'] as const

async function peopleOf({ member, moderator, organisationId }: Draft): Promise<Record<(typeof roles)[number], Person>> {
  const suspended = await aPerson()
  await db.insert(organisationMembers).values({ organisationId, personId: suspended.id })
  return {
    resident: await aPerson(),
    member,
    otherOwner: (await aMember()).member,
    moderator,
    official: await aPerson({ roles: ['official'] }),
    admin: await aPerson({ roles: ['admin'] }),
    suspended: { ...suspended, suspendedUntil: new Date(Date.now() + 60_000) },
  }
}
const mayChange: Record<State, readonly string[]> = { draft: ['member'], returned: ['member'], submitted: [], published: [], rejected: [] }
const members = ['member', 'suspended']
const desk = ['moderator', 'admin']
const maySee: Record<State, readonly string[]> = {
  draft: members,
  submitted: [...members, ...desk],
  returned: [...members, ...desk],
  rejected: [...members, ...desk],
  published: [...roles, 'nobody'],
}

describe.each(Object.keys(states) as State[])('rights while it is %s', (state) => {
  const set = async () => {
    const draft = await aDraft()
    const { fileId } = await attach(draft.member, draft.id)
    await states[state](draft)
    return { ...draft, fileId, people: await peopleOf(draft) }
  }
  test('who changes files', async () => {
    const { id, fileId, people } = await set()
    for (const role of roles) {
      for (const change of [() => attach(people[role], id), () => describeFile(people[role], { id, fileId, description: 'b' }), () => detachFile(people[role], { id, fileId })]) {
        const done = await change().then(() => true, (error: unknown) => {
          if (error instanceof Refusal && ['forbidden', 'missing'].includes(error.kind)) return false
          throw error
        })
        expect([role, done]).toEqual([role, mayChange[state].includes(role)])
      }
      const again = await db.$count(proposalFiles, and(eq(proposalFiles.proposalId, id), eq(proposalFiles.fileId, fileId)))
      if (!again) await db.insert(proposalFiles).values({ proposalId: id, place: 9, fileId, description: 'a' })
    }
  })
  test('who sees them: nobody else’s file is there, nor told of', async () => {
    const { id, fileId, people } = await set()
    const viewers: Record<string, Viewer> = { ...people, nobody: null }
    for (const [role, viewer] of Object.entries(viewers)) {
      expect([role, (await listAttachments(viewer, id)).length, (await getAttachment(viewer, fileId)) !== null]).toEqual([role, Number(maySee[state].includes(role)), maySee[state].includes(role)])
    }
  })
})

test('a draft that goes takes its files with it, an hour later', async () => {
  const { member, organisationId } = await aMember()
  const { id } = await startProposal(member, { organisationId })
  const { fileId } = await attach(member, id)
  const held = async () => (await db.select({ unusedSince: files.unusedSince }).from(files).where(eq(files.id, fileId)))[0]!.unusedSince
  expect(await held()).toBeNull()
  await db.delete(proposals).where(eq(proposals.id, id))
  expect(await held()).toBeInstanceOf(Date)
})
