import { sql } from 'drizzle-orm'
import { db } from '../lib/db'
import { assignAssessor, declareInterest } from '../lib/assessment/commands/assessors'
import { saveCard, submitCard } from '../lib/assessment/commands/cards'
import { listCriteriaOf, setOf } from '../lib/assessment/standing'
import type { Person } from '../lib/person'
import { publishProposal, rejectProposal, returnProposal, startProposal, submitProposal } from '../lib/proposals/commands'
import { appealRejection } from '../lib/proposals/commands/appeals'
import { beginProposal } from '../lib/proposals/commands/course'
import { prepareDecision, publishDecisions } from '../lib/proposals/commands/decisions'
import { saveStep } from '../lib/proposals/commands/drafts'
import { cityToday } from '../lib/proposals/deadlines'
import { wholeDraft } from '../lib/proposals/draft'
import { sentBy } from '../lib/proposals/merge'
import { stepsOf } from '../lib/proposals/modes'
import { acceptReport, saveReport, sendReport } from '../lib/results/commands'
import { addDays } from '../lib/working-days'
import type { Sample } from './demo-proposals'

export type Office = { coordinator: Person; assessors: readonly Person[] }

/** Leads a sample proposal through its life by the commands that the site's own forms use, as far as it is said to have come. */
export async function propose(sample: Sample, author: { person: Person; organisationId: string }, { coordinator, assessors }: Office): Promise<string> {
  const { ends, draft, reason, decision, appeal, report } = sample
  const { person, organisationId } = author
  const mode = draft.mode ?? 'idea'
  const { id } = await startProposal(person, { organisationId, mode })
  const whole = wholeDraft({ mode, ...draft })
  for (const step of stepsOf(mode)) if (step !== 'check') await saveStep(person, { id, step, revision: 0, ...sentBy(step, whole) })
  if (ends === 'draft') return id
  await submitProposal(person, { id })
  if (ends === 'returned') await returnProposal(coordinator, { id, reason })
  if (ends === 'rejected') await rejectProposal(coordinator, { id, reason })
  if (['submitted', 'returned', 'rejected'].includes(ends)) return id
  await publishProposal(coordinator, { id })
  for (const [place, card] of (sample.cards ?? []).entries()) await assess(id, assessors[place]!, coordinator, card)
  if (!decision) return id
  await prepareDecision(coordinator, { id, version: '1', ...decision })
  await publishDecisions(coordinator, { proposals: [id] })
  if (appeal) await appealRejection(person, { id, grounds: appeal })
  if (ends === 'inProgress' || ends === 'completed') await beginProposal(person, { id })
  if (!report) return id
  await saveReport(person, { id, revision: 0, ...report })
  await sendReport(person, { id })
  await acceptReport(coordinator, { id })
  return id
}

/**
 * Puts the moves of a sample on days in the past, at ten in the morning; commands always say that it is now, and what has
 * happened stays, so the triggers are silent for it. The demo's database is its own.
 */
export async function putOnDays(id: string, days: NonNullable<Sample['days']>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const [move, day] of Object.entries(days)) await tx.execute(sql`update proposal_moves set at = ${`${day} 10:00 Europe/Warsaw`}::timestamptz where proposal_id = ${id} and move = ${move}`)
    const at = (move: string) => sql`(select at from proposal_moves where proposal_id = ${id} and move = ${move})`
    await tx.execute(sql`update proposals set published_at = ${at('publish')}, saved_at = ${at('submit')}, state_at = (select max(at) from proposal_moves where proposal_id = ${id}) where id = ${id}`)
    await tx.execute(sql`update proposal_versions set at = ${at('publish')} where proposal_id = ${id}`)
    await tx.execute(sql`update proposal_decisions set prepared_at = ${at('accept')}, published_at = ${at('accept')} where proposal_id = ${id}`)
    await tx.execute(sql`update result_reports set sent_at = ${at('report')} where proposal_id = ${id} and sent_at is not null`)
  })
}

/** A card with points and a reason for each criterion, handed in by somebody who has no conflict of interest. */
async function assess(proposalId: string, assessor: Person, coordinator: Person, card: readonly (readonly [points: number, reason: string])[]) {
  const { id: assessorId } = await assignAssessor(coordinator, { proposalId, personId: assessor.id, dueOn: addDays(cityToday(), 14) })
  await declareInterest(assessor, { assessorId, declaration: 'none', words: '' })
  const criteria = await listCriteriaOf(db, (await setOf(db, proposalId))!.id)
  if (criteria.length !== card.length) throw new Error(`A card of ${card.length} lines for ${criteria.length} criteria.`)
  await saveCard(assessor, { assessorId, lines: criteria.map(({ id }, place) => ({ criterion: id, points: String(card[place]![0]), reason: card[place]![1] })) })
  await submitCard(assessor, { assessorId })
}
