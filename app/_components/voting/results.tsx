import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { QuestionShown } from '@/lib/voting/queries'
import { percentages, type Results as Numbers } from '@/lib/voting/rules'
import { sayDate } from '@/lib/dates'
import { drawnOrder, ResultBar } from './result-bar'
import { ResultTable } from './result-table'
import { labelOf } from './words'

type Props = { question: QuestionShown; results: Numbers; language: Language }

/** All numbers of a question: the whole, the groups side by side, and how the votes came in, each drawn with its table. */
export function Results(props: Props) {
  const t = translator(props.language)
  return (
    <>
      <section className="result whole-result">
        <p className="lead">{t(props.question.kind === 'support' ? 'vote.supporters' : 'vote.summary', { total: props.results.total })}</p>
        {props.results.total > 0 && <ResultTable question={props.question} tally={props.results} language={props.language} />}
      </section>
      {props.results.total > 0 && <ByStratum {...props} />}
      {props.results.days.length > 0 && <ByDay {...props} />}
    </>
  )
}

function ByStratum({ question, results, language }: Props) {
  const t = translator(language)
  const order = drawnOrder(question.choices)
  const nameOf = (strata: readonly string[]) => strata.map((stratum) => t(`vote.stratum.${stratum}` as 'vote.stratum.paper')).join(' + ')
  return (
    <section className="counted results">
      <h2 id="grupy">{t('vote.strata')}</h2>
      <p className="prose">{t('vote.strataHint')} {question.voters === 'verified' && results.strata.some(({ strata }) => strata.includes('paper')) && t('vote.paperOfResidents')}</p>
      <div className="scroll" role="region" aria-labelledby="grupy" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('vote.group')}</th>
              {order.map((choice) => <th scope="col" className="number" key={choice}>{labelOf(question, choice, language)}</th>)}
              <th scope="col" className="number">{t('vote.total')}</th>
            </tr>
          </thead>
          <tbody>
            {results.strata.map((stratum) => {
              const share = percentages(stratum, order)
              return (
                <tr key={stratum.strata.join()}>
                  <th scope="row">{nameOf(stratum.strata)}{question.most === 1 && <ResultBar tally={stratum} />}</th>
                  {order.map((choice) => <td className="number" key={choice}>{stratum.choices[choice] ?? 0} <span className="meta">{share[choice]}%</span></td>)}
                  <td className="number">{stratum.total}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const daysDrawn = 60

function ByDay({ results: { days }, language }: Props) {
  const t = translator(language)
  const most = Math.max(...days.map(({ votes }) => votes))
  return (
    <section className="counted results" aria-labelledby="dni">
      <h2 id="dni">{t('vote.days')}</h2>
      <div className="day-columns" aria-hidden="true">
        {days.slice(-daysDrawn).map(({ day, votes }) => <i key={day} className="shade-1" style={{ blockSize: `${Math.max(2, (votes / most) * 100)}%` }} title={`${day}: ${votes}`} />)}
      </div>
      <details>
        <summary>{t('vote.daysInNumbers')}</summary>
        <table className="table">
          <caption className="visually-hidden">{t('vote.days')}</caption>
          <thead><tr><th scope="col">{t('vote.day')}</th><th scope="col" className="number">{t('vote.count')}</th></tr></thead>
          <tbody>
            {days.toReversed().map(({ day, votes }) => (
              <tr key={day}><th scope="row"><time dateTime={day}>{sayDate(day, language)}</time></th><td className="number">{votes}</td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
