import { eq } from 'drizzle-orm'
import { db } from '../db'
import type { Person } from '../person'
import { publishProposal, submitProposal } from '../proposals/commands'
import { aMember, aWholeDraft } from '../proposals/testing'
import { aPerson, aTask } from '../testing'
import { assignAssessor, declareInterest } from './commands/assessors'
import { saveCard, submitCard } from './commands/cards'
import { listCriteriaOf, setOf } from './standing'
import { assessors } from './tables'

/** For tests: a day that a card may be due on. */
export const inTenDays = () => new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
export const anOfficial = () => aPerson({ roles: ['official'], name: 'Urzędująca' })

/** For tests: a proposal that was formally accepted, its member, and somebody who leads the call. */
export async function aPublished() {
  const [{ member, moderator, organisationId }, coordinator, task] = await Promise.all([aMember(), aPerson({ roles: ['coordinator'] }), aTask()])
  const proposalId = await aWholeDraft(member, organisationId, task.code)
  await submitProposal(member, { id: proposalId })
  const { slug } = await publishProposal(moderator, { id: proposalId })
  return { member, moderator, coordinator, organisationId, proposalId, slug }
}

/** For tests: somebody with a place; declared where `declaration` says what. */
export async function anAssessor(coordinator: Person, proposalId: string, declaration?: 'none' | 'own' | 'related', person?: Awaited<ReturnType<typeof anOfficial>>) {
  const official = person ?? (await anOfficial())
  const { id } = await assignAssessor(coordinator, { proposalId, personId: official.id, dueOn: inTenDays() })
  if (declaration) await declareInterest(official, { assessorId: id, declaration, words: declaration === 'none' ? '' : 'Siostra działa w zarządzie.' })
  return { official, assessorId: id }
}

/** For tests: a card with the same points for every criterion. */
export async function linesFor(assessorId: string, points: number | string, reason = 'Opis jest rzetelny.') {
  const [{ proposalId } = { proposalId: '' }] = await db.select({ proposalId: assessors.proposalId }).from(assessors).where(eq(assessors.id, assessorId))
  const criteria = await listCriteriaOf(db, (await setOf(db, proposalId))!.id)
  return criteria.map(({ id }) => ({ criterion: id, points: String(points), reason }))
}

/** For tests: somebody's card, handed in. */
export async function aCardIn(coordinator: Person, proposalId: string, points: number, reason?: string) {
  const assessor = await anAssessor(coordinator, proposalId, 'none')
  await saveCard(assessor.official, { assessorId: assessor.assessorId, lines: await linesFor(assessor.assessorId, points, reason) })
  await submitCard(assessor.official, { assessorId: assessor.assessorId })
  return assessor
}
