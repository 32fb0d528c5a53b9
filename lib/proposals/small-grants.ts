import { sayMoney } from '../dates'
import type { Language } from '../language'
import { readDay } from './days'
import { cityToday } from './deadlines'
import type { ProposalDraft } from './draft'
import { limitsOf } from './modes'
import { readMoney } from './money'

/**
 * A small grant in the calendar year in which its project begins, beside the others of its organisation. Art. 19a ust. 6
 * u.d.p.p. limits what is paid out to one organisation in a year; when that will be is not known here, the beginning is.
 */
export type GrantYear = {
  year: string
  /** What the organisation has been granted already, in grosze, this proposal left out. */
  grantedGrosze: number
  /** What this proposal asks for. */
  grantGrosze: number
  atMostGrosze: number
}

/** Whether granting it would be too much. */
export const isOverYear = ({ grantedGrosze, grantGrosze, atMostGrosze }: GrantYear): boolean => grantedGrosze + grantGrosze > atMostGrosze

/** Its numbers for a sentence; a refusal, which knows no language, says them in Polish. */
export const sayGrantYear = ({ year, grantedGrosze, grantGrosze, atMostGrosze }: GrantYear, language: Language = 'pl') => ({ year, granted: sayMoney(grantedGrosze, language), grant: sayMoney(grantGrosze, language), max: sayMoney(atMostGrosze, language) })

/** The most that one organisation may be granted in a year, in grosze, by the law of today. */
export const yearAtMost = (): number => limitsOf('smallGrant', cityToday())!.organisationYearAtMostGrosze

/**
 * What was typed as a small grant in its year; null in other modes, and while the day or the amount cannot be read.
 * @param granted what its organisation has been granted, by year (`2027`), in grosze
 */
export function grantYearOf({ mode, from, sources }: ProposalDraft, granted: Readonly<Record<string, number>>): GrantYear | null {
  const [year, grant] = [readDay(from)?.slice(0, 4), readMoney(sources.grant)]
  return mode === 'smallGrant' && year && grant !== null ? { year, grantedGrosze: granted[year] ?? 0, grantGrosze: grant, atMostGrosze: yearAtMost() } : null
}
