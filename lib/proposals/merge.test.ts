import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { go, stepOf, wholeDraft, type ProposalDraft } from './draft'
import { before, flat, merge, sentBy, textAt, type Sent } from './merge'
import { saveStepInput } from './rules'
import { aDraft } from './testing'

const start = wholeDraft(aDraft('1.1.18', 'openCall'))
const base = flat(start)
const costs = (draft: ProposalDraft, change: Record<string, Record<string, string> | null> = {}): Sent => {
  const sent = structuredClone(sentBy('costs', draft)) as { costs: Record<string, Record<string, string>> }
  for (const [id, row] of Object.entries(change)) {
    if (row) sent.costs[id] = { ...sent.costs[id], ...row }
    else delete sent.costs[id]
  }
  return sent
}
/** Two forms opened on the same draft, saved one after the other. */
const twice = (step: 'idea' | 'costs' | 'actions', first: Sent, second: Sent) => {
  const one = merge(start, base, first, step)
  return { one, two: merge(one.draft, before(one.draft, one.edits), second, step) }
}
const idea = (change: Sent): Sent => ({ ...sentBy('idea', start), ...change })

describe('two who write at once', () => {
  test('in different fields both keep theirs', () => {
    const { two } = twice('idea', idea({ title: 'Pierwszy' }), idea({ need: 'Druga' }))
    expect(two).toMatchObject({ draft: { title: 'Pierwszy', need: 'Druga' }, conflicts: [] })
  })
  test('in one field: the first one’s stays, and the second one’s waits', () => {
    const { two } = twice('idea', idea({ title: 'Pierwszy' }), idea({ title: 'Drugi', need: 'Druga' }))
    expect(two).toMatchObject({ draft: { title: 'Pierwszy', need: 'Druga' }, conflicts: [{ path: 'title', mine: 'Drugi', theirs: 'Pierwszy' }] })
  })
  test('the same is no conflict', () => {
    expect(twice('idea', idea({ title: 'Nasz' }), idea({ title: 'Nasz' })).two).toMatchObject({ edits: [], conflicts: [] })
  })
  test('rows that both add are both there', () => {
    const { two } = twice('costs', costs(start, { ra: { kind: 'A' } }), costs(start, { rb: { kind: 'B' } }))
    expect(two.draft.costs.map(({ kind }) => kind)).toEqual(['Prowadzenie', 'Druk', 'A', 'B'])
  })
  test('cells of one row are two fields', () => {
    const { two } = twice('costs', costs(start, { r0: { quantity: '50' } }), costs(start, { r0: { unitCost: '160' } }))
    expect(two).toMatchObject({ conflicts: [], draft: { costs: [{ quantity: '50', unitCost: '160' }, {}] } })
  })
  test('a row that one takes away goes, unless the other wrote in it', () => {
    expect(twice('costs', costs(start, { r1: null }), costs(start)).two.draft.costs.map(({ id }) => id)).toEqual(['r0'])
    expect(twice('costs', costs(start, { r1: null }), costs(start, { r1: { quantity: '300' } })).two.draft.costs).toMatchObject([{ id: 'r0' }, { id: 'r1', kind: 'Druk', quantity: '300' }])
    expect(twice('costs', costs(start, { r1: { quantity: '300' } }), costs(start, { r1: null })).two.draft.costs).toMatchObject([{ id: 'r0' }, { id: 'r1', quantity: '300' }])
  })
  test('ticks of both count', () => {
    const { two } = twice('idea', idea({ tasks: ['1.1.18', '1.1.1'] }), idea({ tasks: ['1.1.2'] }))
    expect(two.draft.tasks).toEqual(['1.1.1', '1.1.2'])
  })
  test('a date field’s own way of saying a day is no change', () => {
    const draft = wholeDraft(aDraft('1.1.18'))
    const sent = sentBy('actions', draft) as Record<string, unknown>
    expect(merge(draft, flat(draft), { ...sent, to: '2027-11-30' }, 'actions').edits).toEqual([])
  })
  test('what a form does not have is left alone', () => {
    expect(merge(start, base, { title: 'Tylko tytuł' }, 'idea').draft).toEqual({ ...start, title: 'Tylko tytuł' })
  })
})

test('whatever two people do, nothing that somebody wrote is lost', () => {
  const text = fc.constantFrom('', 'A', 'B', 'C')
  const change = fc.record({ r0: fc.option(fc.record({ kind: text, quantity: text })), r1: fc.option(fc.record({ kind: text })), ra: fc.option(fc.record({ kind: text, unit: text })), rb: fc.option(fc.record({ kind: text })) }, { requiredKeys: [] })
  const form = (mine: Record<string, Record<string, string> | null | undefined>) => costs(start, Object.fromEntries(Object.entries(mine).filter(([id, row]) => row !== undefined && (row !== null || id.length === 2))) as Record<string, Record<string, string> | null>)
  fc.assert(fc.property(change, change, (first, second) => {
    const { one, two } = twice('costs', form(first), form(second))
    for (const mine of [first, second]) {
      for (const [id, row] of Object.entries(mine)) {
        for (const [field, typed] of Object.entries(row ?? {})) {
          const path = `costs.${id}.${field}`
          if (typed === (base.texts.get(path) ?? '')) continue // Not changed by them.

          const kept = textAt(two.draft, path) === typed || two.conflicts.some((conflict) => conflict.path === path && [conflict.mine, conflict.theirs].includes(typed))

          expect(kept, `${path} = ${typed}`).toBe(true)
        }
      }
    }
    // And how it was can always be told.
    expect(before(two.draft, [...one.edits, ...two.edits]).texts).toEqual(base.texts)
  }), { numRuns: 500 })
})

describe('steps of the form', () => {
  const id = '00000000-0000-7000-8000-000000000001'
  test('each field has its step', () => {
    expect(['title', 'from', 'actions.r0.from', 'results', 'costs.r3.kind', 'sources.grant', 'split.own', 'narrative.change', 'residents', 'paid', 'applicants.r1.slug'].map(stepOf)).toEqual(['idea', 'actions', 'actions', 'results', 'costs', 'costs', 'costs', 'results', 'residents', 'closing', 'applicants'])
  })
  test('anything may be typed, but nothing foreign sent', () => {
    expect(saveStepInput.parse({ id, step: 'costs', revision: '3', costs: { r0: { kind: 'Druk\u0000', unitCost: 'dużo' } } })).toMatchObject({ revision: 3, go: 'next', costs: { r0: { kind: 'Druk', unitCost: 'dużo' } }, sources: {} })
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, place) => [`r${place}`, {}]))
    for (const wrong of [{ title: 'x' }, { costs: 'x' }, { costs: { r0: { kind: 'x', state: 'published' } } }, { costs: { 'R 0': {} } }, { costs: many }, { go: 'publish' }, { go: 'remove:costs' }, { revision: 'x' }, { step: 'check' }, { split: { r0: 1 } }]) {
      expect(saveStepInput.safeParse({ id, step: 'costs', revision: 0, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
    }
    expect(go.safeParse('remove:costs:r0').success).toBe(true)
  })
})
