import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../db'
import { updateProfile } from './commands/profile'
import { directoryQuestion, type DirectoryQuestion } from './directory'
import { fieldsOfWork, fieldsOfWorkOn } from './fields-of-work'
import { linkTo, profileInput } from './profile'
import { getBySlug } from './queries'
import { findOrganisations } from './queries/directory'
import { getProfile } from './queries/profile'
import { organisations } from './tables'
import { aTeam, someKrs } from './testing'

const id = '018f0000-0000-7000-8000-000000000000'
const profile = (more: Record<string, unknown> = {}) => ({ id, revision: '1', about: 'Rzeka.', contactEmail: 'biuro@example.org', contactPhone: '56 611 87 77', www: 'rzeka.example.org', ...more })
const slugOf = async (id: string) => (await db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, id)))[0]!.slug
const problems = (input: unknown) => {
  const parsed = profileInput.safeParse(input)
  return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]))
}

describe('what may be said', () => {
  test.each([
    [{}, {}],
    [{ www: 'https://rzeka.example.org/o-nas?x=1' }, {}],
    [{ www: 'żółw.pl' }, {}],
    [{ www: '' }, {}],
    [{ www: 'javascript:alert(1)' }, { www: 'organisation.problem.www' }],
    [{ www: 'ftp://rzeka.pl' }, { www: 'organisation.problem.www' }],
    [{ www: 'https://ala:kot@rzeka.pl' }, { www: 'organisation.problem.www' }],
    [{ www: 'rzeka' }, { www: 'organisation.problem.www' }],
    [{ fieldsOfWork: '5a' }, {}],
    [{ fieldsOfWork: ['', '1', '32a'] }, {}],
    [{ fieldsOfWork: ['40'] }, { fieldsOfWork: 'problem.choose' }],
    [{ publicContacts: ['', 'pesel'] }, { publicContacts: 'problem.choose' }],
    [{ district: 'atlantyda' }, { district: 'problem.choose' }],
    [{ seeks: 'x'.repeat(601) }, { seeks: 'problem.tooLong' }],
    [{ contactEmail: 'biuro' }, { contactEmail: 'problem.email' }],
    [{ name: 'Inna' }, { '': 'Unrecognized key: "name"' }],
  ])('%j', (more, expected) => expect(problems(profile(more))).toEqual(expected))
  test('a link leads to the web and nowhere else', () => {
    expect(linkTo('rzeka.pl')).toBe('https://rzeka.pl')
    expect(linkTo('HTTP://rzeka.pl')).toBe('HTTP://rzeka.pl')
  })
  test('the fields of work are the points of the act, each once and from its own day on', () => {
    expect(fieldsOfWork).toHaveLength(39)
    expect(new Set(fieldsOfWork.map(({ code }) => code)).size).toBe(39)
    expect(fieldsOfWorkOn('2011-12-31').map(({ code }) => code)).not.toContain('1a')
    expect(fieldsOfWorkOn('2012-01-01').map(({ code }) => code)).toContain('1a')
  })
})

describe('a profile', () => {
  test('shows of its contact what it says, and nothing else', async () => {
    const { editor, organisationId } = await aTeam()
    const slug = await slugOf(organisationId)
    for (const [publicContacts, seen] of [[[], {}], [['email'], { publicEmail: 'biuro@example.org' }], [['phone', 'www'], { publicPhone: '56 611 87 77', www: 'rzeka.example.org' }]] as const) {
      const { revision } = (await getProfile(editor, slug))!
      await updateProfile(editor, profile({ id: organisationId, revision, publicContacts: [...publicContacts] }))
      expect(await getBySlug(null, slug)).toMatchObject({ publicEmail: null, publicPhone: null, www: null, ...seen })
    }
  })

  test('is not overwritten unseen', async () => {
    const { owner, editor, organisationId } = await aTeam()
    await updateProfile(editor, profile({ id: organisationId, about: 'Pierwsza.' }))
    await expect(updateProfile(owner, profile({ id: organisationId, about: 'Druga.' }))).rejects.toMatchObject({ kind: 'conflict', objection: { key: 'organisation.objection.profileChanged' } })
    expect((await getProfile(owner, await slugOf(organisationId)))!.about).toBe('Pierwsza.')
    await updateProfile(owner, profile({ id: organisationId, about: 'Druga.', anyway: '1' }))
    expect((await getProfile(owner, await slugOf(organisationId)))!.about).toBe('Druga.')
  })
})

describe('the directory', () => {
  const nothing: DirectoryQuestion = { words: [], field: null, district: null, need: null }
  test('is narrowed down by each condition and all together', async () => {
    const mark = `znak${someKrs()}`
    const made = async (more: Record<string, unknown>) => {
      const { owner, organisationId, name } = await aTeam()
      await updateProfile(owner, profile({ id: organisationId, about: `Uczymy sąsiadów. ${mark}`, ...more }))
      return name
    }
    const rubinkowo = await made({ fieldsOfWork: ['14', '15'], district: 'rubinkowo', seeks: 'Szukamy wolontariuszy.' })
    const everywhere = await made({ fieldsOfWork: '15', district: 'city', offers: 'Świetlica na spotkania.' })
    const found = async (question: Partial<DirectoryQuestion>) => (await findOrganisations(null, { ...nothing, ...question, words: [mark, ...(question.words ?? [])] })).found.map(({ name }) => name).toSorted()
    expect(await found({})).toEqual([rubinkowo, everywhere].toSorted())
    expect(await found({ field: '14' })).toEqual([rubinkowo])
    expect(await found({ district: 'rubinkowo' })).toEqual([rubinkowo, everywhere].toSorted())
    expect(await found({ district: 'wrzosy' })).toEqual([everywhere])
    expect(await found({ need: 'seeks' })).toEqual([rubinkowo])
    expect(await found({ need: 'offers' })).toEqual([everywhere])
    expect(await found({ words: ['swietlicy'] })).toEqual([everywhere])
    expect(await found({ words: ['wolontariusze'] })).toEqual([rubinkowo])
    expect(await found({ field: '14', need: 'offers' })).toEqual([])
  })
  test.each([
    [{}, { ...nothing, typed: '' }],
    [{ q: ' klub  seniora ', dziedzina: '5a', okreg: 'wrzosy', potrzeba: 'szuka' }, { typed: 'klub seniora', words: ['klub', 'seniora'], field: '5a', district: 'wrzosy', need: 'seeks' }],
    [{ q: ['a', 'b'], dziedzina: '99', okreg: 'city', potrzeba: 'toString' }, { ...nothing, typed: 'a', words: ['a'] }],
    [{ q: '% _ \' "; --' }, { ...nothing, typed: '% _ \' "; --' }],
  ])('a question is read from an address: %j', (sent, question) => expect(directoryQuestion(sent)).toEqual(question))
})
