import { readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db'
import { openThread } from '../discussion/steps'
import { organisations } from '../organisations/tables'
import type { ProposalContent } from '../proposals/content'
import { closePartnerCall } from '../partnership/commands'
import { aPartnerCall } from '../partnership/testing'
import { proposals } from '../proposals/tables'
import { areas, operationalGoals, strategicGoals, tasks, translatedTitles } from '../strategy/tables'
import { aPerson } from '../testing'
import { aCall, letItBegin } from '../volunteering/testing'
import { askQuestion } from '../voting/steps'
import { search } from './queries'
import { longestQuestion, oneLetterOff, questionOf } from './rules'

// The real titles under a number of our own, 1.1.19 as 740.1.19, since other tests have strategies too.
const first = 700 + Math.floor(Math.random() * 290)
const own = (code: string) => code.replace(/^1(?=\.)/, String(first))

beforeAll(async () => {
  const titles = JSON.parse(readFileSync('lib/strategy/torun/titles.json', 'utf8')) as { code: string; title: string }[]
  const { titles: english } = JSON.parse(readFileSync('lib/strategy/torun/torun-tabela-2.en.json', 'utf8')) as { titles: Record<string, string> }
  await db.transaction(async (tx) => {
    const place = { title: 'Rozwój', position: first }
    const [area] = await tx.insert(areas).values({ name: `Obszar ${first}`, position: first }).returning()
    const [strategic] = await tx.insert(strategicGoals).values({ ...place, code: own('1.'), areaId: area!.id }).returning()
    const [goal] = await tx.insert(operationalGoals).values({ ...place, code: own('1.1'), strategicGoalId: strategic!.id }).returning()
    for (const [position, { code, title }] of titles.entries()) {
      await tx.insert(tasks).values({ code: own(code), title, position, operationalGoalId: goal!.id, threadId: await openThread(tx), questionId: await askQuestion(tx, 'opinion') })
      await tx.insert(translatedTitles).values({ language: 'en', code: own(code), title: english[code]! })
    }
  })
})

const tasksFor = async (typed: string, language: 'pl' | 'en' = 'pl') =>
  (await search(null, language, questionOf(typed))).found.filter(({ kind, id }) => kind === 'task' && id.startsWith(`${first}.`)).map(({ id }) => id.replace(/^\d+/, '1'))

describe('what people type finds what they mean', () => {
  test.each<[typed: string, first: string, also: string[]]>([
    ['wolontariusze', '1.1.14', ['1.1.18']],
    ['wolontariat', '1.1.18', []],
    ['wolont', '1.1.18', ['1.1.14']],
    ['edukacja pozaformalna', '1.1.3', ['1.1.1']],
    ['EDUKACJĘ  pozaformalną!', '1.1.3', ['1.1.1']],
    ['wspolpraca ngo', '1.1.15', []],
    ['współpraca NGO', '1.1.15', []],
    ['organizacje pozarządowe', '1.1.12', ['1.1.14', '1.1.16']],
    ['straż miejska', '1.1.10', []],
    ['seniorzy', '1.1.24', []],
    ['biblioteka', '1.1.21', []],
    ['szkoła wyższa', '1.1.9', []],
    ['internet', '1.1.11', []],
    ['opieka nad dziećmi', '1.1.23', ['1.1.22']],
    ['volunteers', '1.1.14', ['1.1.18']],
    ['non-formal education', '1.1.3', ['1.1.1']],
    ['więcej miejsc w żłobkach dla dzieci do lat 3', '1.1.23', ['1.1.22']],
  ])('%s', async (typed, best, also) => {
    const found = await tasksFor(typed)
    expect(found[0]).toBe(best)
    expect(found).toEqual(expect.arrayContaining(also))
  })
})

test.each([
  ['edukcja', '1.1.3'], ['edukacjja', '1.1.3'], ['wolontarjusz', '1.1.14'], ['wpsółpraca', '1.1.8'], ['bibloteka', '1.1.21'],
  ['dzeici', '1.1.23'], ['kultrua', '1.1.8'], ['seniozy', '1.1.24'], ['mlodzierz', '1.1.5'], ['rodizna', '1.1.22'], ['partycypcja', '1.1.19'],
])('one wrong letter is forgiven: %s', async (typed, meant) => {
  expect(await tasksFor(typed)).toContain(meant)
})

test.each(['przedszkole', 'parking', 'tramwaj', 'smog', 'pies', 'zdrowie', 'szpital', 'zxqw'])('what is not there is not found: %s', async (typed) => {
  expect(await tasksFor(typed)).toEqual([])
})

describe('codes', () => {
  test.each(['1.1.19', 'zadanie 1.1.19', '1.1.19.', '(1.1.19)'])('%s finds the task', async (typed) => {
    expect(await tasksFor(typed.replace('1.1.19', own('1.1.19')))).toEqual(['1.1.19'])
  })
  test('the beginning of a code finds all that begin with it, by number', async () => {
    const found = await tasksFor(own('1.1'))
    expect(found).toHaveLength(26)
    expect(found.slice(8, 11)).toEqual(['1.1.9', '1.1.10', '1.1.11'])
  })
})

test('titles come in the reader’s language', async () => {
  const [polish] = (await search(null, 'pl', questionOf(own('1.1.18')))).found
  const [english] = (await search(null, 'en', questionOf(own('1.1.18')))).found
  expect(polish).toMatchObject({ title: 'Promocja i upowszechnianie idei wolontariatu', lang: 'pl' })
  expect(english).toMatchObject({ title: 'Promoting and popularising the idea of volunteering', lang: 'en' })
})

test.each(['%', '_', '%%%', "' or 1=1 --", 'a:* & ! | (', '\\', '"', '<script>', '\u0000', '\ud800', '{x}', '()[]*+?', '😀', '-'.repeat(500), 'ł'.repeat(5000), `${'a'.repeat(39)}\u{1d400}`, '１．１．１９', 'Привіт'])(
  'A03, A04, A14, A15: nothing that can be typed breaks it: %j',
  async (typed) => {
    await expect(search(null, 'pl', questionOf(typed))).resolves.toBeDefined()
  },
)

test('a question is cut, not refused', () => {
  expect(questionOf('a'.repeat(longestQuestion + 1))).toMatchObject({ cut: true, typed: 'a'.repeat(longestQuestion) })
  expect(questionOf('słowo '.repeat(30)).words).toEqual(['slowo'])
  expect(questionOf(undefined)).toEqual({ typed: '', cut: false, words: [], codes: [] })
  expect(questionOf('o')).toMatchObject({ words: ['o'] })
  expect(questionOf('w strategii i na osiedlu')).toMatchObject({ words: ['strategii', 'osiedlu'] })
})

test('patterns of mistyped words hold letters and one place only', () => {
  expect(oneLetterOff('pies')).toEqual([])
  for (const pattern of oneLetterOff('edukcja')) expect(pattern).toMatch(/^e[a-z]*_?[a-z]*%$/)
  expect(oneLetterOff('edukcja')).toContain('eduk_cj%')
})

describe('only what is public', () => {
  const word = `q${randomUUID().replaceAll('-', '').slice(0, 12)}`

  test('proposals once published, organisations once confirmed', async () => {
    const [person, moderator] = await Promise.all([aPerson(), aPerson({ roles: ['moderator'] })])
    const organisation = (state: object) => ({ slug: randomUUID(), name: `Fundacja ${word}`, legalForm: 'foundation' as const, seat: 'Toruń', about: 'Ogrody', contactEmail: `tajne-${word}@example.org`, registeredById: person.id, ...state })
    const [confirmed] = await db
      .insert(organisations)
      .values([organisation({ confirmedAt: new Date(), confirmedById: moderator.id }), organisation({}), organisation({ refusedAt: new Date(), refusedById: moderator.id, refusalReason: 'Nie ma jej w rejestrze.' })])
      .returning()
    const proposal = { organisationId: confirmed!.id, createdById: person.id, draft: {} as never, content: { title: `Ogród ${word}`, summary: 'Drzewa', need: 'Cień' } as unknown as ProposalContent, totalGrosze: 1, sourcesGrosze: 1 }
    const published = randomUUID()
    await db.transaction(async (tx) => {
      await tx.insert(proposals).values({ ...proposal, state: 'published', slug: published, publishedAt: new Date(), version: 1, threadId: await openThread(tx), questionId: await askQuestion(tx, 'support') })
      await tx.insert(proposals).values((['draft', 'submitted', 'returned', 'rejected'] as const).map((state) => ({ ...proposal, state, completeBy: state === 'returned' ? '2027-01-04' : null })))
    })

    for (const viewer of [null, person, moderator]) {
      const { found } = await search(viewer, 'pl', questionOf(word))
      expect(found.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual([`organisation ${confirmed!.slug}`, `proposal ${published}`])
    }
    expect((await search(null, 'pl', questionOf(`tajne-${word}@example.org`))).whole).toBe(false)
  })
})

test('calls for partners and volunteers are found while they are open', async () => {
  const word = `trzmielowanie${randomUUID().replaceAll(/[\d-]/g, '')}`
  const [partner, volunteers] = [await aPartnerCall({ title: `Partner na ${word}` }), await aCall({ role: `Pomoc: ${word}` })]
  const kindsFound = async () => (await search(null, 'pl', questionOf(word))).found.map(({ kind, id }) => [kind, id])
  expect((await kindsFound()).toSorted()).toEqual([['partnerCall', partner.callId], ['volunteerCall', volunteers.callId]])
  await closePartnerCall(partner.looking.member, { id: partner.callId })
  await letItBegin(volunteers.shiftId)
  expect(await kindsFound()).toEqual([])
})
