import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { hashOf, newSecret } from '@/lib/accounts/secrets'
import { drafts, sessions } from '@/lib/accounts/tables'
import { db } from '@/lib/db'
import type { Person } from '@/lib/person'
import { submitProposal, publishProposal } from '@/lib/proposals/commands'
import { listAttachments } from '@/lib/proposals/queries/attachments'
import { aMember, aWholeDraft } from '@/lib/proposals/testing'
import { aFile, aPdf, aPng } from '@/lib/sample-files'
import { aPerson, aTask } from '@/lib/testing'
import { listLogos } from '@/lib/organisations/queries/logos'
import { POST as postAttachment } from './attachments/route'
import { GET as getFile } from './files/[id]/route'
import { POST as postLogo } from './logo/route'
import { GET as getLogo } from './logos/[key]/route'

// The routes as a browser meets them, but for the server's own headers (e2e/files.spec.ts).

let token: string | undefined
vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => (token ? { value: token } : undefined) }) }))
beforeEach(() => {
  token = undefined
})
async function signIn(person: Person) {
  token = newSecret()
  await db.insert(sessions).values({ tokenHash: hashOf(token), personId: person.id, expiresAt: new Date(Date.now() + 60_000) })
}

const from = '/propozycje/szkic/1/5'
type Fields = Record<string, string | File>
function form(path: string, fields: Fields, { json = false, headers = {} as Record<string, string> } = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ _language: 'pl', _from: from, ...fields })) body.append(name, value)
  return new Request(`http://localhost:3000${path}`, { method: 'POST', body, headers: { origin: 'http://localhost:3000', ...(json && { accept: 'application/json' }), ...headers } })
}
const attach = (fields: Fields, options = {}) => postAttachment(form('/api/attachments', { do: 'attach', description: 'List poparcia', ...fields }, options))
const getById = (id: string) => getFile(new Request('http://localhost:3000/'), { params: Promise.resolve({ id }) })
const where = (answer: Response) => [answer.status, answer.headers.get('location')]

async function aDraft() {
  const people = await aMember()
  const id = await aWholeDraft(people.member, people.organisationId, (await aTask()).code)
  return { ...people, id }
}
/** What a browser without JavaScript is led to, and what is kept there. */
async function saidAt(answer: Response) {
  const location = answer.headers.get('location')!
  expect([answer.status, location.split('?')[0]]).toEqual([303, from])
  const [draft] = await db.select().from(drafts).where(eq(drafts.id, new URL(location, 'http://x').searchParams.get('odmowa')!))
  return draft!.values
}

