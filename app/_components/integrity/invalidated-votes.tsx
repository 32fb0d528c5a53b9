import { ResultTable } from '@/app/_components/voting/result-table'
import { sayDay } from '@/lib/dates'
import type { PublicBallotDecision } from '@/lib/integrity/queries/decisions'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { QuestionShown } from '@/lib/voting/queries'
import type { Results } from '@/lib/voting/rules'

type Props = { question: QuestionShown; results: Results | null; decisions: readonly PublicBallotDecision[]; language: Language }

/** Which votes do not count: how many, the result with them, and what was decided when and why. Nothing where nothing was ever decided. */
export function InvalidatedVotes({ question, results, decisions, language }: Props) {
  const t = translator(language)
  if (!decisions.length) return null
  return (
    <section className="stack" style={{ marginBlockStart: '2.4rem' }} aria-labelledby="uniewaznione">
      <h2 id="uniewaznione">{t('integrity.public.title')}</h2>
      {results && <p>{results.invalidated ? t('integrity.public.now', { votes: results.invalidated.votes }) : t('integrity.public.none')}</p>}
      {results?.invalidated && (results.invalidated.withThem
        ? <><h3>{t('integrity.public.withThem', { total: results.invalidated.withThem.total })}</h3><div className="result whole-result"><ResultTable question={question} tally={results.invalidated.withThem} language={language} /></div></>
        : <p>{t('integrity.public.few')}</p>)}
      <h3>{t('integrity.public.history')}</h3>
      <ol className="past">
        {decisions.map(({ id, kind, at, ballots, reason, restored }) => (
          <li key={id}>
            <b>{t(`integrity.public.${kind}`, { date: sayDay(at, language), ballots })}</b>
            <p className="said" lang="pl"><bdi>{reason}</bdi></p>
            {restored > 0 && <p className="meta">{t('integrity.public.restored', { restored })}</p>}
          </li>
        ))}
      </ol>
      <p className="meta">{t('integrity.public.how')}</p>
    </section>
  )
}
