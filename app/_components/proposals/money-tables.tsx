import { Fragment } from 'react'
import { sayNumber } from '@/app/_components/proposals/numbers'
import { sayMoney } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator, type Translate } from '@/lib/messages'
import { totalOf, type ProposalContent } from '@/lib/proposals/content'
import { sourceKinds } from '@/lib/proposals/modes'
import { shares, sum } from '@/lib/proposals/money'

type Props = { content: ProposalContent; language: Language }

/** What it costs, row by row. */
export function CostTable({ content, language }: Props) {
  const t = translator(language)
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t('proposal.costs')}>
      <table className="table">
        <caption className="visually-hidden">{t('proposal.costs')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('proposal.kind')}</th>
            <th scope="col">{t('proposal.unit')}</th>
            <th scope="col" className="number">{t('proposal.unitCost')}</th>
            <th scope="col" className="number">{t('proposal.quantity')}</th>
            <th scope="col" className="number">{t('proposal.value')}</th>
          </tr>
        </thead>
        <tbody>
          {groupsOf(content, t).map(({ name, costs }) => (
            <Fragment key={name ?? ''}>
              {name && <tr className="group"><th scope="rowgroup" colSpan={4}>{name}</th><td className="number">{sayMoney(totalOf({ costs }), language)}</td></tr>}
              {costs.map((cost) => (
                <tr key={cost.id}>
                  <th scope="row">{cost.kind}</th>
                  <td>{cost.unit}</td>
                  <td className="number">{sayMoney(cost.unitCostGrosze, language)}</td>
                  <td className="number">{sayNumber(cost.quantityThousandths, language)}</td>
                  <td className="number">
                    {sayMoney(cost.valueGrosze, language)}
                    {cost.perYearGrosze.length > 1 && <small>{cost.perYearGrosze.map((grosze, place) => `${Number(content.from.slice(0, 4)) + place}: ${sayMoney(grosze, language)}`).join(', ')}</small>}
                    {cost.fromGrantGrosze !== null && <small>{t('offer.fromGrant', { amount: sayMoney(cost.fromGrantGrosze, language) })}</small>}
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr><th scope="row" colSpan={4}>{t('proposal.total')}</th><td className="number">{sayMoney(totalOf(content), language)}</td></tr>
        </tfoot>
      </table>
    </div>
  )
}

/** Costs by what they belong to, in the order of the offer form: actions, then administration. One group without a name where the mode does not ask. */
function groupsOf({ actions, costs }: ProposalContent, t: Translate) {
  const groups = [...actions.map(({ id, name }) => ({ id, name })), { id: 'admin', name: t('offer.admin') }].map(({ id, name }) => ({ name, costs: costs.filter(({ belongsTo }) => belongsTo === id) }))
  const named = groups.filter(({ costs }) => costs.length)
  return named.length ? named : [{ name: null, costs }]
}

/** Where the money comes from: a bar, and the same in numbers. */
export function SourcesTable({ content, language }: Props) {
  const t = translator(language)
  const amounts = sourceKinds.map((kind) => content.sources[kind])
  const share = shares(amounts)
  return (
    <div className="sources">
      <div className="bar" data-size="big" aria-hidden="true">
        {sourceKinds.map((kind, place) => amounts[place]! > 0 && <i key={kind} className={`source-${kind}`} style={{ flex: `${amounts[place]} 0 0` }} />)}
      </div>
      <table className="table">
        <caption className="visually-hidden">{t('proposal.sources')}</caption>
        <thead>
          <tr><th scope="col">{t('proposal.sourceName')}</th><th scope="col" className="number">{t('proposal.value')}</th><th scope="col" className="number">{t('proposal.share')}</th></tr>
        </thead>
        <tbody>
          {sourceKinds.map((kind, place) => (
            <tr key={kind}>
              <th scope="row"><i className={`swatch source-${kind}`} aria-hidden="true" />{t(`offer.field.sources.${kind}`)}</th>
              <td className="number">{sayMoney(amounts[place]!, language)}</td>
              <td className="number">{share[place]}%</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr><th scope="row">{t('proposal.total')}</th><td className="number">{sayMoney(sum(amounts), language)}</td><td className="number">{sum(amounts) > 0 && '100%'}</td></tr>
        </tfoot>
      </table>
    </div>
  )
}
