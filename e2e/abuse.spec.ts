import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { request as send } from 'node:http'
import { connect } from 'node:net'
import { expect, test, type Page } from '@playwright/test'
import { addresses } from '../lib/addresses'
import { markup, naughty } from '../lib/naughty'
import { canonText } from '../lib/text'
import { giveRole, signIn, someone, theDatabase } from './people'

// What nobody means well, sent to every address, read from the sources: a new page or route is here by itself.

const sql = theDatabase()
const site = () => new URL(process.env.GLOS_TEST_SITE!)
const task = '1.1.26'

/** Puts it there from another process, as lib/ wants to be run. */
const hostileContent = () => JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', 'e2e/hostile-content.ts', task], { encoding: 'utf8' })) as Record<'title' | 'plain' | 'heaped' | 'slug' | 'organisation', string>

/** Somebody who may see everything. */
async function insider(page: Page) {
  const email = someone('wszystko')
  await signIn(page, email, 'Wszędobylska')
  for (const role of ['moderator', 'official', 'admin']) await giveRole(sql, email, role)
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
}

const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path))
const source = (path: string) => readFileSync(path, 'utf8')
const routes = (method: 'GET' | 'POST') =>
  files.filter((path) => path.endsWith('route.ts') && new RegExp(`export (const|(async )?function) ${method}\\b`).test(source(`app/${path}`))).map((path) => `/${path.replace(/\/route\.ts$/, '').replace(/\[+(?:\.\.\.)?(\w+)\]+/g, ':$1')}`)
/** Every page once, in one of its languages by turns: both are made by the same code. */
const paths = [...Object.values(addresses).map(({ pl, en }, place) => (place % 2 ? en : pl)), ...routes('GET'), '/nie-ma-takiej/:strony']
/** Every name that any page or route looks for in a query. */
const queryNames = [...new Set([
  ...files.flatMap((path) => [...source(`app/${path}`).matchAll(/searchParams: Promise<\{([^}]*)\}>/g)].flatMap(([, names]) => [...names!.matchAll(/(\w+)\?:/g)].map(([, name]) => name!))),
  ...files.flatMap((path) => [...source(`app/${path}`).matchAll(/searchParams\)?\.get(?:All)?\('(\w+)'\)/g)].map(([, name]) => name!)),
  'kolejnosc', 'stanowisko', 'kto', 'szukaj', 'od', 'cursor', 'limit', 'format', 'separator', 'callbackUrl', 'state', 'code', '__proto__', 'a[b]',
])]
const encoded = [...naughty.map((text) => encodeURIComponent(text.toWellFormed())), '%00', '%', '%zz', '%ff', '%c0%af', '%ed%a0%80', '%e0%80%80', '%2e%2e%2f', '..%5c', '%252e', 'a'.repeat(3000), '%F0%9F%98%80'.repeat(100)]