describe('attaching through a form', () => {
  test('leads back to the files, with scripts and without', async () => {
    const { member, id } = await aDraft()
    await signIn(member)
    expect(where(await attach({ id, file: aFile('a.pdf', aPdf()) }))).toEqual([303, `${from}#zalaczniki`])
    const answer = await attach({ id, file: aFile('b.pdf', aPdf()) }, { json: true })
    expect([answer.status, await answer.json()]).toEqual([200, { done: `${from}#zalaczniki` }])
    const [one, two] = await listAttachments(member, id)
    expect(where(await postAttachment(form('/api/attachments', { do: 'detach', id, fileId: one!.id })))).toEqual([303, `${from}#zalaczniki`])
    expect(where(await postAttachment(form('/api/attachments', { do: 'describe', id, fileId: two!.id, description: 'Statut' })))).toEqual([303, `${from}#zalaczniki`])
    expect(await listAttachments(member, id)).toMatchObject([{ id: two!.id, description: 'Statut' }])
  })

  test('A34, A35, A36: a refusal has its status, says why, and loses nothing that was typed', async () => {
    const { member, id } = await aDraft()
    await signIn(member)
    const cases: [number, File | string, string][] = [
      [413, aFile('a.pdf', aPdf('0'.repeat(10_600_000))), 'Plik jest za duży. Zmieści się najwyżej 10 MB.'],
      [413, aFile('a.pdf', new Uint8Array(10 * 1024 * 1024 + 1)), 'Plik jest za duży. Zmieści się najwyżej 10 MB.'],
      [422, aFile('a.pdf', ''), 'Ten plik jest pusty.'],
      [422, aFile('', ''), 'Wybierz plik.'],
      [422, 'a.pdf', 'Wybierz plik.'],
      [415, aFile('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'), 'Takiego pliku nie przyjmujemy. Można dołączyć PDF, JPEG, PNG, DOCX albo ODS.'],
      [415, aFile('a.html', aPdf()), 'Nazwa tego pliku nie pasuje do jego zawartości. Powinna się kończyć na .pdf.'],
      [422, aFile('a.png', aPng(60_000, 60_000, { rows: 1 })), 'Ten obraz jest za duży. Zmieści się najwyżej 50 megapikseli. Zmniejsz go i spróbuj jeszcze raz.'],
    ]
    for (const [status, file, said] of cases) {
      const answer = await attach({ id, description: 'List rady', file }, { json: true })
      const state = (await answer.json()) as { message: string; fields: Record<string, string[]>; values: Record<string, string> }
      const plain = (text: string) => text.replaceAll('\u00a0', ' ')
      expect([answer.status, plain(Object.values(state.fields).flat()[0] ?? state.message), state.values.description]).toEqual([status, said, 'List rady'])
      const kept = await saidAt(await attach({ id, description: 'List rady', file }))
      expect([plain(kept._said!), kept.description]).toEqual([said, 'List rady'])
    }
    expect(await listAttachments(member, id)).toEqual([])
  })

  test('A34: nobody who is not signed in is listened to for long; they are led to sign in', async () => {
    const { id } = await aDraft()
    let heard = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (!heard) controller.enqueue(new TextEncoder().encode(`--x\r\ncontent-disposition: form-data; name="_from"\r\n\r\n${from}\r\n--x\r\ncontent-disposition: form-data; name="do"\r\n\r\nattach\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`))
        else controller.enqueue(new Uint8Array(1024 * 1024))
        if (++heard > 200) controller.close()
      },
    })
    const request = new Request('http://localhost:3000/api/attachments', { method: 'POST', body, headers: { origin: 'http://localhost:3000', 'content-type': 'multipart/form-data; boundary=x' }, duplex: 'half' } as RequestInit)
    expect(where(await postAttachment(request))).toEqual([303, `/logowanie?powrot=${encodeURIComponent(from)}`])
    expect(where(await attach({ id, file: aFile('a.pdf', aPdf()) }))).toEqual([303, `/logowanie?powrot=${encodeURIComponent(from)}`])
  })

  test('A34: so many come in at once, and no more; the next are asked to wait, in words', async () => {
    const { member, id } = await aDraft()
    await signIn(member)
    const ends: (() => void)[] = []
    const slow = () => {
      const body = new ReadableStream<Uint8Array>({ start: (controller) => void ends.push(() => controller.close()) })
      return postAttachment(new Request('http://localhost:3000/', { method: 'POST', body, headers: { origin: 'http://localhost:3000', 'content-type': 'multipart/form-data; boundary=x' }, duplex: 'half' } as RequestInit))
    }
    const coming = Array.from({ length: 12 }, slow)
    await vi.waitFor(async () => {
      const answer = await attach({ id, file: aFile('a.pdf', '') }, { json: true })
      expect([answer.status, answer.headers.get('retry-after'), (await answer.text()).includes('zbyt wiele plików naraz')]).toEqual([503, '30', true])
    })
    for (const end of ends) end()
    expect((await Promise.all(coming)).map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 400))
    expect((await attach({ id, file: aFile('a.pdf', aPdf()) }, { json: true })).status).toBe(200)
  })

  test('is for the members: others hear that there is nothing', async () => {
    const { id } = await aDraft()
    await signIn((await aMember()).member)
    expect((await attach({ id, file: aFile('a.pdf', aPdf()) }, { json: true })).status).toBe(404)
  })

  test('what is no form of ours is refused', async () => {
    const { member, id } = await aDraft()
    await signIn(member)
    const file = aFile('a.pdf', aPdf())
    expect((await attach({ id, file }, { headers: { origin: 'http://elsewhere.example' } })).status).toBe(403)
    expect((await attach({ id, file }, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect((await attach({ id, file, do: 'burn' })).status).toBe(400)
    expect((await attach({ id: 'x', file }, { json: true })).status).toBe(422)
    expect((await postAttachment(new Request('http://localhost:3000/', { method: 'POST', body: '{}', headers: { origin: 'http://localhost:3000', 'content-type': 'application/json' } }))).status).toBe(415)
    expect((await postAttachment(new Request('http://localhost:3000/', { method: 'POST', body: 'x', headers: { origin: 'http://localhost:3000', 'content-type': 'multipart/form-data; boundary=y' } }))).status).toBe(400)
  })
})

describe('getting a file', () => {
  test('A36, A39: always as a download, under its own name', async () => {
    const { member, moderator, id } = await aDraft()
    await signIn(member)
    await attach({ id, file: aFile('..\\Zażółć "gęślą"\u202e.pdf', aPdf('<script>alert(1)</script>')) })
    const [{ id: fileId }] = (await listAttachments(member, id)) as unknown as [{ id: string }]
    const answer = await getById(fileId)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'application/pdf', expect.stringMatching(/^attachment; filename=".+"; filename\*=UTF-8''Za%C5%BC%C3%B3%C5%82%C4%87%20-g%C4%99%C5%9Bl%C4%85-\.pdf$/)])
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(aPdf('<script>alert(1)</script>')))

    // The canary: somebody else's draft is nowhere, whoever asks.
    for (const viewer of [null, await aPerson(), (await aMember()).member, moderator, await aPerson({ roles: ['admin'] })]) {
      token = undefined
      if (viewer) await signIn(viewer)
      expect((await getById(fileId)).status).toBe(404)
    }
    await submitProposal(member, { id })
    await signIn(moderator)
    expect((await getById(fileId)).status).toBe(200)
    token = undefined
    expect((await getById(fileId)).status).toBe(404)
    await publishProposal(moderator, { id })
    expect((await getById(fileId)).status).toBe(200)
  })

  test('a request for the headers alone opens nothing', async () => {
    const { member, id } = await aDraft()
    await signIn(member)
    await attach({ id, file: aFile('a.pdf', aPdf()) })
    const [{ id: fileId }] = (await listAttachments(member, id)) as unknown as [{ id: string }]
    const answer = await getFile(new Request('http://localhost:3000/', { method: 'HEAD' }), { params: Promise.resolve({ id: fileId }) })
    expect([answer.status, answer.body, answer.headers.get('content-disposition')]).toEqual([200, null, 'attachment; filename=a.pdf'])
  })

  test('A41: no path leads anywhere else', async () => {
    for (const id of ['', '..', '../secrets.json', '%2e%2e%2fsecrets.json', '..%5c', 'secrets.json', '00000000-0000-7000-8000-000000000000', '0'.repeat(48)]) {
      expect((await getById(id)).status).toBe(404)
      expect((await getLogo(new Request('http://localhost:3000/'), { params: Promise.resolve({ key: id }) })).status).toBe(404)
    }
  })

  test('A40: nobody has a file that waits for the scanner', async () => {
    const { member, id } = await aDraft()
    await signIn(member)
    vi.spyOn(console, 'error').mockImplementation(() => {})
    process.env.CLAMD_HOST = '127.0.0.1:1'
    try {
      await attach({ id, file: aFile('a.pdf', aPdf()) })
      const [{ id: fileId }] = (await listAttachments(member, id)) as unknown as [{ id: string }]
      const answer = await getById(fileId)
      expect([answer.status, (await answer.text()).includes('czeka na sprawdzenie')]).toEqual([409, true])
    } finally {
      delete process.env.CLAMD_HOST
      vi.restoreAllMocks()
    }
  })

  test('a logo is a picture that never changes', async () => {
    const { member, organisationId } = await aDraft()
    await signIn(member)
    expect(where(await postLogo(form('/api/logo', { do: 'set', organisationId, file: aFile('a.png', aPng(900, 900)) })))).toEqual([303, `${from}#logo`])
    const { [organisationId]: key } = await listLogos(null, [organisationId])
    token = undefined
    const answer = await getLogo(new Request('http://localhost:3000/'), { params: Promise.resolve({ key: key! }) })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control'), answer.headers.get('content-disposition')]).toEqual([200, 'image/webp', 'public, max-age=31536000, immutable', null])
    await signIn(member)
    expect(where(await postLogo(form('/api/logo', { do: 'remove', organisationId })))).toEqual([303, `${from}#logo`])
    expect(await listLogos(null, [organisationId])).toEqual({})
    expect((await postLogo(form('/api/logo', { do: 'frame', organisationId }))).status).toBe(400)
  })
})
