import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isAdmin } from '../../accounts/rules'
import { command } from '../../command'
import type { Tx } from '../../db'
import type { Person } from '../../person'
import { all } from '../../policy'
import { Refusal } from '../../refusal'
import { assigning } from '../assigning'
import { seatHeld } from '../held'
import { mailAssessor } from '../letter'
import { assignInput, assessorOnly, declareInput, mayAssign, mayDeclare, mayFree, releaseInput, remindDays, type Declaration } from '../rules'
import { cityToday } from '../standing'
import { assessments, assessors, cards } from '../tables'

/** Gives a proposal's next free place to somebody who works at the office, and tells them by mail. */
export const assignAssessor = command({
  event: 'assessor.assigned',
  input: assignInput,
  limit: { max: 600, minutes: 60 },
  load: assigning,
  allow: mayAssign,
  async run({ tx, person, input, subject }) {
    await tx.insert(assessments).values({ proposalId: input.proposalId, round: subject.round, setId: subject.setId! }).onConflictDoNothing()
    const [assessor] = await tx.insert(assessors).values({ ...input, round: subject.round, place: subject.place!, assignedById: person.id }).returning({ id: assessors.id })
    await mailAssessor(tx, 'assigned', { assessorId: assessor!.id, ...input })
    return { ...assessor!, proposalId: input.proposalId }
  },
  conflicts: {
    assessors_one_each_place: { key: 'assessment.objection.noPlace' },
    assessors_once_each_person: { key: 'assessment.objection.assigned-before' },
    assessors_not_of_the_organisation: { key: 'assessment.objection.of-the-organisation' },
  },
})

/** Takes a place back from somebody whose card is not in, with the reason. */
export const freeAssessor = command({
  event: 'assessor.freed',
  input: releaseInput,
  load: seatHeld,
  allow: mayFree,
  async run({ tx, person, input, subject }) {
    await tx.update(assessors).set({ freedAt: sql`now()`, freedById: person.id, freedReason: input.reason }).where(eq(assessors.id, input.assessorId))
    return { id: input.assessorId, proposalId: subject.proposalId }
  },
})

/**
 * Says whether there is a conflict of interest. Without one the sheet opens; with one it stays shut, what was written in
 * it is gone, and the place is free for another. The event names the kind, never the words.
 */
export const declareInterest = command({
  event: 'assessor.declared',
  input: declareInput,
  limit: { max: 60, minutes: 60 },
  load: declaring,
  allow: mayDeclare,
  async run({ tx, person, input: { assessorId, declaration, words } }) {
    const conflict = declaration !== 'none'
    if (conflict) await tx.delete(cards).where(eq(cards.assessorId, assessorId))
    await tx
      .update(assessors)
      .set({ declaration, declaredAt: sql`now()`, words: conflict ? words : null, ...(conflict && { freedAt: sql`now()`, freedById: person.id }) })
      .where(eq(assessors.id, assessorId))
    return { id: assessorId, conflict }
  },
})

async function declaring(tx: Tx, input: { assessorId: string; declaration: Declaration }, person: Person) {
  const seat = await seatHeld(tx, input, person)
  return seat && { ...seat, says: input.declaration }
}

/** Reminds somebody of the day on which their card is due; each once. Asked for by a job. */
export const remindAssessor = command({
  event: 'assessor.reminded',
  input: z.strictObject(assessorOnly.shape),
  load: seatHeld,
  allow: all(isAdmin),
  async run({ tx, input, subject }) {
    const [reminded] = await tx
      .update(assessors)
      .set({ remindedAt: sql`now()` })
      .where(and(eq(assessors.id, input.assessorId), isNull(assessors.remindedAt), isNull(assessors.freedAt), sql`${assessors.dueOn} <= ${cityToday} + ${remindDays}::int`))
      .returning({ id: assessors.id })
    if (!reminded || subject.submitted || subject.state !== 'published') throw new Refusal('conflict', { key: 'assessment.objection.nothingToRemind' })
    await mailAssessor(tx, 'due', { assessorId: reminded.id, ...subject })
    return reminded
  },
})
