import { confirmOrganisation, registerOrganisation } from '../organisations/commands'
import type { Person } from '../person'
import { aPerson, aTask } from '../testing'
import { publishProposal, saveStep, startProposal, submitProposal } from './commands'
import { prepareDecision, publishDecisions } from './commands/decisions'
import type { ProposalDraft } from './draft'

/** For tests: a whole draft, right in everything. */
export const aDraft = (task: string): ProposalDraft => ({
  tasks: [task],
  title: 'Szkoła sąsiedzkich koordynatorów',
  summary: 'Nauczymy czterdzieści osób, jak prowadzić sąsiedzkie grupy.',
  need: 'Grup jest dużo, a prowadzących mało.',
  targetGroup: 'Osoby od 16 lat.',
  from: '2027-03-01',
  to: '30.11.2027',
  actions: [{ name: 'Warsztaty', description: 'Dziesięć spotkań.', from: '1 marca 2027', to: '2027-06-30' }, { name: '', description: '', from: '', to: '' }],
  results: [{ name: 'Przeszkoleni', target: '40', unit: 'osób', measuring: 'Listy obecności.' }],
  costs: [
    { kind: 'Prowadzenie', unit: 'godzina', unitCost: '150', quantity: '40' },
    { kind: 'Druk', unit: 'sztuka', unitCost: '2,50', quantity: '200' },
  ],
  sources: { grant: '5 000,00', ownMoney: '500', ownNonMoney: '1000', fees: '' },
})

/** For tests: a member of a confirmed organisation, and somebody who may decide. */
export async function aMember(): Promise<{ member: Person; moderator: Person; organisationId: string }> {
  const [member, moderator] = [await aPerson(), await aPerson({ roles: ['moderator'] })]
  const krs = String(1_000_000_000 + Math.floor(Math.random() * 8_999_999_999))
  const { id } = await registerOrganisation(member, { name: `Fundacja ${krs}`, legalForm: 'foundation', krs, seat: 'Toruń', about: 'Rzeka.', contactEmail: 'biuro@example.org' })
  await confirmOrganisation(moderator, { id })
  return { member, moderator, organisationId: id }
}

/** For tests: a draft that only waits to be sent. */
export async function aWholeDraft(member: Person, organisationId: string, task: string, change: Partial<ProposalDraft> = {}): Promise<string> {
  const { id } = await startProposal(member, { organisationId, task })
  const { tasks, title, summary, need, targetGroup, from, to, actions, results, costs, sources } = { ...aDraft(task), ...change }
  await saveStep(member, { id, step: 'idea', revision: 0, tasks, title, summary, need, targetGroup })
  await saveStep(member, { id, step: 'actions', revision: 0, from, to, actions })
  await saveStep(member, { id, step: 'results', revision: 0, results })
  await saveStep(member, { id, step: 'costs', revision: 0, costs, sources })
  return id
}

/** For tests: a proposal that passed the formal check, with its people. */
export async function aPublished(change: Partial<ProposalDraft> = {}): Promise<{ member: Person; coordinator: Person; organisationId: string; id: string; slug: string; task: string }> {
  const [{ member, organisationId }, coordinator, { code }] = [await aMember(), await aPerson({ roles: ['coordinator'] }), await aTask()]
  const id = await aWholeDraft(member, organisationId, code, change)
  await submitProposal(member, { id })
  const { slug } = await publishProposal(coordinator, { id })
  return { member, coordinator, organisationId, id, slug, task: code }
}

/** For tests: a decision, prepared and published by the same person. */
export async function decided(coordinator: Person, id: string, outcome: 'accepted' | 'rejected', reason = 'Tak wynika z oceny.'): Promise<void> {
  await prepareDecision(coordinator, { id, outcome, reason, version: '1' })
  await publishDecisions(coordinator, { proposals: [id] })
}
