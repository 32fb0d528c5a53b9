import type { ProposalContent } from '../proposals/content'
import { sum } from '../proposals/money'

/** Where the money came from in the end, in the order of the official report (Dz.U. 2018 poz. 2057, annex 5, II.2). */
export const reportSources = ['grant', 'interest', 'grantIncome', 'ownMoney', 'fees', 'otherPublic', 'otherMoney', 'ownNonMoney'] as const
export type ReportSource = (typeof reportSources)[number]

/** How far an action was done. */
export const degrees = ['whole', 'part', 'not'] as const
export type Degree = (typeof degrees)[number]

/**
 * A report of results that was read and found right. Rows bear the keys of those of the proposal; days as yyyy-mm-dd,
 * money in grosze, quantities in thousandths. Numbers are those of the official report (annex 5).
 */
export type ReportContent = {
  /** Head: the contract, where there was one. */
  contract: { number: string; date: string | null }
  /** I.1 */
  results: { id: string; achievedThousandths: number; measuring: string; source: string; deviation: string }[]
  /** I.2 */
  actions: { id: string; done: Degree; description: string; deviation: string }[]
  /** II.1: what each planned cost came to. */
  costs: { id: string; actualGrosze: number }[]
  /** II.2; adds up to the costs. */
  sources: Record<ReportSource, number>
  /** II.2: which public body gave what stands in `otherPublic`. */
  otherPublicFrom: string
  /** II.3 */
  otherIncome: string
  /** II.4: on what terms fees were taken, and from how many people. */
  feesTerms: string
  feesPayers: number | null
  /** III */
  additional: string
}

/** All that was spent, in grosze. */
export const spentOf = ({ costs }: Pick<ReportContent, 'costs'>): number => sum(costs.map(({ actualGrosze }) => actualGrosze))

/** A result as it was promised, and as it came. `percent` is rounded down, so that only what was reached is 100. */
export type Promised = {
  id: string
  name: string
  unit: string
  promisedThousandths: number
  achievedThousandths: number
  percent: number
  kept: 'kept' | 'part' | 'not'
  measuring: string
  source: string
  deviation: string
}

/** What was promised beside what was achieved, in the order of the proposal. */
export function promisesOf(plan: Pick<ProposalContent, 'results'>, report: Pick<ReportContent, 'results'>): Promised[] {
  return plan.results.flatMap(({ id, name, unit, targetThousandths }) => {
    const came = report.results.find((result) => result.id === id)
    if (!came) return []
    const { achievedThousandths } = came
    return [{
      ...came, name, unit,
      promisedThousandths: targetThousandths,
      percent: Math.floor((achievedThousandths / targetThousandths) * 100),
      kept: achievedThousandths >= targetThousandths ? 'kept' : achievedThousandths > 0 ? 'part' : 'not',
    } satisfies Promised]
  })
}
