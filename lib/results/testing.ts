import { db } from '../db'
import type { Person } from '../person'
import type { ProposalContent } from '../proposals/content'
import { publishProposal, submitProposal } from '../proposals/commands'
import type { ProposalDraft } from '../proposals/draft'
import type { Move } from '../proposals/life-cycle'
import { moveProposal } from '../proposals/steps'
import { aMember, aWholeDraft } from '../proposals/testing'
import { aPerson } from '../testing'
import { saveReport, sendReport } from './commands'
import { blankReport, type ReportDraft } from './draft'

/** For tests: makes a move in a proposal's life. */
export const move = (person: Person, id: string, move: Move, reason = 'Tak ustalono.') => db.transaction((tx) => moveProposal(tx, { id, move, person, reason }))

/** For tests: an accepted proposal whose task has begun. @param task the code of a task of the strategy */
export async function inProgress(task: string, change: Partial<ProposalDraft> = {}) {
  const { member, organisationId } = await aMember()
  const coordinator = await aPerson({ roles: ['coordinator'] })
  const id = await aWholeDraft(member, organisationId, task, change)
  await submitProposal(member, { id })
  const { slug } = await publishProposal(coordinator, { id })
  await move(coordinator, id, 'accept')
  await move(member, id, 'begin')
  return { id, slug, member, coordinator, organisationId }
}

/** For tests: what a whole report says of a plan, each promise kept and each cost as planned. */
export function aWholeReport(plan: ProposalContent, change: ReportDraft = {}): ReportDraft {
  const report = blankReport(plan)
  for (const { id, targetThousandths } of plan.results) Object.assign(report, { [`results.${id}.achieved`]: String(targetThousandths / 1000), [`results.${id}.source`]: 'Listy w biurze.' })
  for (const { id } of plan.actions) Object.assign(report, { [`actions.${id}.done`]: 'whole', [`actions.${id}.description`]: 'Zgodnie z planem.' })
  for (const { id, valueGrosze } of plan.costs) report[`costs.${id}.actual`] = String(valueGrosze / 100)
  for (const [source, grosze] of Object.entries(plan.sources)) report[`sources.${source}`] = String(grosze / 100)
  return { ...report, ...(plan.sources.fees > 0 && { feesTerms: 'Po 10 zł.', feesPayers: '40' }), ...change }
}

/** For tests: a report as its form sends it. */
export function sentAs(report: ReportDraft): Record<string, unknown> {
  const sent: Record<string, unknown> = {}
  for (const [path, typed] of Object.entries(report)) {
    const steps = path.split('.')
    let place: Record<string, unknown> = sent
    for (const step of steps.slice(0, -1)) place = (place[step] ??= {}) as Record<string, unknown>
    place[steps.at(-1)!] = typed
  }
  return sent
}

/** For tests: saves a whole report and sends it. */
export async function report(person: Person, id: string, typed: ReportDraft) {
  await saveReport(person, { id, revision: 0, ...sentAs(typed) })
  await sendReport(person, { id })
}
