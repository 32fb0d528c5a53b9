import { sayNumber } from '@/app/_components/proposals/numbers'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Promised } from '@/lib/results/report'

type Props = { promises: readonly Promised[]; language: Language }

/** Promised and achieved, drawn: two bars a result on one scale of their own, and the same in words. */
export function PromiseBars({ promises, language }: Props) {
  const t = translator(language)
  return (
    <ul className="promises">
      {promises.map(({ id, name, unit, promisedThousandths, achievedThousandths, percent, kept }) => {
        const most = Math.max(promisedThousandths, achievedThousandths)
        return (
          <li key={id}>
            <p><b lang="pl">{name}</b> <span className="ds-tag" data-size="sm" data-color={kept === 'kept' ? 'zielen' : 'neutral'}>{t(`results.keeps.${kept}`)}</span></p>
            <span className="bar" aria-hidden="true"><i className="promised" style={{ inlineSize: `${(promisedThousandths / most) * 100}%` }} /></span>
            <span className="bar" aria-hidden="true"><i className="achieved" style={{ inlineSize: `${(achievedThousandths / most) * 100}%` }} /></span>
            <p className="meta">{t('results.sentence', { promised: sayNumber(promisedThousandths, language), achieved: sayNumber(achievedThousandths, language), unit, percent })}</p>
          </li>
        )
      })}
    </ul>
  )
}

/** What the two colours of the bars mean. */
export function PromiseKey({ language }: { language: Language }) {
  const t = translator(language)
  return (
    <p className="meta promise-key" aria-hidden="true">
      <span><i className="swatch promised" />{t('results.promised')}</span> <span><i className="swatch achieved" />{t('results.achieved')}</span>
    </p>
  )
}

/** The same numbers in a table, with how they were measured and where that can be checked. */
export function PromiseTable({ promises, language }: Props) {
  const t = translator(language)
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t('results.table')}>
      <table className="table">
        <caption className="visually-hidden">{t('results.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('results.result')}</th>
            <th scope="col" className="number">{t('results.promised')}</th>
            <th scope="col" className="number">{t('results.achieved')}</th>
            <th scope="col" className="number">{t('results.percent')}</th>
            <th scope="col">{t('results.measuring')}</th>
            <th scope="col">{t('results.source')}</th>
          </tr>
        </thead>
        <tbody>
          {promises.map(({ id, name, unit, promisedThousandths, achievedThousandths, percent, measuring, source }) => (
            <tr key={id}>
              <th scope="row" lang="pl">{name}</th>
              <td className="number">{sayNumber(promisedThousandths, language)} {unit}</td>
              <td className="number">{sayNumber(achievedThousandths, language)} {unit}</td>
              <td className="number">{percent}%</td>
              <td lang="pl">{measuring}</td>
              <td lang="pl">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
