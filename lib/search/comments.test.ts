import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../db'
import { listBranches } from '../discussion/queries/branches'
import { hideComment, openThread } from '../discussion/steps'
import { comments } from '../discussion/tables'
import { aPerson } from '../testing'
import { matchingWords, searchComments, similarComments } from './comments'
import { questionOf } from './rules'
import { snippet } from './snippet'

/** A word that nobody else uses, so that other tests’ comments are not found. */
const own = () => `q${[...crypto.randomUUID().replace(/[^a-f]/g, '')].slice(0, 6).join('')}${Date.now().toString(36).replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)}`

async function said(...bodies: string[]) {
  const [person, threadId] = [await aPerson(), await db.transaction(openThread)]
  const rows = await db.insert(comments).values(bodies.map((body) => ({ threadId, authorId: person.id, body }))).returning({ id: comments.id })
  return { threadId, ids: rows.map(({ id }) => id) }
}
const found = async (typed: string) => (await searchComments(null, questionOf(typed).words)).found.map(({ id }) => id)

test('finds comments whatever the ending, the diacritics or one wrong letter', async () => {
  const word = own()
  const { ids } = await said(`${word}: ogrody sąsiedzkie przy każdej szkole`, `${word}: wolontariusze w hospicjum`, `${word}: ławki i światło`)
  expect(await found(`${word} ogród`)).toEqual([ids[0]])
  expect(await found(`${word} OGRODY SZKOŁA`)).toEqual([ids[0]])
  expect(await found(`${word} wolontariat`)).toEqual([ids[1]])
  expect(await found(`${word} wolontairusze`)).toEqual([ids[1]])
  expect(await found(`${word} lawki swiatlo`)).toEqual([ids[2]])
  expect(await found(`${word} lodowisko`)).toEqual(ids.toSorted((a, b) => (a < b ? 1 : -1)))
})

test('A64: what is hidden, held or taken back is never found', async () => {
  const word = own()
  const { ids: [hidden, held, withdrawn, shown], threadId } = await said(`${word} a`, `${word} b`, `${word} c`, `${word} d`)
  await db.transaction((tx) => hideComment(tx, hidden!, 'spam'))
  await db.update(comments).set({ heldAt: new Date(), heldFor: 'words' }).where(eq(comments.id, held!))
  await db.update(comments).set({ withdrawnAt: new Date() }).where(eq(comments.id, withdrawn!))
  expect(await found(word)).toEqual([shown])
  expect((await similarComments(null, threadId, `${word} aaaa bbbb`)).length).toBe(0)
})

test('an exact word comes before one that only resembles it', async () => {
  const word = own()
  const { ids } = await said(`${word} przystanek`, `${word} przystanki i przystankowe sprawy`)
  expect((await found(`${word} przystanek`))[0]).toBe(ids[0])
})

test('words can be looked for within a thread', async () => {
  const word = own()
  const { threadId, ids } = await said(`${word} rower`, `${word} autobus`)
  const matching = await matchingWords(null, `${word} rowery`)
  const page = await listBranches(null, threadId, { order: 'newest', words: 'x' }, {}, matching!)
  expect(page.branches.map(({ id }) => id)).toEqual([ids[0]])
  expect(await matchingWords(null, 'xylofonistycznie')).toBeNull()
})

test('says that somebody has written much the same, and does not cry wolf', async () => {
  const { threadId, ids } = await said(
    'Boisko przy naszej szkole jest zamknięte od 15:00. Wystarczy klucz i jedna osoba na dyżurze.',
    'Ławki. Serio. Między Bema a Kościuszki nie ma gdzie usiąść.',
    'Przedszkole do 16:30 oznacza, że jedno z nas pracuje na pół etatu. Dyżur do 18:00 w jednej placówce wystarczy.',
  )
  const alike = async (text: string) => (await similarComments(null, threadId, text)).map(({ id }) => id)
  expect(await alike('Boiska przy szkołach są zamknięte po 15, a wystarczyłby klucz')).toEqual([ids[0]])
  expect(await alike('Nie ma gdzie usiąść między Bema i Kościuszki, brakuje ławek')).toEqual([ids[1]])
  expect(await alike('Proszę o więcej koncertów w parku na Bydgoskim i dłużej otwartą bibliotekę')).toEqual([])
  expect(await alike('Jedna osoba')).toEqual([])
})

test('A11, A14: a snippet is text, whatever was written', () => {
  const parts = snippet(`${'Długi wstęp o niczym. '.repeat(20)}<img src=x onerror=alert(1)> Ogród & „łąka” ${'i dalej. '.repeat(50)}`, new Set(['ogrod']))
  expect(parts.filter(({ hit }) => hit)).toEqual([{ text: 'Ogród', hit: true }])
  expect(parts[0]!.text).toMatch(/^… /)
  const all = parts.map(({ text }) => text).join('')
  expect(all).toContain('<img src=x onerror=alert(1)>')
  expect(all.length).toBeLessThan(400)
})

test('A14: anything can be typed', async () => {
  const { threadId } = await said('zwykły komentarz')
  const naughty = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom("' | ! & (", "a':* | 'b", '%_%', ':*', '\\', "'; drop table comments; --", 'a\u0000b', '🙂🙂🙂 🙂🙂🙂', '((((', 'x'.repeat(5000)))
  await fc.assert(
    fc.asyncProperty(naughty, async (typed) => {
      const { words } = questionOf(typed)
      await searchComments(null, words)
      await matchingWords(null, typed)
      await similarComments(null, threadId, `${typed} ${typed} długie słowa jakieś`)
    }),
    { numRuns: 150 },
  )
})