/** The status alone; what follows is not waited for. */
const statusOf = (path: string, { cookie, method = 'GET', type, body }: { cookie?: string; method?: string; type?: string; body?: Buffer | string } = {}) =>
  new Promise<number>((resolve, reject) => {
    const headers = { 'x-forwarded-for': '198.51.100.66', ...(cookie && { cookie }), ...(type && { 'content-type': type, origin: site().origin }), ...(body && { 'content-length': Buffer.byteLength(body) }) }
    const sent = send({ host: site().hostname, port: site().port, path, method, headers }, (answer) => {
      resolve(answer.statusCode!)
      answer.destroy()
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Asks for all of them, a few at a time. @returns those that were a fault of ours */
async function faultsIn(all: string[], asked: Parameters<typeof statusOf>[1]) {
  const faults: string[] = []
  const queue = [...all]
  await Promise.all(Array.from({ length: 6 }, async () => {
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      const status = await statusOf(path, asked).catch((error: Error) => error.message)
      if (typeof status !== 'number' || status >= 500) faults.push(`${status} ${path.slice(0, 200)}`)
    }
  }))
  return faults.sort()
}

for (const inside of [false, true]) {
  test.describe(inside ? 'from inside' : 'from outside', () => {
    test.describe.configure({ timeout: 300_000 })

    test('A03, A04, A14: no address that can be written is a fault of ours', async ({ page }) => {
      const cookie = inside ? await insider(page) : undefined
      const [real] = await sql`select thread_id, question_id from tasks where code = ${task}`
      const known: Record<string, string> = { code: task, order: 'votes', question: String(real!.question_id), id: String(real!.thread_id), step: 'idea', slug: 'nie-ma' }
      const parametersOf = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
      const filled = (path: string, odd: string, value: string) => path.replace(/:(\w+)/g, (_, name: string) => (name === odd ? value : (known[name] ?? crypto.randomUUID())))
      const all = paths.flatMap((path, place) => parametersOf(path).flatMap((odd) => encoded.filter((_, at) => at % 4 === place % 4).map((value) => filled(path, odd, value))))
      expect(all.length).toBeGreaterThan(500)
      expect(await faultsIn(all, { cookie })).toEqual([])
    })

    test('A03, A04, A14, A17: nor any query, said once, twice or as a list', async ({ page }) => {
      const cookie = inside ? await insider(page) : undefined
      const [real] = await sql`select thread_id, question_id from tasks where code = ${task}`
      const known: Record<string, string> = { code: task, order: 'votes', question: String(real!.question_id), id: crypto.randomUUID(), step: 'idea', slug: 'nie-ma' }
      const all = paths.flatMap((path) => {
        const base = path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? crypto.randomUUID())
        return encoded.filter((_, at) => at % 12 === 0).map((_, at) => {
          const pick = (shift: number) => encoded[(at * 12 + shift) % encoded.length]!.slice(0, 400)
          return `${base}?${queryNames.map((name, place) => `${encodeURIComponent(name)}=${pick(place)}${place % 3 === at % 3 ? `&${encodeURIComponent(name)}=${pick(place + 1)}` : ''}`).join('&')}`
        })
      })
      expect(await faultsIn(all, { cookie })).toEqual([])
      for (const number of ['-1', '1e309', '99999999999999999999']) {
        expect(await faultsIn(paths.map((path) => `${path.replace(/:\w+/g, number)}?${queryNames.map((name) => `${encodeURIComponent(name)}=${number}`).join('&')}`), { cookie })).toEqual([])
      }
    })

    test('A04, A05, A16: nor any body sent to a route', async ({ page }) => {
      const cookie = inside ? await insider(page) : undefined
      const bodies = [Buffer.from([0xff, 0xfe, 0x61, 0x00]), Buffer.from('body=%ff%c0%af%00&_from=%00&__proto__=x'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('[', 'utf8'), Buffer.from('['.repeat(50_000)), Buffer.from('{"__proto__":{"role":"admin"}}'), Buffer.from('--x\r\ncontent-disposition: form-data; name="body"\r\n\r\n\xff\x00', 'latin1'), Buffer.from(`${crypto.randomUUID()}.1=%00&${'-'.repeat(36)}.1=agree`)]
      for (const body of bodies) {
        for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json', 'text/plain', 'nonsense']) {
          expect(await faultsIn(routes('POST').map((path) => path.replace(/:\w+/g, crypto.randomUUID())), { cookie, method: 'POST', type, body })).toEqual([])
        }
      }
    })
  })
}

test('A04: bytes that are no text, straight on the wire, are no fault of ours', async () => {
  const ask = (line: Buffer) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(site().port), site().hostname)
      let answer = ''
      socket.on('data', (data) => (answer += data.toString('latin1'))).on('error', reject).on('close', () => resolve(answer))
      socket.write(Buffer.concat([Buffer.from('GET '), line, Buffer.from(` HTTP/1.1\r\nhost: ${site().host}\r\nconnection: close\r\n\r\n`)]))
    })
  for (const bytes of [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xc5, 0x82]]) {
    for (const before of ['/zadania/', '/szukaj?q=', '/api/v1/tasks/', '/feeds/tasks/']) {
      const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(await ask(Buffer.concat([Buffer.from(before), Buffer.from(bytes)]))) ?? []
      expect(Number(status), `${before} ${bytes.join()}`).toBeGreaterThanOrEqual(200)
      expect(Number(status), `${before} ${bytes.join()}`).toBeLessThan(500)
    }
  }
  for (const path of ['/napisz/%ff', '/api/v1/tasks/%c0%af', '/feeds/tasks/%', '/zadania/%ed%a0%80']) expect(await statusOf(path), path).toBe(400)
})

