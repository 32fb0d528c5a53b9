import { sum } from './money'
import type { Mode, SourceKind } from './modes'

type Keyed = { id: string }
/** Another organisation that offers together with the one that writes: of this platform (by its slug) or not. Offer form II.1. */
export type Applicant = Keyed & { slug: string | null; name: string; register: string }
/** Offer form III.4. `nonParty`: what somebody does who is no party to the contract. Days as yyyy-mm-dd. */
export type Action = Keyed & { name: string; description: string; targetGroup: string; from: string; to: string; nonParty: string }
/** Offer form III.6. `definition`: code in result-library.ts, where it was taken from there. */
export type Result = Keyed & { definition: string | null; name: string; targetThousandths: number; unit: string; measuring: string; source: string }
export type Cost = Keyed & {
  kind: string
  /** Key of an action (offer form V.A.I), `admin` (V.A.II), or null where the mode does not ask. */
  belongsTo: string | null
  unit: string
  unitCostGrosze: number
  quantityThousandths: number
  valueGrosze: number
  /** Small grants only: what of the value the grant pays. */
  fromGrantGrosze: number | null
  /** The value by the project's years; adds up to it. Empty where it was not divided. */
  perYearGrosze: number[]
}

/**
 * A proposal that was read and found right: days as yyyy-mm-dd, money in grosze, quantities in thousandths.
 * Numbers are those of the offer form (Dz.U. 2018 poz. 2057, annex 1). What the mode does not ask for is empty.
 */
export type ProposalContent = {
  mode: Mode
  tasks: string[]
  /** III.1 */
  title: string
  /** I.2: a point of art. 4 ust. 1 („27”); in words where it was written before there was a list. */
  taskKind: string
  /** III.3, in five parts */
  summary: string
  need: string
  targetGroup: string
  places: string
  complementarity: string
  /** II.1, beside the organisation that writes; empty when it is alone. */
  applicants: Applicant[]
  /** VI.2 */
  jointWork: string
  /** What residents themselves put into a local initiative (art. 19b); null in other modes. */
  residents: { work: string; hoursThousandths: number; things: string; moneyGrosze: number } | null
  /** III.2 */
  from: string
  to: string
  actions: Action[]
  /** III.5 */
  narrative: { direct: string; change: string; durability: string }
  results: Result[]
  /** IV.1 */
  experience: string
  /** IV.2 */
  resources: { people: string; things: string; money: string }
  costs: Cost[]
  /** V.B, in grosze; adds up to the costs. */
  sources: Record<SourceKind, number>
  /** V.C: what each applicant pays for, `own` being the one that writes; adds up to the costs. Empty when it is alone. */
  split: { applicant: string; grosze: number }[]
  /** VI.1; null where the mode does not ask. */
  paid: boolean | null
  /** VI.3 */
  otherInformation: string
}

/** Sum of the cost table, in grosze. */
export const totalOf = ({ costs }: { costs: readonly Pick<Cost, 'valueGrosze'>[] }): number => sum(costs.map(({ valueGrosze }) => valueGrosze))

/** Stored content with everything that content has today; ideas from before modes are whole too. */
export function wholeContent(stored: unknown): ProposalContent {
  const { actions = [], results = [], costs = [], ...content } = stored as Partial<ProposalContent>
  return {
    ...emptyContent,
    ...content,
    actions: actions.map((action: Partial<Action>, place) => ({ id: `r${place}`, targetGroup: '', nonParty: '', ...action }) as Action),
    results: results.map((result: Partial<Result>, place) => ({ id: `r${place}`, definition: null, source: '', ...result }) as Result),
    costs: costs.map((cost: Partial<Cost>, place) => ({ id: `r${place}`, belongsTo: null, fromGrantGrosze: null, perYearGrosze: [], ...cost }) as Cost),
  }
}

const emptyContent: ProposalContent = {
  mode: 'idea', tasks: [], title: '', taskKind: '', summary: '', need: '', targetGroup: '', places: '', complementarity: '', applicants: [], jointWork: '', residents: null,
  from: '', to: '', actions: [], narrative: { direct: '', change: '', durability: '' }, results: [], experience: '', resources: { people: '', things: '', money: '' },
  costs: [], sources: { grant: 0, ownMoney: 0, ownNonMoney: 0, fees: 0 }, split: [], paid: null, otherInformation: '',
}
