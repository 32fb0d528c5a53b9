import { expect, test } from 'vitest'
import { readProposal } from './reading'
import { aDraft } from './testing'
import { differencesOf } from './versions'

const read = (change: object = {}) => readProposal({ ...aDraft('1.1.18'), ...change }, new Set(['1.1.18', '1.1.19'])).content!

test('the same wording differs in nothing', () => expect(differencesOf(read(), read())).toEqual([]))

test('fields by their path, rows by their place, what is only worked out not at all', () => {
  const { costs } = aDraft('1.1.18')
  const differences = differencesOf(read(), read({ tasks: ['1.1.18', '1.1.19'], title: 'Nowy', costs: [costs[0], { ...costs[1], quantity: '199', unitCost: '2,50' }, { kind: 'Inne', unit: 'sztuka', unitCost: '2,50', quantity: '1' }] }))
  expect(differences).toEqual([
    { path: 'tasks', before: '1.1.18', after: '1.1.18, 1.1.19' },
    { path: 'title', before: 'Szkoła sąsiedzkich koordynatorów', after: 'Nowy' },
    { path: 'costs.1.quantityThousandths', before: 200_000, after: 199_000 },
    { path: 'costs.2.kind', before: null, after: 'Inne' },
    { path: 'costs.2.unit', before: null, after: 'sztuka' },
    { path: 'costs.2.unitCostGrosze', before: null, after: 250 },
    { path: 'costs.2.quantityThousandths', before: null, after: 1000 },
  ])
})
