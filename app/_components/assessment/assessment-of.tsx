import { address } from '@/lib/addresses'
import type { Outcome } from '@/lib/assessment/queries/outcome'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { CardsTable } from './cards-table'
import { ResultSaid } from './result-said'

/** How a proposal was assessed, on its own page: result, points and reasons, without names; nothing where there is no outcome. */
export function AssessmentOf({ outcome, language }: { outcome: Outcome | null; language: Language }) {
  if (!outcome) return null
  const t = translator(language)
  const { before, cards, conflicts, criteria, result, apartPercent, version } = outcome
  const judged = Math.max(...cards.map((card) => card.version))
  return (
    <section className="assessment" aria-labelledby="ocena">
      <h2 id="ocena">{t('assessment.result.title')}</h2>
      <p>{t(before ? 'assessment.result.before' : 'assessment.result.lead')}</p>
      {result.total === null ? <p>{t('assessment.result.partly')}</p> : <ResultSaid result={result} apartPercent={apartPercent} places={cards.map(({ place }) => place)} language={language} />}
      {judged < version && <p>{t('assessment.result.older', { judged, version })}</p>}
      <CardsTable criteria={criteria} cards={cards} language={language} />
      {conflicts > 0 && <p className="meta">{t('assessment.result.conflicts', { count: conflicts })}</p>}
      <p className="further"><a href={address(language, 'assessmentCriteria')}>{t('assessment.result.criteria')}</a></p>
    </section>
  )
}
