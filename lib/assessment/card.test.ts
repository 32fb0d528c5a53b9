import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCriteria } from './adopting'
import { areApart, countedOf, mostOf, readCard, resultOf, scoreOf } from './card'

const criteria = [{ id: 'a', most: 5, weight: 4 }, { id: 'b', most: 5, weight: 6 }, { id: 'c', most: 10, weight: 5 }]
const lines = (...points: number[]) => criteria.map(({ id }, place) => ({ criterionId: id, points: points[place]! }))

describe('a card', () => {
  const typed = [{ criterion: 'b', points: ' 5 ', reason: 'Tak.' }, { criterion: 'a', points: '0', reason: 'Nie.' }, { criterion: 'c', points: '10', reason: 'Bardzo.' }]
  test('is read in the order of its criteria', () => {
    expect(readCard(typed, criteria)).toEqual({ lines: [{ criterionId: 'a', points: 0, reason: 'Nie.' }, { criterionId: 'b', points: 5, reason: 'Tak.' }, { criterionId: 'c', points: 10, reason: 'Bardzo.' }], problems: null })
  })

  test.each(['6', '-1', '1,5', '1e0', 'pięć', '0x1', '٣', '99999'])('does not take %s for points up to 5', (points) => {
    const { problems } = readCard([{ criterion: 'a', points, reason: 'Tak.' }, ...typed.filter(({ criterion }) => criterion !== 'a')], criteria)
    expect(problems).toEqual({ 'lines.0.points': [{ key: 'assessment.problem.points', values: { place: 1, most: 5 } }] })
  })

  test('wants points and a reason for each criterion, and says which are missing', () => {
    const { problems } = readCard([{ criterion: 'a', points: '', reason: ' \u200b\n' }, { criterion: 'b', points: '3', reason: 'ż'.repeat(2001) }, { criterion: 'x', points: '1', reason: 'Obce.' }], criteria)
    expect(Object.entries(problems!).map(([field, [reason]]) => [field, reason!.key])).toEqual([
      ['lines.0.points', 'assessment.problem.noPoints'],
      ['lines.0.reason', 'assessment.problem.noReason'],
      ['lines.1.reason', 'assessment.problem.longReason'],
      ['lines.2.points', 'assessment.problem.noPoints'],
      ['lines.2.reason', 'assessment.problem.noReason'],
    ])
  })
})

describe('the result', () => {
  test('counts each criterion as often as it weighs', () => {
    expect(mostOf(criteria)).toBe(5 * 4 + 5 * 6 + 10 * 5)
    expect(scoreOf(lines(1, 2, 3), criteria)).toBe(4 + 12 + 15)
  })

  test.each([[20, false], [21, true]])('two cards %i of 100 apart want a third: %s', (difference, apart) => expect(areApart(40, 40 + difference, 100, 20)).toBe(apart))

  test.each([
    [[70], { wants: 'cards', total: null }],
    [[70, 60], { wants: null, counted: [0, 1], total: 65 }],
    [[70, 31], { wants: 'third', total: null }],
    [[70, 30, 60], { wants: null, counted: [0, 2], total: 65 }],
    [[30, 70, 40], { wants: null, counted: [0, 2], total: 35 }],
    [[70, 30, 50], { wants: null, counted: [0, 1, 2], total: 50 }],
    [[70, 30, 70], { wants: null, counted: [0, 2], total: 70 }],
  ])('of %j', (scores, expected) => {
    const one = [{ id: 'a', most: 100, weight: 1 }]
    expect(resultOf(scores.map((points) => [{ criterionId: 'a', points }]), one, 20)).toMatchObject(expected)
  })

  test('of three lies between the lowest and the highest, whatever their order, and never at the one that stands apart', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)), (scores) => {
        const mean = (places: number[]) => places.reduce((sum, place) => sum + scores[place]!, 0) / places.length
        const counted = countedOf(scores)
        const spread = Math.max(...counted.map((place) => scores[place]!)) - Math.min(...counted.map((place) => scores[place]!))
        const pairs = [[0, 1], [0, 2], [1, 2]].map(([a, b]) => Math.abs(scores[a!]! - scores[b!]!))
        expect(counted.length === 3 ? spread / 2 : spread).toBe(Math.min(...pairs))
        for (const order of [[1, 0, 2], [2, 1, 0], [0, 2, 1]]) {
          const again = countedOf(order.map((place) => scores[place]!)).map((place) => order[place]!)
          expect(mean(again)).toBe(mean(counted))
        }
      }),
    )
  })
})

describe('criteria as typed', () => {
  test('are read line by line', () => {
    expect(readCriteria('Koszty | 5 | 4 | Czy są uzasadnione?\n\n  Jakość|10|1|Jak dobrze?  ')).toEqual({
      criteria: [{ name: 'Koszty', most: 5, weight: 4, hint: 'Czy są uzasadnione?' }, { name: 'Jakość', most: 10, weight: 1, hint: 'Jak dobrze?' }],
      problems: null,
    })
  })
  test.each([['', 'lines'], ['x\n'.repeat(31), 'lines'], ['Koszty | 5 | 4', 'line'], ['Koszty | 0 | 4 | Tak?', 'line'], ['Koszty | 5 | 101 | Tak?', 'line'], ['Koszty | 5 | 4 | Tak? | x', 'line'], ['| 5 | 4 | Tak?', 'line']])('%j is refused', (typed, reason) => {
    expect(readCriteria(typed).problems?.[0]?.key).toBe(`assessment.problem.${reason}`)
  })
})
