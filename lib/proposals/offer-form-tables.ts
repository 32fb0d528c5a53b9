import type { Block, Cell, Column, Row } from '../document'
import { sayDate } from '../dates'
import type { Language } from '../language'
import type { Translate } from '../messages'
import { totalOf, type Cost, type ProposalContent } from './content'
import { asks, sourceKinds } from './modes'
import { shares, sum } from './money'
import { sayAmount, sayQuantity } from './offer-form-numbers'

type Say = (content: ProposalContent, t: Translate, language: Language) => Block

const number = (name: string, share: number): Column => ({ name, share, align: 'end' })

/** III.4 */
export const planTable: Say = ({ mode, actions }, t, language) => {
  const call = asks(mode, 'actions.targetGroup')
  return {
    is: 'table',
    caption: null,
    named: 1,
    columns: [
      { name: t('offerForm.plan.number'), share: 2 },
      { name: t('offerForm.plan.name'), share: 7 },
      { name: t('offerForm.plan.description'), share: 12 },
      ...(call ? [{ name: t('offerForm.plan.targetGroup'), share: 7 }] : []),
      { name: t('offerForm.plan.when'), share: 7 },
      ...(call ? [{ name: t('offerForm.plan.nonParty'), share: 7 }] : []),
    ],
    rows: actions.map((action, place) => ({
      cells: [
        `${place + 1}`,
        action.name,
        action.description,
        ...(call ? [action.targetGroup || t('offerForm.none')] : []),
        t('proposal.fromTo', { from: sayDate(action.from, language), to: sayDate(action.to, language) }),
        ...(call ? [action.nonParty || t('offerForm.none')] : []),
      ],
    })),
  }
}

/** III.6 */
export const resultTable: Say = ({ results }, t, language) => ({
  is: 'table',
  caption: null,
  named: 0,
  columns: [{ name: t('offerForm.result.name'), share: 5 }, { name: t('offerForm.result.target'), share: 4 }, { name: t('offerForm.result.measuring'), share: 6 }, { name: t('offerForm.result.source'), share: 5 }],
  rows: results.map(({ name, targetThousandths, unit, measuring, source }) => ({ cells: [name, `${sayQuantity(targetThousandths, language)} ${unit}`, measuring, source || t('offerForm.none')] })),
})

/** V.A: by actions and administration where the mode asks, with a column for each year of several. */
export const costTable: Say = (content, t, language) => {
  const { mode, costs, actions } = content
  const years = Math.max(0, ...costs.map(({ perYearGrosze }) => perYearGrosze.length))
  const yearly = years > 1 ? Array.from({ length: years }, (_, year) => year) : []
  const amounts = (rows: readonly Cost[]) => [totalOf({ costs: [...rows] }), ...yearly.map((year) => sum(rows.map(({ perYearGrosze }) => perYearGrosze[year] ?? 0)))].map((grosze) => sayAmount(grosze, language))
  const line = (cost: Cost, place: string): Row => ({ cells: [place, cost.kind, cost.unit, sayAmount(cost.unitCostGrosze, language), sayQuantity(cost.quantityThousandths, language), ...amounts([cost])] })
  const total = (name: string, rows: readonly Cost[]): Row => ({ is: 'total', cells: [{ text: name, span: 5 }, ...amounts(rows)] })
  const group = (place: string, name: string): Row => ({ is: 'group', cells: [place, { text: name, span: 5 + yearly.length }] as Cell[] })
  const ofActions = actions.flatMap(({ id, name }, place) => {
    const own = costs.filter(({ belongsTo }) => belongsTo === id)
    return own.length ? [group(`I.${place + 1}`, t('offerForm.V.action', { number: place + 1, name })), ...own.map((cost, row) => line(cost, `I.${place + 1}.${row + 1}`))] : []
  })
  const admin = costs.filter(({ belongsTo }) => belongsTo === 'admin')
  const grouped = asks(mode, 'costs.belongsTo')
  return {
    is: 'table',
    caption: t('offerForm.V.costs'),
    named: 1,
    columns: [
      { name: t('offerForm.plan.number'), share: 4 },
      { name: t('offerForm.V.kind'), share: yearly.length ? 9 : 14 },
      { name: t('offerForm.V.unit'), share: 5 },
      number(t('offerForm.V.unitCost'), 7),
      number(t('offerForm.V.quantity'), 6),
      number(t('offerForm.V.value'), 7.5),
      ...yearly.map((year) => number(t('offerForm.V.year', { number: year + 1 }), 7.5)),
    ],
    rows: [
      ...(grouped
        ? [
            group('I', t('offerForm.V.actions')),
            ...ofActions,
            total(t('offerForm.V.sumActions'), costs.filter(({ belongsTo }) => belongsTo !== 'admin')),
            group('II', t('offerForm.V.admin')),
            ...admin.map((cost, row) => line(cost, `II.${row + 1}`)),
            total(t('offerForm.V.sumAdmin'), admin),
          ]
        : costs.map((cost, row) => line(cost, `${row + 1}`))),
      total(t('offerForm.V.sum'), costs),
    ],
  }
}

