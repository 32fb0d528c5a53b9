import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestOf, placesOf, shownOf, type Mask } from './masking'

const text = 'Pani Halina z Lipowej 5 ma rację, Halina zawsze.'
const mask = (passage: string, masks: Mask[] = [], instead = '[x]'): Mask => ({ places: placesOf(passage, text, masks), instead })

describe('what is shown', () => {
  test('is the text without the places, each replaced', () => expect(shownOf(text, [mask('Halina')])).toBe('Pani [x] z Lipowej 5 ma rację, [x] zawsze.'))
  test('of two masks the wider is seen; without it, the narrower', () => {
    const narrow = mask('Halina')
    const wide = mask('[x] z Lipowej 5', [narrow], '[y]')
    expect(shownOf(text, [narrow, wide])).toBe('Pani [y] ma rację, [x] zawsze.')
    expect(shownOf(text, [wide])).toBe('Pani [y] ma rację, Halina zawsze.')
    expect(shownOf(text, [narrow])).toBe('Pani [x] z Lipowej 5 ma rację, [x] zawsze.')
  })
  test('a passage that ends within what stands for something covers all of that', () => {
    const narrow = mask('Halina')
    expect(shownOf(text, [narrow, mask('Pani [', [narrow], '[y]')])).toBe('[y] z Lipowej 5 ma rację, [x] zawsze.')
  })
  test('what stands for something is no passage', () => expect(placesOf('x', text, [mask('Halina')])).toEqual([]))
  test('two passages that reach into the same are one place', () => {
    const masks: Mask[] = [{ places: [[0, 1], [2, 3], [4, 5]], instead: '[x]' }]
    expect(placesOf('] [', 'a b c', masks)).toEqual([[0, 5]])
  })
})

test('any order of taking out and undoing ends at the original without what is still out, and never grows beyond what was foretold', () => {
  const step = fc.oneof(fc.record({ takes: fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })) }), fc.record({ undoes: fc.nat(8) }))
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '[', 'x', ']'), minLength: 1, maxLength: 40 }), fc.array(step, { maxLength: 14 }), (original, steps) => {
      const taken: (Mask & { letter: string; undone: boolean })[] = []
      const inForce = () => taken.filter(({ undone }) => !undone)
      for (const each of steps) {
        const before = shownOf(original, inForce())
        if ('undoes' in each) {
          if (taken[each.undoes]) taken[each.undoes]!.undone = true
        } else {
          const passage = before.slice(each.takes[0] % before.length, (each.takes[0] % before.length) + each.takes[1])
          const places = placesOf(passage, original, inForce())
          if (places.length) taken.push({ places, letter: passage, instead: ['[x]', '[y]', '[ab]'][taken.length % 3]!, undone: false })
        }
        const shown = shownOf(original, inForce())
        // Worked out anew, letter by letter: what no mask in force covers is there, in its order, and nothing else but what stands for the rest.
        const covered = [...original].map((_, place) => inForce().some(({ places }) => places.some(([from, to]) => from <= place && place < to)))
        const rest = shown.split(/\[x\]|\[y\]|\[ab\]/).join('')
        const left = [...original].filter((_, place) => !covered[place]).join('')
        expect(rest.replace(/[[\]xyab]/g, '')).toBe(left.replace(/[[\]xyab]/g, ''))
        if (!inForce().length) expect(shown).toBe(original)
        expect(shown.length).toBeLessThanOrEqual(longestOf(original, taken))
      }
    }),
    { numRuns: 500 },
  )
})
