/** What a proposal is meant to become: an idea, or the content of one of the three kinds of applications that the law knows. */
export const modes = ['idea', 'smallGrant', 'openCall', 'localInitiative'] as const
export type Mode = (typeof modes)[number]

/** Every step that a form may have, in order; the last one only checks and sends. */
export const steps = ['idea', 'applicants', 'residents', 'actions', 'results', 'capacity', 'costs', 'closing', 'check'] as const
export type Step = (typeof steps)[number]
/** A step in which something is typed. */
export type TypedStep = Exclude<Step, 'check'>

/** The articles of the act on public benefit and volunteering (UDPPiW) that a mode follows. */
export const articleOf = { idea: null, smallGrant: '19a', openCall: '13', localInitiative: '19b' } as const satisfies Record<Mode, string | null>

/**
 * The provisions of the same act by which offers and applications are assessed before they are decided upon; null where
 * none has to be. An idea gets no money, and a small grant is decided by its purposefulness within seven working days,
 * without a call (art. 19a ust. 1 and 3): these may be assessed, and need not. The database knows the list too.
 */
export const assessedBy = { idea: null, smallGrant: null, openCall: 'art. 15 ust. 1 i 2a', localInitiative: 'art. 19c i 19d' } as const satisfies Record<Mode, string | null>

const stepsByMode: Record<Mode, readonly Step[]> = {
  idea: ['idea', 'actions', 'results', 'costs', 'check'],
  smallGrant: ['idea', 'actions', 'results', 'capacity', 'costs', 'check'],
  openCall: ['idea', 'applicants', 'actions', 'results', 'capacity', 'costs', 'closing', 'check'],
  localInitiative: ['idea', 'residents', 'actions', 'results', 'costs', 'check'],
}
/** The steps of a mode's form, in order. */
export const stepsOf = (mode: Mode): readonly Step[] => stepsByMode[mode]

type Asked = {
  step: TypedStep
  /** Its number in the official offer form (Dz.U. 2018 poz. 2057, annex 1); null where that form has none. */
  number: string | null
  /** Modes that do not go without it. */
  required: readonly Mode[]
  /** Modes that ask for it and go without. */
  optional?: readonly Mode[]
}
const offers = ['smallGrant', 'openCall'] as const
const notIdeas = ['smallGrant', 'openCall', 'localInitiative'] as const
const call = ['openCall'] as const

/**
 * Every field by its path without the row: where it stands, its number in the offer form, and which modes ask for it.
 * Rows of `applicants` are needed by none: an offer may be one organisation's.
 */
