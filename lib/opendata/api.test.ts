import { Validator } from '@seriousme/openapi-schema-validator'
import { desc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { db } from '../db'
import { commentRevisions, comments } from '../discussion/tables'
import { openThread } from '../discussion/steps'
import { endpoints } from './endpoints'
import { openApiDocument } from './openapi'
import { contentOf } from '../proposals/content-arbitrary'
import { offerRecord } from '../proposals/exported'
import { channelRecord, commentRecord, organisationRecord, pageOf, problemRecord, proposalRecord, taskRecord } from './records'
import { organisations } from '../organisations/tables'
import type { ProposalContent } from '../proposals/content'
import { opened, pageTexts } from '../pdf-reading'
import { proposals, proposalTasks } from '../proposals/tables'
import { tasks } from '../strategy/tables'
import { aPerson, aTask } from '../testing'
import { ballots } from '../voting/tables'
import { askQuestion } from '../voting/steps'
import { GET as unknown } from '@/app/api/v1/[[...unknown]]/route'
import { GET as openapi } from '@/app/api/v1/openapi.json/route'
import { GET as getChannels } from '@/app/api/v1/channels/route'
import { GET as getOrganisations } from '@/app/api/v1/organisations/route'
import { GET as getOffer } from '@/app/api/v1/proposals/[slug]/route'
import { GET as getProposals } from '@/app/api/v1/proposals/route'
import { GET as getComments } from '@/app/api/v1/tasks/[code]/comments/route'
import { GET as getTask } from '@/app/api/v1/tasks/[code]/route'
import { GET as getTasks } from '@/app/api/v1/tasks/route'

const secret = `kanarek-${randomUUID()}`
const code = `${100 + Math.floor(Math.random() * 400)}.${Math.floor(Math.random() * 999)}.1`
const voices = 103
const slug = randomUUID()
const [sample] = fc.sample(contentOf('openCall'), { numRuns: 1, seed: 11 })

const ask = (path: string, headers: Record<string, string> = {}) => new Request(`http://elsewhere.example${path}`, { headers })
const at = (code: string) => ({ params: Promise.resolve({ code }) })
const commentsAt = async (query = '') => getComments(ask(`/api/v1/tasks/${code}/comments${query}`), at(code))
const read = async <Schema extends z.ZodType>(answer: Promise<Response> | Response, schema: Schema): Promise<z.output<Schema>> => schema.parse(await (await answer).json())

beforeAll(async () => {
  const [person, moderator, task] = await Promise.all([aPerson({ name: 'Ala <b>z</b> Mostowej' }), aPerson({ roles: ['moderator'] }), aTask()])
  await db.update(tasks).set({ code, title: 'Wspieranie  „sąsiedzkich” ogrodów' }).where(eq(tasks.id, task.id))
  await db.insert(ballots).values([{ questionId: task.questionId, personId: person.id, choices: ['for'] }, { questionId: task.questionId, personId: moderator.id, choices: ['abstain'] }])
  for (let voice = 0; voice < voices; voice++) await db.insert(comments).values({ threadId: task.threadId, authorId: person.id, body: voice ? `Głos ${voice}` : '=1+1 ]]> <script>alert(1)</script>\n\n&amp; "koniec"' })
  const unread = [{ hiddenAt: new Date(), hiddenGround: 'abuse' }, { heldAt: new Date(), heldFor: 'words' as const }, { withdrawnAt: new Date() }]
  await db.insert(comments).values(unread.map((state) => ({ threadId: task.threadId, authorId: person.id, body: `nie do czytania ${secret}`, ...state })))
  const [changed] = await db.select({ id: comments.id }).from(comments).where(eq(comments.body, 'Głos 1')).orderBy(desc(comments.id)).limit(1)
  await db.insert(commentRevisions).values({ commentId: changed!.id, revision: 1, body: `przedtem ${secret}`, reactions: 0, replies: 0 })

  const organisation = { name: 'Fundacja Ogrody', legalForm: 'foundation' as const, seat: 'Toruń', about: 'Ogrody', contactEmail: `${secret}@example.org`, contactPhone: secret, registeredById: person.id }
  const [confirmed] = await db.insert(organisations).values({ ...organisation, slug: randomUUID(), confirmedAt: new Date(), confirmedById: moderator.id }).returning()
  await db.insert(organisations).values({ ...organisation, slug: secret, name: secret })
  await db.transaction(async (tx) => {
    const content = { ...sample, title: 'Ogród przy Mostowej', summary: 'Cień dla wszystkich.', secret, actions: sample!.actions.map((action) => ({ ...action, secret })) } as unknown as ProposalContent
    const proposal = { organisationId: confirmed!.id, createdById: person.id, draft: { secret } as never, content, totalGrosze: 125_000, sourcesGrosze: 125_000 }
    const [published] = await tx.insert(proposals).values({ ...proposal, state: 'published', slug, publishedAt: new Date(), version: 1, threadId: await openThread(tx), questionId: await askQuestion(tx, 'support') }).returning()
    await tx.insert(proposalTasks).values({ proposalId: published!.id, taskId: task.id })
    await tx.insert(proposals).values({ ...proposal, state: 'submitted', content: { ...content, title: secret } })
  })
})

describe('real answers are what the schemas say', () => {
  test('tasks', async () => {
    const { items, next } = await read(getTasks(ask('/api/v1/tasks')), pageOf(taskRecord))
    expect(next).toBeNull()
    expect(items.find((task) => task.code === code)).toMatchObject({ title: 'Wspieranie  „sąsiedzkich” ogrodów', titleEnglish: null, withdrawn: null, votes: { for: 1, against: 0, abstain: 1, total: 2 }, comments: voices, url: `http://localhost:3000/zadania/${code}` })
  })

  test('one task', async () => {
    expect((await read(getTask(ask(`/api/v1/tasks/${code}`), at(code)), taskRecord)).code).toBe(code)
  })

  test('comments, oldest first, each once over the pages', async () => {
    const first = await read(commentsAt(), pageOf(commentRecord))
    expect(first.items).toHaveLength(100)
    const second = await read(commentsAt(`?cursor=${first.next}`), pageOf(commentRecord))
    expect(second.next).toBeNull()
    const all = [...first.items, ...second.items]
    expect(new Set(all.map(({ id }) => id)).size).toBe(voices)
    expect(all.slice(1).map(({ body }) => body)).toEqual(Array.from({ length: voices - 1 }, (_, voice) => `Głos ${voice + 1}`))
    expect(all[0]).toMatchObject({ author: 'Ala <b>z</b> Mostowej', organisation: null, parentId: null, official: false, stance: null, state: 'shown', edited: null, supports: 0, disagrees: 0, passes: 0, url: `http://localhost:3000/zadania/${code}/glos/${all[0]!.id}` })
  })

  test('where voices and votes came from, in JSON as in CSV', async () => {
    const { items } = await read(getChannels(ask('/api/v1/channels')), pageOf(channelRecord))
    expect(items.map(({ channel }) => channel)).toEqual(['verified', 'signed-in', 'paper'])
    expect(items[1]!.voices).toBeGreaterThanOrEqual(voices)
    expect(items[1]!.votes).toBeGreaterThanOrEqual(2)
    expect(await (await getChannels(ask('/api/v1/channels?format=csv'))).text()).toMatch(/^channel,voices,votes\r\nverified,\d+,\d+\r\nsigned-in,\d+,\d+\r\npaper,\d+,\d+\r\n$/)
  })

  test('proposals and organisations, by pages of one', async () => {
    const proposed = await read(getProposals(ask('/api/v1/proposals')), pageOf(proposalRecord))
    expect(proposed.items.find(({ tasks }) => tasks.includes(code))).toMatchObject({ title: 'Ogród przy Mostowej', organisation: 'Fundacja Ogrody', mode: 'openCall', from: sample!.from, to: sample!.to, totalGrosze: 125_000, grantGrosze: sample!.sources.grant, feesGrosze: sample!.sources.fees, supports: 0, comments: 0 })
    const seen: string[] = []
    for (let cursor: string | null = '', turns = 0; cursor !== null && turns < 500; turns++) {
      const page: { items: { id: string }[]; next: string | null } = await read(getOrganisations(ask(`/api/v1/organisations?limit=1${cursor && `&cursor=${cursor}`}`)), pageOf(organisationRecord))
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(0)
  })
})

describe('one proposal', () => {
  const offer = (query = '', headers = {}) => getOffer(ask(`/api/v1/proposals/${slug}${query}`, headers), { params: Promise.resolve({ slug }) })

  test('as JSON: all that it says', async () => {
    const { content, ...about } = await read(offer(), offerRecord)
    expect(about).toMatchObject({ slug, url: `http://localhost:3000/propozycje/${slug}`, applicant: { name: 'Fundacja Ogrody', seat: 'Toruń', krs: null } })
    expect(content).toEqual({ ...sample, title: 'Ogród przy Mostowej', summary: 'Cień dla wszystkich.' })
  })

  test.each([['pdf', '%PDF'], ['docx', 'PK']])('as %s: a file to save, the same from any site', async (format, begins) => {
    const answer = await offer(`?format=${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${slug}.${format}"`)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1').startsWith(begins)).toBe(true)
    expect((await offer(`?format=${format}`, { 'if-none-match': answer.headers.get('etag')! })).status).toBe(304)
  })

  test('its labels in the language that was asked for', async () => {
    const text = async (language: string) => (await pageTexts(await opened(new Uint8Array(await (await offer(`?format=pdf&language=${language}`)).arrayBuffer())))).join('')
    expect(await text('pl')).toContain('Daneoferenta')
    expect(await text('en')).toContain('Applicant')
  })

  test('A17: what is no format, language or proposal', async () => {
    for (const query of ['?format=csv', '?format=odt', '?language=de', '?limit=1', '?format=pdf&format=docx']) expect((await offer(query)).status).toBe(400)
    for (const format of ['json', 'pdf', 'docx']) expect((await getOffer(ask(`/?format=${format}`), { params: Promise.resolve({ slug: 'nie-ma' }) })).status).toBe(404)
  })

  test('no contact, nothing personal, nothing that the record does not know', async () => {
    expect(await (await offer()).text()).not.toContain(secret)
    const pages = await pageTexts(await opened(new Uint8Array(await (await offer('?format=pdf')).arrayBuffer())))
    const xml = await (await JSZip.loadAsync(await (await offer('?format=docx')).arrayBuffer())).file('word/document.xml')!.async('string')
    for (const text of [pages.join(''), xml]) {
      expect(text).toContain('Mostowej')
      expect(text).not.toContain(secret)
    }
  })
})

test('the description is a valid OpenAPI document, and names every address that answers', async () => {
  const document = (await (await openapi(ask('/api/v1/openapi.json'))).json()) as { openapi: string; paths: object }
  expect(document).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
  expect(await new Validator().validate(document)).toMatchObject({ valid: true })
  expect(Object.keys(document.paths).sort()).toEqual(Object.values(endpoints).map(({ path }) => path as string).sort())
  expect(JSON.stringify(document)).not.toContain('openData.')
})

test('A13: CSV: its type, its own next page, formulas made harmless', async () => {
  const answer = await commentsAt('?format=csv&limit=1')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(answer.headers.get('link')).toMatch(/^<\?format=csv&limit=1&cursor=[0-9a-f-]{36}>; rel="next"$/)
  const [names, ...rest] = (await answer.text()).split('\r\n')
  expect(names).toBe('id,parentId,postedAt,author,organisation,official,stance,body,state,edited,supports,disagrees,passes,url')
  expect(rest.join()).toContain(`"'=1+1 ]]> <script>`)
})

test('anyone may read it from any site, and cheaply a second time', async () => {
  const answer = await getTasks(ask('/api/v1/tasks'))
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const again = await getTask(ask(`/api/v1/tasks/${code}`), at(code))
  const same = await getTask(ask(`/api/v1/tasks/${code}`, { 'if-none-match': again.headers.get('etag')! }), at(code))
  expect([same.status, await same.text()]).toEqual([304, ''])
})

describe('what cannot be answered', () => {
  test.each(['?limit=1&limit=2', '?format=csv&format=csv', '?cursor=&limit=1&cursor='])('A17: %s says something twice, and is a bad request', async (query) => {
    const answer = await commentsAt(query)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'bad-request' })
  })
  test.each(['?cursor=abc', '?cursor=', '?limit=0', '?limit=101', '?limit=-1', '?limit=1e1', '?limit=1.5', '?format=xml', '?separator=|', '?fromat=csv', "?cursor=' or 1=1"])('A17: %s is a bad request', async (query) => {
    const answer = await commentsAt(query)
    expect(answer.status).toBe(400)
    expect(await read(answer, problemRecord)).toMatchObject({ code: 'bad-request' })
  })

  test.each(['1.1.999', 'x', '', '1.1', '%00', '\u0000', '../1.1.1', '1.1.19 '])('A03: task %j is not there', async (code) => {
    for (const answer of [await getTask(ask('/'), at(code)), await getComments(ask('/'), at(code))]) {
      expect(answer.status).toBe(404)
      expect(await read(answer, problemRecord)).toMatchObject({ code: 'not-found' })
    }
  })

  test('any other address is not there, said in the language that is read first', async () => {
    const answer = unknown(ask('/api/v1/votes', { 'accept-language': 'pl-PL,pl;q=0.9,en;q=0.5' }))
    expect(answer.status).toBe(404)
    expect((await read(answer, problemRecord)).message).toContain('Pod tym adresem nic nie ma')
  })
})

test('nothing hidden, drafted, waiting or personal comes out', async () => {
  const answers = await Promise.all([
    getTasks(ask('/?format=csv')), getTask(ask('/'), at(code)), commentsAt(), commentsAt('?format=csv&separator=;'),
    getProposals(ask('/')), getProposals(ask('/?format=csv')), getOrganisations(ask('/')), getOrganisations(ask('/?format=csv')),
  ])
  for (const answer of answers) {
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain(secret)
  }
})