test('A05: another charset than UTF-8 is refused', async () => {
  for (const charset of ['utf-16', 'utf-7', 'iso-8859-2', 'windows-1250']) {
    for (const path of ['/api/reactions', `/api/threads/${crypto.randomUUID()}/similar`, `/zadania/${task}`]) {
      expect(await statusOf(path, { method: 'POST', type: `application/x-www-form-urlencoded; charset=${charset}`, body: 'a=b' }), `${path} ${charset}`).toBe(415)
    }
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('A03, A04, A07: every form takes whatever bytes are typed into it, and keeps a text in its one form', async ({ page }) => {
    test.setTimeout(240_000)
    const cookie = await insider(page)
    const bytes = Buffer.concat([Buffer.from('Ławka \u202e\u0000z'), Buffer.from('\u0336'.repeat(40)), Buffer.from([0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80]), Buffer.from(` \u200b${crypto.randomUUID().replace(/[\d-]/g, '')}`)])
    type Form = { fields: [string, string][]; typed: string[]; action: string }
    let asked = 0
    for (const path of ['/szukaj', '/logowanie', '/witaj', '/konto', '/urzad', '/urzad/glos', '/urzad/karty', '/organizacje/nowa', '/propozycje/nowa', `/zadania/${task}`, `/zadania/${task}/pytanie`, `/zadania/${task}/odpowiedz`, '/moderacja', '/papier']) {
      await page.goto(path)
      const forms = await page.locator('form').evaluateAll((all): Form[] => (all as HTMLFormElement[]).filter(({ method }) => method === 'post').map((form) => ({
        fields: [...new FormData(form)].map(([name, value]) => [name, String(value)]),
        typed: [...form.querySelectorAll<HTMLInputElement>('textarea, input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=submit])')].map(({ name }) => name),
        action: form.getAttribute('action') || location.pathname,
      })))
      for (const { fields, typed, action } of forms.filter(({ typed }) => typed.length)) {
        const parts = fields.flatMap(([name, value]) => [Buffer.from(`--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`), typed.includes(name) ? bytes : Buffer.from(value), Buffer.from('\r\n')])
        const status = await statusOf(action, { cookie, method: 'POST', type: 'multipart/form-data; boundary=x', body: Buffer.concat([...parts, Buffer.from('--x--\r\n')]) })
        expect(status, `${path} ${typed.join()}`).toBeLessThan(500)
        asked++
      }
    }
    expect(asked).toBeGreaterThan(5)
    const [kept] = await sql`select body from comments where thread_id = (select thread_id from tasks where code = ${task}) order by id desc limit 1`
    expect(kept!.body).toBe(canonText(new TextDecoder().decode(bytes)))
  })
})

test('A11: names, comments, organisations, titles and searches are shown, never run', async ({ page }) => {
  test.setTimeout(240_000)
  const ran: string[] = []
  await page.exposeFunction('tell', (what: string) => void ran.push(`${page.url()} ${what}`))
  await page.addInitScript(() => {
    const tell = (window as unknown as { tell: (what: string) => void }).tell
    Object.defineProperty(window, '__xss', { set() { tell('__xss') } })
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // Zod tries once whether it may make functions, and goes without; an eval that is blocked has not run.
      if (`${violatedDirective} ${blockedURI}` !== 'script-src eval') tell(`${violatedDirective} ${blockedURI}`)
    })
  })
  page.on('dialog', (dialog) => {
    ran.push(`${page.url()} ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol !== 'data:' && hostname !== 'localhost') ran.push(`fetched ${request.url()}`)
  })
  const name = '<img src=x onerror=alert(1)>'
  await signIn(page, someone('xss'), name)
  const { title, slug, organisation } = hostileContent()
  const search = markup.map((text) => `/szukaj?q=${encodeURIComponent(text)}`)
  const hostile = encodeURIComponent(title)
  const pages = ['/', '/konto', `/zadania/${task}`, `/zadania/${task}/komentarze?szukaj=${hostile}&kolejnosc=${hostile}`, '/propozycje', `/propozycje/${slug}`, '/organizacje', `/organizacje/${organisation}`, '/szukaj?q=alert', `/logowanie?powrot=${hostile}`, `/logowanie/wyslano?adres=${hostile}`, `/konto?odmowa=${hostile}`, `/papier?numer=${hostile}`, `/nie-ma#${title}`, ...search]
  let seen = 0
  for (const path of pages) {
    await page.goto(path)
    await expect(page.locator('h1').first()).toBeVisible()
    seen += (await page.locator('main').innerText()).includes('alert(1)') ? 1 : 0
    expect(await page.locator('main img[src=x], main svg[onload], [onerror], main script:not([src])').evaluateAll((all) => all.map(({ outerHTML }) => outerHTML).filter((html) => /alert|__xss/.test(html) && !html.includes('__next_f'))), path).toEqual([])
  }
  expect(seen).toBeGreaterThan(10)
  expect(ran).toEqual([])
})

test('A06, A07: a name and a text that would push or turn their neighbours stand in their place', async ({ page }) => {
  const { plain, heaped } = hostileContent()
  await page.goto(`/zadania/${task}`)
  const boxOf = async (id: string) => (await page.locator(`#glos-${id} .body, [id="glos-${id}"] .body`).first().boundingBox())!
  expect((await boxOf(heaped)).height).toBeLessThanOrEqual((await boxOf(plain)).height + 4)
  const heading = page.locator(`[id="kto-${heaped}"]`)
  await expect(heading.locator('bdi')).toHaveText('\u05d0\u05d1\u05d2')
})
