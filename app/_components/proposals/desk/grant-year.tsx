import { sayMoney } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { isOverYear, sayGrantYear, type GrantYear } from '@/lib/proposals/small-grants'

/** What the organisation gets under art. 19a in a year, with this offer, beside the most that it may. */
export function GrantYearLine({ grantYear, language }: { grantYear: GrantYear; language: Language }) {
  const t = translator(language)
  const { year, grantedGrosze, grantGrosze, atMostGrosze } = grantYear
  const lines = [[t('life.decision.granted'), grantedGrosze], [t('life.decision.thisGrant'), grantGrosze], [t('life.decision.grantTogether'), grantedGrosze + grantGrosze], [t('life.decision.grantLimit'), atMostGrosze]] as const
  return (
    <div className={isOverYear(grantYear) ? 'notice' : undefined}>
      <p><b>{t('life.decision.grantYear', { year })}</b></p>
      <div className="sums"><dl>{lines.map(([name, grosze]) => <div key={name}><dt>{name}</dt><dd>{sayMoney(grosze, language)}</dd></div>)}</dl></div>
      <meter className="completeness" min={0} max={atMostGrosze} value={Math.min(grantedGrosze + grantGrosze, atMostGrosze)} aria-label={t('life.decision.grantYear', { year })} />
      {isOverYear(grantYear) && <p>{t('proposal.objection.overYear', sayGrantYear(grantYear, language))}</p>}
    </div>
  )
}
