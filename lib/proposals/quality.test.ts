import { describe, expect, test } from 'vitest'
import { blankDraft, wholeDraft } from './draft'
import { modes } from './modes'
import { completenessOf } from './quality'
import { definitionsFor, resultLibrary } from './result-library'
import { aDraft } from './testing'

const gapsOf = (result: Record<string, string>, mode: (typeof modes)[number]) =>
  completenessOf(wholeDraft({ ...aDraft('1.1.18', mode), results: [{ id: 'x', name: 'Osoby', target: '5', unit: 'osób', measuring: 'Lista', source: 'Lista', ...result }, { id: 'y', name: 'Grupy', target: '2', unit: 'grup', measuring: 'Lista', source: 'Lista' }] }))
    .steps.find(({ step }) => step === 'results')!
    .gaps.map(({ path, level, reasons }) => [path, level, reasons[0]!.key])

describe('what is said of a result', () => {
  test.each([
    [{}, 'openCall', []],
    [{ target: '' }, 'openCall', [['results.x.target', 'required', 'offer.quality.noNumber']]],
    [{ source: '' }, 'openCall', [['results.x.source', 'required', 'offer.quality.noSource']]],
    [{ source: '' }, 'idea', [['results.x.source', 'advice', 'offer.quality.noSource']]],
    [{ measuring: '' }, 'smallGrant', [['results.x.measuring', 'required', 'offer.quality.noMeasuring']]],
    [{ name: 'Wzrost świadomości' }, 'idea', [['results.x.name', 'advice', 'offer.quality.uncountable']]],
    [{ name: 'Osoby z lepszą oceną' }, 'idea', []],
  ] as const)('%j as %s', (result, mode, expected) => expect(gapsOf(result, mode)).toEqual(expected))
})

test.each(modes)('a whole %s is complete, and an empty one is not', (mode) => {
  const whole = completenessOf(aDraft('1.1.18', mode))
  expect(whole.filled).toBe(whole.asked)
  expect(whole.steps.flatMap(({ gaps }) => gaps).filter(({ level }) => level === 'required')).toEqual([])
  const empty = completenessOf({ ...blankDraft(), mode })
  expect(empty.filled).toBe(0)
})

describe('the library', () => {
  test('serves each of the 26 tasks of goal 1.1, in both languages, with every part said', () => {
    expect(new Set(resultLibrary.flatMap(({ tasks }) => tasks)).size).toBe(26)
    expect(new Set(resultLibrary.map(({ code }) => code)).size).toBe(resultLibrary.length)
    for (const { pl, en } of resultLibrary) for (const words of [pl, en]) expect(Object.values(words).every((text) => text.length > 2 || text === '%')).toBe(true)
  })
  test('follows the standards itself', () => {
    for (const { pl } of resultLibrary) {
      const said = completenessOf(wholeDraft({ ...aDraft('1.1.18'), results: [{ id: 'x', name: pl.name, target: '5', unit: pl.unit, measuring: pl.measuring, source: pl.evidence }] }))
      expect(said.steps.flatMap(({ gaps }) => gaps), pl.name).toEqual([])
      expect(/\d/.test(pl.good) && !/\d/.test(pl.bad), pl.good).toBe(true)
    }
  })
  test('shows first what fits the tasks', () => {
    const { fitting, others } = definitionsFor(['1.1.23'])
    expect(fitting.map(({ code }) => code)).toEqual(['care-under-three'])
    expect(fitting.length + others.length).toBe(resultLibrary.length)
  })
})
