import { confirmOrganisation, registerOrganisation } from '../organisations/commands'
import type { Person } from '../person'
import { aPerson, aTask } from '../testing'
import { publishProposal, startProposal, submitProposal } from './commands'
import { prepareDecision, publishDecisions } from './commands/decisions'
import { saveStep } from './commands/drafts'
import { wholeDraft, type ProposalDraft } from './draft'
import { sentBy } from './merge'
import { stepsOf, type Mode } from './modes'

/** For tests: a whole draft, right in everything its mode asks for. */
export const aDraft = (task: string, mode: Mode = 'idea'): ProposalDraft => wholeDraft({
  mode,
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
  ...(mode !== 'idea' && more[mode]),
})

const results = [{ name: 'Przeszkoleni', target: '40', unit: 'osób', measuring: 'Listy obecności.', source: 'Listy w biurze fundacji.' }]
const more: Record<Exclude<Mode, 'idea'>, Partial<Record<keyof ProposalDraft, unknown>>> = {
  smallGrant: {
    taskKind: '13', places: 'Rubinkowo', experience: 'Pięć lat zajęć.', results, to: '2027-05-20',
    actions: [{ name: 'Warsztaty', description: 'Dziesięć spotkań.', from: '2027-03-01', to: '2027-05-20' }],
    costs: [{ kind: 'Prowadzenie', unit: 'godzina', unitCost: '150', quantity: '40', fromGrant: '5000' }, { kind: 'Druk', unit: 'sztuka', unitCost: '2,50', quantity: '200' }],
  },
  localInitiative: { places: 'Rubinkowo', results, residents: { work: 'Kopanie i sadzenie.', hours: '120', things: 'Łopaty.', money: '200' } },
  openCall: {
    taskKind: '13', places: 'Rubinkowo', complementarity: 'Uzupełnia zajęcia w bibliotekach.', experience: 'Pięć lat zajęć.', results, to: '2028-02-28',
    resources: { people: 'Trzy osoby.', things: 'Sala.', money: '' },
    narrative: { direct: 'Czterdzieści osób.', change: 'Więcej grup.', durability: 'Grupy zostaną.' },
    actions: [{ id: 'r0', name: 'Warsztaty', description: 'Dziesięć spotkań.', targetGroup: 'Dorośli', from: '2027-03-01', to: '2028-02-28' }],
    costs: [
      { kind: 'Prowadzenie', belongsTo: 'r0', unit: 'godzina', unitCost: '150', quantity: '40', year1: '4500', year2: '1500' },
      { kind: 'Druk', belongsTo: 'admin', unit: 'sztuka', unitCost: '2,50', quantity: '200', year1: '500' },
    ],
    applicants: [{ id: 'r0', name: 'Koło Gospodyń z Kaszczorka', register: 'ARiMR 12' }],
    jointWork: 'Fundacja uczy, koło gości.',
    split: { own: '6000', r0: '500' },
    paid: 'unpaid',
  },
}

/** For tests: a member of a confirmed organisation, and somebody who may decide. */
export async function aMember(): Promise<{ member: Person; moderator: Person; organisationId: string }> {
  const [member, moderator] = [await aPerson(), await aPerson({ roles: ['moderator'] })]
  const krs = String(1_000_000_000 + Math.floor(Math.random() * 8_999_999_999))
  const { id } = await registerOrganisation(member, { name: `Fundacja ${krs}`, legalForm: 'foundation', krs, seat: 'Toruń', about: 'Rzeka.', contactEmail: 'biuro@example.org' })
  await confirmOrganisation(moderator, { id })
  return { member, moderator, organisationId: id }
}

/** Saves a whole draft as its form does, step by step. @param revision the one that it was opened on */
export async function saveAll(person: Person, id: string, draft: ProposalDraft, revision = 0) {
  for (const step of stepsOf(draft.mode as Mode)) if (step !== 'check') await saveStep(person, { id, step, revision, ...sentBy(step, draft) })
}

/** For tests: a draft that only waits to be sent. */
export async function aWholeDraft(member: Person, organisationId: string, task: string, change: Partial<ProposalDraft> = {}): Promise<string> {
  const mode = (change.mode ?? 'idea') as Mode
  const { id } = await startProposal(member, { organisationId, task, mode })
  await saveAll(member, id, { ...aDraft(task, mode), ...change })
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