/** The small grant's table: value, from the grant, from elsewhere; how the value was made stands under the kind. */
export const grantTable: Say = ({ costs }, t, language) => {
  const amounts = (value: number, grant: number) => [value, grant, value - grant].map((grosze) => sayAmount(grosze, language))
  return {
    is: 'table',
    caption: null,
    named: 1,
    columns: [{ name: t('offerForm.plan.number'), share: 2 }, { name: t('offerForm.V.kind'), share: 14 }, number(t('offerForm.V.value'), 6), number(t('offerForm.V.fromGrant'), 6), number(t('offerForm.V.fromOther'), 6)],
    rows: [
      ...costs.map(({ kind, unit, unitCostGrosze, quantityThousandths, valueGrosze, fromGrantGrosze }, place): Row => ({
        cells: [
          `${place + 1}`,
          `${kind}\n${t('offerForm.V.times', { quantity: sayQuantity(quantityThousandths, language), unitCost: sayAmount(unitCostGrosze, language), unit })}`,
          ...amounts(valueGrosze, fromGrantGrosze ?? 0),
        ],
      })),
      { is: 'total', cells: [{ text: t('offerForm.V.sum'), span: 2 }, ...amounts(totalOf({ costs }), sum(costs.map(({ fromGrantGrosze }) => fromGrantGrosze)))] },
    ],
  }
}

/** V.B, numbered as in the form. Shares are whole percents that add up to 100. */
export function sourceTable(content: ProposalContent, caption: string, t: Translate, language: Language): Block {
  const { grant, ownMoney, ownNonMoney, fees } = content.sources
  const [grantShare = 0, moneyShare = 0, nonMoneyShare = 0, feesShare = 0] = shares(sourceKinds.map((kind) => content.sources[kind]))
  const line = (place: string, name: string, grosze: number, share: number): Row => ({ cells: [place, name, sayAmount(grosze, language), `${share}`] })
  const total = totalOf(content)
  return {
    is: 'table',
    caption,
    named: 1,
    columns: [{ name: t('offerForm.plan.number'), share: 2 }, { name: t('offerForm.V.source'), share: 18 }, number(t('offerForm.V.value'), 7), number(t('offerForm.V.share'), 5)],
    rows: [
      { ...line('1', t('offerForm.V.sum'), total, total ? 100 : 0), is: 'total' },
      line('2', t('offerForm.V.grant'), grant, grantShare),
      line('3', t('offerForm.V.own'), ownMoney + ownNonMoney, moneyShare + nonMoneyShare),
      line('3.1', t('offerForm.V.ownMoney'), ownMoney, moneyShare),
      line('3.2', t('offerForm.V.ownNonMoney'), ownNonMoney, nonMoneyShare),
      line('4', t('offerForm.V.fees'), fees, feesShare),
    ],
  }
}

/** V.C: which applicant pays for what. */
export const splitTable = ({ split, applicants, costs }: ProposalContent, own: string, t: Translate, language: Language): Block => ({
  is: 'table',
  caption: t('offerForm.V.split'),
  named: 1,
  columns: [{ name: t('offerForm.plan.number'), share: 2 }, { name: t('offerForm.V.applicant'), share: 18 }, number(t('offerForm.V.value'), 7)],
  rows: [
    ...split.map(({ applicant, grosze }, place): Row => ({ cells: [`${place + 1}`, applicant === 'own' ? own : (applicants.find(({ id }) => id === applicant)?.name ?? t('offerForm.none')), sayAmount(grosze, language)] })),
    { is: 'total', cells: [{ text: t('offerForm.V.sum'), span: 2 }, sayAmount(totalOf({ costs }), language)] },
  ],
})
