import { and, eq } from 'drizzle-orm'
import { hasName, notSuspended } from '../../accounts/rules'
import { command } from '../../command'
import type { Tx } from '../../db'
import type { Person } from '../../person'
import { all } from '../../policy'
import { proposalHeld, type Held } from '../held'
import { isMember } from '../life-cycle'
import type { TypedStep } from '../modes'
import { noteInput, removeNoteInput } from '../rules'
import { proposalNotes } from '../tables'

/** Says something to the others of the organisation about a step of a draft; never public. */
export const addNote = command({
  event: 'proposal.noted',
  input: noteInput,
  limit: { max: 120, minutes: 60 },
  load: proposalHeld,
  allow: all<Held>(notSuspended, isMember, hasName),
  async run({ tx, person, input: { id, step, body } }) {
    await tx.insert(proposalNotes).values({ proposalId: id, step, body, authorId: person.id })
    return { id, step }
  },
})

/** The note with its proposal; undefined for whoever sees neither. */
async function noteHeld(tx: Tx, { id, noteId }: { id: string; noteId: string }, person: Person): Promise<(Held & { note: Noted }) | undefined> {
  const held = await proposalHeld(tx, { id }, person)
  if (!held) return undefined
  const [note] = await tx.select({ authorId: proposalNotes.authorId, step: proposalNotes.step }).from(proposalNotes).where(and(eq(proposalNotes.id, noteId), eq(proposalNotes.proposalId, id)))
  return note && { ...held, note }
}
type Noted = { authorId: string; step: TypedStep }

/** Takes a note of one's own away. */
export const removeNote = command({
  event: 'proposal.noteRemoved',
  input: removeNoteInput,
  load: noteHeld,
  allow: all<Held & { note: Noted }>(isMember, (person, { note }) => (note.authorId === person.id ? null : { key: 'objection.notYours' })),
  async run({ tx, input, subject }) {
    await tx.delete(proposalNotes).where(eq(proposalNotes.id, input.noteId))
    return { id: input.id, step: subject.note.step }
  },
})
