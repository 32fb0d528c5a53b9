import { expect, test } from 'vitest'
import { blankRow, wholeDraft } from './draft'
import { readProposal } from './reading'
import { aDraft } from './testing'
import { differencesOf } from './versions'

const read = (change: object = {}) => readProposal(wholeDraft({ ...aDraft('1.1.18'), ...change }), new Set(['1.1.18', '1.1.19'])).content!

test('the same wording differs in nothing', () => expect(differencesOf(read(), read())).toEqual([]))

test('fields by their path, rows by their key, what is only worked out not at all', () => {
  const { costs } = aDraft('1.1.18')
  const added = { ...blankRow('costs', 'rnew'), kind: 'Inne', unit: 'sztuka', unitCost: '2,50', quantity: '1' }
  const differences = differencesOf(read(), read({ tasks: ['1.1.18', '1.1.19'], title: 'Nowy', costs: [added, costs[0], { ...costs[1], quantity: '199' }] }))
  const second = costs[1]!.id
  expect(differences.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
    { path: `costs.${second}.quantity`, before: '200,000', after: '199,000' },
    { path: 'costs.rnew.kind', before: '', after: 'Inne' },
    { path: 'costs.rnew.quantity', before: '', after: '1,000' },
    { path: 'costs.rnew.unit', before: '', after: 'sztuka' },
    { path: 'costs.rnew.unitCost', before: '', after: '2,50' },
    { path: 'tasks', before: '1.1.18', after: '1.1.18, 1.1.19' },
    { path: 'title', before: 'Szkoła sąsiedzkich koordynatorów', after: 'Nowy' },
  ])
})