export const fields = {
  mode: { step: 'idea', number: null, required: modes },
  tasks: { step: 'idea', number: null, required: modes },
  title: { step: 'idea', number: 'III.1', required: modes },
  taskKind: { step: 'idea', number: 'I.2', required: offers },
  summary: { step: 'idea', number: 'III.3', required: modes },
  need: { step: 'idea', number: 'III.3', required: modes },
  targetGroup: { step: 'idea', number: 'III.3', required: modes },
  places: { step: 'idea', number: 'III.3', required: notIdeas },
  complementarity: { step: 'idea', number: 'III.3', required: call },
  'applicants.slug': { step: 'applicants', number: 'II.1', required: [], optional: call },
  'applicants.name': { step: 'applicants', number: 'II.1', required: call },
  'applicants.register': { step: 'applicants', number: 'II.1', required: [], optional: call },
  jointWork: { step: 'applicants', number: 'VI.2', required: [], optional: call },
  'residents.work': { step: 'residents', number: null, required: ['localInitiative'] },
  'residents.hours': { step: 'residents', number: null, required: ['localInitiative'] },
  'residents.things': { step: 'residents', number: null, required: [], optional: ['localInitiative'] },
  'residents.money': { step: 'residents', number: null, required: [], optional: ['localInitiative'] },
  from: { step: 'actions', number: 'III.2', required: modes },
  to: { step: 'actions', number: 'III.2', required: modes },
  'actions.name': { step: 'actions', number: 'III.4', required: modes },
  'actions.description': { step: 'actions', number: 'III.4', required: modes },
  'actions.targetGroup': { step: 'actions', number: 'III.4', required: call },
  'actions.from': { step: 'actions', number: 'III.4', required: modes },
  'actions.to': { step: 'actions', number: 'III.4', required: modes },
  'actions.nonParty': { step: 'actions', number: 'III.4', required: [], optional: call },
  'narrative.direct': { step: 'results', number: 'III.5', required: call },
  'narrative.change': { step: 'results', number: 'III.5', required: call },
  'narrative.durability': { step: 'results', number: 'III.5', required: call },
  'results.definition': { step: 'results', number: null, required: [], optional: modes },
  'results.name': { step: 'results', number: 'III.6', required: modes },
  'results.target': { step: 'results', number: 'III.6', required: modes },
  'results.unit': { step: 'results', number: 'III.6', required: modes },
  'results.measuring': { step: 'results', number: 'III.6', required: modes },
  'results.source': { step: 'results', number: 'III.6', required: notIdeas, optional: ['idea'] },
  experience: { step: 'capacity', number: 'IV.1', required: offers },
  'resources.people': { step: 'capacity', number: 'IV.2', required: call, optional: ['smallGrant'] },
  'resources.things': { step: 'capacity', number: 'IV.2', required: call, optional: ['smallGrant'] },
  'resources.money': { step: 'capacity', number: 'IV.2', required: [], optional: offers },
  'costs.kind': { step: 'costs', number: 'V.A', required: modes },
  'costs.belongsTo': { step: 'costs', number: 'V.A', required: call },
  'costs.unit': { step: 'costs', number: 'V.A', required: modes },
  'costs.unitCost': { step: 'costs', number: 'V.A', required: modes },
  'costs.quantity': { step: 'costs', number: 'V.A', required: modes },
  'costs.fromGrant': { step: 'costs', number: null, required: ['smallGrant'] },
  'costs.year1': { step: 'costs', number: 'V.A', required: [], optional: call },
  'costs.year2': { step: 'costs', number: 'V.A', required: [], optional: call },
  'costs.year3': { step: 'costs', number: 'V.A', required: [], optional: call },
  'sources.grant': { step: 'costs', number: 'V.B.2', required: [], optional: modes },
  'sources.ownMoney': { step: 'costs', number: 'V.B.3.1', required: [], optional: modes },
  'sources.ownNonMoney': { step: 'costs', number: 'V.B.3.2', required: [], optional: modes },
  'sources.fees': { step: 'costs', number: 'V.B.4', required: [], optional: modes },
  split: { step: 'costs', number: 'V.C', required: [], optional: call },
  paid: { step: 'closing', number: 'VI.1', required: call },
  otherInformation: { step: 'closing', number: 'VI.3', required: [], optional: call },
} as const satisfies Record<string, Asked>
export type FieldPath = keyof typeof fields

const every: Record<string, Asked> = fields
/** Whether a mode's form has a field at all. */
export const asks = (mode: Mode, path: FieldPath): boolean => every[path]!.required.includes(mode) || !!every[path]!.optional?.includes(mode)
/** Whether a mode does not go without a field. */
export const requires = (mode: Mode, path: FieldPath): boolean => every[path]!.required.includes(mode)

/** Where the money comes from (offer form V.B). */
export const sourceKinds = ['grant', 'ownMoney', 'ownNonMoney', 'fees'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Rows that a table takes at most. */
export const rowsAtMost = 50

/** Budget years that the offer form has columns for. */
export const yearsAtMost = 3
/** The calendar years of a project, from two days as yyyy-mm-dd; at least one. */
export const yearsBetween = (from: string, to: string): number => Math.max(1, Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1)

type Limit = { mode: Mode; validFrom: string; source: string; grantAtMostGrosze: number; daysAtMost: number; organisationYearAtMostGrosze: number }
/** Amounts and terms that the law sets; a change of the law is a row more. */
const limits: readonly Limit[] = [
  { mode: 'smallGrant', validFrom: '2010-03-12', source: 'art. 19a ust. 1 i 6 UDPPiW', grantAtMostGrosze: 1_000_000, daysAtMost: 90, organisationYearAtMostGrosze: 2_000_000 },
]
/** What the law limits in a mode on a day (yyyy-mm-dd); null where it limits nothing. */
export const limitsOf = (mode: Mode, day: string): Limit | null =>
  limits.filter((limit) => limit.mode === mode && limit.validFrom <= day).toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0] ?? null

/** Days of a project, the first and the last counted, from two days as yyyy-mm-dd. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
