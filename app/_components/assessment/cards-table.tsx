import type { Language } from '@/lib/language'
import { mostOf, scoreOf } from '@/lib/assessment/card'
import type { CardSeen } from '@/lib/assessment/seen'
import type { CriterionSaid } from '@/lib/assessment/standing'
import { translator } from '@/lib/messages'
import { inWords, sayPoints } from './words'

type Props = { criteria: readonly CriterionSaid[]; cards: readonly Pick<CardSeen, 'place' | 'lines'>[]; language: Language }

/** Cards side by side, criterion by criterion, with their reasons. The roles are said, since on a phone each row is laid out as a block. */
export function CardsTable({ criteria, cards, language }: Props) {
  const t = translator(language)
  const most = mostOf(criteria)
  return (
    <table className="table cards-table" role="table" aria-label={t('assessment.table.caption')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t('assessment.table.criterion')}</th>
          {cards.map(({ place }) => <th key={place} role="columnheader" scope="col">{t('assessment.table.card', { place })}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {criteria.map((criterion) => {
          const { name, lang } = inWords(criterion, language)
          return (
            <tr key={criterion.id} role="row">
              <th role="rowheader" scope="row"><span lang={lang}>{name}</span> <span className="meta">{t('assessment.card.weight', { weight: criterion.weight })}</span></th>
              {cards.map(({ place, lines }) => {
                const line = lines.find(({ criterionId }) => criterionId === criterion.id)
                return (
                  <td key={place} role="cell">
                    <span className="of-card" aria-hidden="true">{t('assessment.table.card', { place })}</span>
                    <b>{t('assessment.table.of', { points: line?.points ?? 0, most: criterion.most })}</b>
                    <p lang={language === 'pl' ? undefined : 'pl'}>{line?.reason}</p>
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th role="rowheader" scope="row">{t('assessment.table.total')}</th>
          {cards.map(({ place, lines }) => (
            <td key={place} role="cell">
              <span className="of-card" aria-hidden="true">{t('assessment.table.card', { place })}</span>
              {t('assessment.table.of', { points: sayPoints(scoreOf(lines, criteria), language), most: sayPoints(most, language) })}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}
