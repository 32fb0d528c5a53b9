import { and, asc, eq } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import { checkAttachment } from '../../file-checks'
import { keepFile } from '../../files'
import type { Person } from '../../person'
import { Refusal } from '../../refusal'
import { files } from '../../tables'
import { attachInput, attachmentBytesAtMost, attachmentsAtMost, describeInput, detachInput, mayAttach, mayChangeFiles } from '../attachments'
import { proposalHeld } from '../held'
import { proposalFiles } from '../tables'

/** The proposal with its files, held against every other change. */
async function withAttachments(tx: Tx, { id }: { id: string }, person: Person) {
  const proposal = await proposalHeld(tx, { id }, person)
  if (!proposal) return undefined
  const attached = await tx
    .select({ fileId: proposalFiles.fileId, place: proposalFiles.place, bytes: files.bytes })
    .from(proposalFiles)
    .innerJoin(files, eq(files.id, proposalFiles.fileId))
    .where(eq(proposalFiles.proposalId, id))
    .orderBy(asc(proposalFiles.place))
  return { ...proposal, attached }
}

/** The same, for one of its files; undefined where it has no such file. */
async function withAttachment(tx: Tx, input: { id: string; fileId: string }, person: Person) {
  const proposal = await withAttachments(tx, input, person)
  return proposal?.attached.some(({ fileId }) => fileId === input.fileId) ? proposal : undefined
}

/** Attaches a file to a draft: it is checked, scanned and kept before, outside the transaction. */
export const attachFile = command({
  event: 'proposal.fileAttached',
  input: attachInput,
  limit: { max: 60, minutes: 60 },
  load: withAttachments,
  allow: mayAttach,
  prepare: async ({ person, input }) => keepFile(person, await checkAttachment(input.file)),
  async run({ tx, input, subject, prepared }) {
    const [file] = await tx.select({ bytes: files.bytes }).from(files).where(eq(files.id, prepared))
    const bytes = subject.attached.reduce((sum, { bytes }) => sum + bytes, file!.bytes)
    if (bytes > attachmentBytesAtMost) throw new Refusal('too-large', { key: 'file.problem.together', values: { max: attachmentBytesAtMost / 1024 / 1024 } })
    const taken = new Set(subject.attached.map(({ place }) => place))
    const place = Array.from({ length: attachmentsAtMost }, (_, index) => index + 1).find((place) => !taken.has(place))!
    await tx.insert(proposalFiles).values({ proposalId: input.id, place, fileId: prepared, description: input.description })
    return { id: input.id, fileId: prepared }
  },
})

/** Says anew what an attached file is. */
export const describeFile = command({
  event: 'proposal.fileDescribed',
  input: describeInput,
  limit: { max: 300, minutes: 60 },
  load: withAttachment,
  allow: mayChangeFiles,
  async run({ tx, input: { id, fileId, description } }) {
    await tx.update(proposalFiles).set({ description }).where(and(eq(proposalFiles.proposalId, id), eq(proposalFiles.fileId, fileId)))
    return { id, fileId }
  },
})

/** Takes a file away from a draft; its bytes go within the hour. */
export const detachFile = command({
  event: 'proposal.fileDetached',
  input: detachInput,
  limit: { max: 300, minutes: 60 },
  load: withAttachment,
  allow: mayChangeFiles,
  async run({ tx, input: { id, fileId } }) {
    await tx.delete(proposalFiles).where(and(eq(proposalFiles.proposalId, id), eq(proposalFiles.fileId, fileId)))
    return { id, fileId }
  },
})
