import { expect, test } from 'vitest'
import { languages } from './language'
import { messages, translator, type MessageKey } from './messages'

const keysOf = (tree: object, path = ''): string[] =>
  Object.entries(tree).flatMap(([name, branch]) => (typeof branch === 'string' ? [path + name] : keysOf(branch as object, `${path}${name}.`)))

test('every language says everything', () => {
  for (const language of languages) expect(keysOf(messages[language]).sort()).toEqual(keysOf(messages.pl).sort())
})

// Whatever a message asks for; a message that cannot be read throws.
const anything = new Proxy({}, { get: () => 3, has: () => true, ownKeys: () => [] })

test.each(languages)('every message of %s can be said', (language) => {
  const t = translator(language)
  const unsaid = keysOf(messages[language]).filter((key) => {
    const placeholders = Object.fromEntries([...message(language, key).matchAll(/\{(\w+)/g)].map(([, name]) => [name!, 3]))
    return !t(key as MessageKey, { ...anything, ...placeholders })
  })
  expect(unsaid).toEqual([])
})

const message = (language: 'pl' | 'en', key: string) => key.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown>)[part], messages[language]) as string

test.each([
  [0, 'brak komentarzy'], [1, '1 komentarz'], [2, '2 komentarze'], [4, '4 komentarze'], [5, '5 komentarzy'], [11, '11 komentarzy'], [12, '12 komentarzy'],
  [21, '21 komentarzy'], [22, '22 komentarze'], [25, '25 komentarzy'], [100, '100 komentarzy'], [101, '101 komentarzy'], [102, '102 komentarze'], [112, '112 komentarzy'],
])('Polish counts %i in its own form', (count, said) => {
  expect(translator('pl')('task.comments', { count })).toBe(said)
})

test('one-letter words are bound to the next', () => {
  expect(translator('pl')('site.opinion')).toContain('Głosy i\u00a0komentarze')
})
