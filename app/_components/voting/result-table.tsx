import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { QuestionShown } from '@/lib/voting/queries'
import { percentages, type Count } from '@/lib/voting/rules'
import { drawnOrder, ResultBar, shadeOf } from './result-bar'
import { labelOf } from './words'

type Props = { question: Pick<QuestionShown, 'kind' | 'choices' | 'labels' | 'most'>; tally: Count; language: Language }

/** A result drawn and, beside the drawing, in numbers: one bar where each voter chose one thing, else one bar a choice. */
export function ResultTable({ question, tally, language }: Props) {
  const t = translator(language)
  const order = drawnOrder(question.choices)
  const share = percentages(tally, order)
  return (
    <>
      {question.most === 1 && <ResultBar tally={tally} size="big" />}
      <table className="result-table">
        <caption className="visually-hidden">{t('vote.result')}</caption>
        <thead>
          <tr><th scope="col">{t('vote.choice')}</th><th scope="col">{t('vote.count')}</th><th scope="col">{t('vote.share')}</th></tr>
        </thead>
        <tbody>
          {order.map((choice, place) => (
            <tr key={choice}>
              <th scope="row">
                {question.most === 1 && <i className={`swatch ${shadeOf(choice, place)}`} aria-hidden="true" />}
                {labelOf(question, choice, language)}
                {question.most > 1 && <span className="bar" aria-hidden="true"><i className="shade-1" style={{ width: `${share[choice]}%` }} /></span>}
              </th>
              <td>{tally.choices[choice] ?? 0}</td>
              <td>{share[choice]}%</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
