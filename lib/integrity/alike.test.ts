import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsAlike, wordsOf } from './alike'
import { thresholds } from './rules'

const text = 'Popieram budowę ścieżki rowerowej wzdłuż Wisły, bo dzieci jeżdżą tamtędy do szkoły.'
const other = 'Zamiast parkingu na rynku posadźmy lipy i postawmy ławki dla starszych mieszkańców osiedla.'
const groups = (...texts: string[]) => groupsAlike(texts, thresholds.text)

test('A48: the same text is found in whatever case, without diacritics, with other signs and with a word changed', () => {
  expect(groups(text, other, text.toUpperCase(), 'Popieram budowe sciezki rowerowej wzdluz Wisly - bo dzieci jezdza tamtedy do szkoly!!!', text.replace('dzieci', 'uczniowie'))).toEqual([[0, 2, 3, 4]])
})

test('A48: what many people say by themselves is no group', () => {
  expect(groups('Popieram!', 'Popieram', 'popieram.', 'Dobry pomysł, jestem za', 'Dobry pomysł, jestem za!')).toEqual([])
  expect(groups(text, 'Popieram ścieżkę, bo po Wiśle pływają kajaki, a nad Wisłą nie ma gdzie jeździć rowerem.')).toEqual([])
})

test('the quick way finds what comparing each with each finds', () => {
  const word = fc.constantFrom(...'abcdefghijkl')
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')), { maxLength: 12 }), fc.constantFrom(0.3, 0.5, 0.8, 1), (texts, alike) => {
      const sets = texts.map(wordsOf)
      const isAlike = (a: Set<string>, b: Set<string>) => [...a].filter((each) => b.has(each)).length >= alike * new Set([...a, ...b]).size
      const groupOf = texts.map((_, place) => place)
      for (const [a, first] of sets.entries()) for (const [b, second] of sets.entries()) if (a < b && first.size && second.size && isAlike(first, second)) {
        const [from, to] = [groupOf[b]!, groupOf[a]!]
        for (const [place, group] of groupOf.entries()) if (group === from) groupOf[place] = to
      }
      const slow = [...new Set(groupOf)].map((group) => [...groupOf.keys()].filter((place) => groupOf[place] === group)).filter(({ length }) => length > 1)
      const sorted = (groups: number[][]) => groups.map((group) => group.join()).sort()
      expect(sorted(groupsAlike(texts, { alike, words: 1 }))).toEqual(sorted(slow))
    }),
    { numRuns: 300 },
  )
})

test('ten thousand comments are looked through in less than two seconds', () => {
  const many = Array.from({ length: 10_000 }, (_, n) => (n % 100 ? `Komentarz ${n} o zadaniu ${n % 26} mówi ${(n * 7919) % 10_007} i ${(n * 104_729) % 9973} oraz ławki parki drogi ${n % 13}` : text))
  const began = performance.now()
  expect(groupsAlike(many, thresholds.text).find((group) => group.includes(0))).toHaveLength(100)
  expect(performance.now() - began).toBeLessThan(2000)
})
