import { createHash, randomBytes } from 'node:crypto'
import { readdir, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { withDatabase } from '../../scripts/database'
import { signIn, someone, theDatabase } from '../people'
import { actions, becameOf, callAction, multipart, postForm, type Action, type Field } from './actions'
import { ask, outcomeOf, told } from './asking'
import type { Session } from './roles'

// What is sent by whoever is not where they say, or is not any more what they were: forms of other sites, addresses to come
// back to that lead elsewhere, cookies that were put there before, rights that have ended, and calls made by hand.

type Scene = { session: Session | null; fields: Field[] }
let staged: { sessions: Record<string, Session>; scenes: Record<string, Scene> }
const site = () => process.env.GLOS_TEST_SITE!
const named = (name: string): Action => actions().find((action) => action.name === `${name}Action`)!
const sql = theDatabase()

test.beforeAll(async () => {
  test.setTimeout(90_000)
  await withDatabase(async () => {})
  staged = told('scenes.ts', 'chooseName', 'decideOnComment', 'confirmPaperBatch', 'postComment', 'askForLink')
})

/** Every route that takes something, and whether that changes anything. */
const posts: Record<string, { changes: boolean; form?: true }> = {
  '/api/identity/start': { changes: true },
  '/api/logo': { changes: true, form: true },
  '/api/attachments': { changes: true, form: true },
  '/api/reactions': { changes: true, form: true },
  '/api/volunteering/:call/certificate': { changes: true, form: true },
  '/api/auth/:nextauth': { changes: true },
  '/api/unsubscribe/:token': { changes: false }, // By a mail program, from no page at all; it changes something with a mailed link only (app/api/unsubscribe.test.ts).
  '/api/threads/:id/similar': { changes: false },
  '/api/proposals/similar': { changes: false },
}
const filled = (route: string) => route.replace(':nextauth', 'callback/email?token=x&email=a%40example.org').replace(/:\w+/, '01a21a45-0000-7000-8000-000000000001')
const changing = () => Object.entries(posts).filter(([, { changes }]) => changes).map(([route]) => filled(route))
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }

/** How forms come that were not sent by a page of ours. */
const elsewhere = (): Record<string, string>[] => {
  const own = new URL(site())
  const origins = ['null', 'https://evil.example', `http://sub.${own.host}`, `https://${own.host}`, 'http://localhost:1', `${own.origin}.evil.example`, `${own.origin}/`, `${own.origin}, ${own.origin}`]
  return [{}, ...origins.map((origin) => ({ origin })), { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }, ...['cross-site', 'same-site', 'none'].map((from) => ({ origin: own.origin, 'sec-fetch-site': from }))]
}

test('A54: a form that no page of ours has sent changes nothing: every route, every action', async () => {
  const written = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('route.ts') && /export (const|(async )?function) POST\b/.test(readFileSync(`app/${path}`, 'utf8')))
  expect(Object.keys(posts).toSorted()).toEqual(written.map((path) => `/${path.replace(/\/route\.ts$/, '').replace(/\[+(?:\.\.\.)?(\w+)\]+/g, ':$1')}`).toSorted())
  const session = staged.sessions.resident
  for (const headers of elsewhere()) {
    for (const path of changing()) expect((await ask(site(), path, { session, method: 'POST', body: 'a=b', headers: { ...urlencoded, ...headers } })).status, `${path} ${JSON.stringify(headers)}`).toBe(403)
    for (const [name, { fields, session }] of Object.entries(staged.scenes)) {
      const byHand = multipart([...fields.map(([field, value]) => [`_1_${field}`, value] as const), ['0', '["$undefined","$K1"]']])
      const { status } = await ask(site(), named(name).page, { session: session ?? undefined, method: 'POST', body: byHand.body, headers: { ...byHand.headers, 'next-action': named(name).id, ...headers } })
      expect(status, `${name} ${JSON.stringify(headers)}`).toBe(403)
    }
  }
})

test('A54: what is no form, and what only says that it is another method, changes nothing either', async () => {
  const session = staged.sessions.resident
  for (const [route, { form }] of Object.entries(posts)) {
    if (!form) continue
    for (const type of ['text/plain', 'application/json', 'application/x-www-form-urlencoded; charset=utf-7']) {
      expect((await ask(site(), filled(route), { session, method: 'POST', body: '{"a":"b"}', headers: { origin: site(), 'content-type': type } })).status, `${route} ${type}`).toBe(415)
    }
  }
  for (const path of changing()) {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      const { status } = await ask(site(), `${path}${path.includes('?') ? '&' : '?'}_method=POST`, { session, method, headers: { origin: site(), 'x-http-method-override': 'POST', 'x-method-override': 'POST' } })
      expect([404, 405], `${method} ${path}`).toContain(status)
    }
  }
})

/** Addresses that look like ours, or like any. */
const traps = ['//evil.example', '/\\evil.example', '\\\\evil.example', 'https:evil.example', 'https://evil.example', '\tjavascript:alert(`evil.example`)', 'javascript:alert(`evil.example`)', '%2f%2fevil.example', '/%2f/evil.example', '/%5cevil.example', '@evil.example', '/@evil.example', 'http://localhost@evil.example', '/konto@evil.example', '/\t/evil.example', '/\n/evil.example', '///evil.example', '/．．/evil.example', '//evil。example.evil.example', 'data:text/html,evil.example', 'foo.evil.example', '/..//evil.example', '/konto/..//evil.example', `/${'evil.example/'.repeat(900)}`, '', 'evil.example\0']

test('A19: an address to come back to leads to a page of ours, whoever sent it, and is no fault of ours', async () => {
  test.setTimeout(60_000)
  const own = new URL(site())
  const check = (trap: string, where: string, { status, location, body }: Awaited<ReturnType<typeof ask>>) => {
    expect(status, `${where} ${trap}`).toBeLessThan(500)
    expect(new URL(location || '/', own).host, `${where} ${trap} → ${location}`).toBe(own.host)
    expect([...body.matchAll(/\b(?:href|action|src|formaction)="([^"]*)"/g)].map(([, to]) => new URL(to!.replaceAll('&amp;', '&'), own)).filter(({ host, protocol }) => host !== own.host || !/^https?:$/.test(protocol)).filter(({ href }) => href.includes('evil')), `${where} ${trap}`).toEqual([])
    expect(body, `${where} ${trap}`).not.toMatch(/"done":"(?!\/[^/\\])/)
  }
  const name = named('chooseName')
  for (const trap of traps) {
    const sent = encodeURIComponent(trap)
    for (const page of ['/logowanie', '/en/sign-in', '/witaj', '/logowanie/potwierdz']) {
      for (const session of [undefined, staged.sessions.resident]) check(trap, page, await ask(site(), `${page}?powrot=${sent}&token=x&email=a%40example.org&callbackUrl=${sent}&next=${sent}`, { session }))
    }
    check(trap, 'action', await callAction(site(), name, [['_from', trap], ['name', 'Ala z Bydgoskiego']], { session: staged.scenes.chooseName!.session }))
    check(trap, 'form', await postForm(site(), name, [['_from', trap], ['name', 'Ala z Bydgoskiego']], { session: staged.scenes.chooseName!.session }))
  }
})

/** A link to sign in, as if it had been mailed. */
async function aLink(email = `${someone('link').split('@')[0]!}@example.org`) {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(`${token}${process.env.NEXTAUTH_SECRET}`).digest('hex')
  await sql`insert into sign_in_links (token_hash, email_canonical, email, expires_at) values (${hash}, ${email}, ${email}, now() + interval '5 minutes')`
  return { email, press: (callbackUrl: string, headers: Record<string, string> = { origin: site() }) => ask(site(), `/api/auth/callback/email?${new URLSearchParams({ token, email, callbackUrl })}`, { method: 'POST', body: '', headers: { ...urlencoded, ...headers } }) }
}

test('A19, A54, A55: the button behind a mailed link leads to a page of ours with a session of its own, once, and only from our page', async () => {
  const own = new URL(site()).origin
  for (const trap of traps) {
    const link = await aLink()
    const { status, location, headers } = await link.press(trap)
    expect(status, trap).toBeLessThan(400)
    expect(new URL(location, own).origin, trap).toBe(own)
    expect(String(headers['set-cookie']), trap).toMatch(/glos-session=[\w-]{43};/)
  }
  const link = await aLink()
  for (const headers of elsewhere()) expect((await link.press('/konto', headers)).status, JSON.stringify(headers)).toBe(403)
  const fixed = 'A'.repeat(43)
  const pressed = await link.press('/konto', { origin: own, cookie: `glos-session=${fixed}` })
  expect(pressed.location).toBe(`${own}/konto`)
  expect(String(pressed.headers['set-cookie'])).toMatch(/glos-session=(?!A{43})[\w-]{43};.*HttpOnly/)
  expect(outcomeOf(await ask(site(), '/konto', { session: fixed }))).toBe('sign in')
  const again = await link.press('/konto')
  expect([again.status, again.headers['set-cookie']]).toEqual([410, undefined])
  expect(again.body).toContain('Ten link już nie działa')
  expect((await link.press('/en/account')).body).toContain('<html lang="en"')
})

test('A55: a browser that was given a session beforehand gets one of its own', async ({ page }) => {
  const fixed = 'B'.repeat(43)
  await page.context().addCookies([{ name: 'glos-session', value: fixed, url: site() }])
  await signIn(page, someone('ustalona'), 'Ustalona')
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'glos-session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(cookie!.value).not.toBe(fixed)
  expect(outcomeOf(await ask(site(), '/konto', { session: fixed }))).toBe('sign in')
  // Two of one name, as a neighbouring host may set: it is one of the two, and no fault.
  const [first, second] = [staged.sessions.resident!, staged.sessions.moderator!]
  expect(outcomeOf(await ask(site(), '/konto', { headers: { cookie: `glos-session=${first}; glos-session=${second}` } }))).toBe('shown')
})

const hashOf = (session: Session) => createHash('sha256').update(session).digest('hex')
const roles = (session: Session) => sql`select role_grants.* from role_grants join sessions using (person_id) where token_hash = ${hashOf(session)}`

test('A23: whoever has lost a role meanwhile is refused at the next act, in words, and nothing is done', async () => {
  for (const name of ['decideOnComment', 'confirmPaperBatch']) {
    const { session, fields } = staged.scenes[name]!
    const held = await roles(session!)
    expect(held).toHaveLength(1)
    await sql`delete from role_grants using sessions where sessions.person_id = role_grants.person_id and token_hash = ${hashOf(session!)}`
    const refused = await callAction(site(), named(name), fields, { session })
    expect(becameOf(refused)).toBe('refused')
    expect(refused.body).toMatch(/"message":"[^"]{10,}"/)
    const desk = name === 'decideOnComment' ? '/moderacja' : '/urzad'
    expect(outcomeOf(await ask(site(), desk, { session: session! }))).toBe('missing')
    expect(outcomeOf(await ask(site(), `${desk}?_rsc`, { session: session!, headers: { rsc: '1' } }))).toBe('missing')
    await sql`insert into role_grants (person_id, role, granted_by_id) values (${held[0]!.person_id as string}, ${held[0]!.role as string}, ${held[0]!.granted_by_id as string})`
    expect(becameOf(await callAction(site(), named(name), fields, { session }))).toBe('done')
  }
})

test('A24: what a session may ends with the account, the suspension or the session, at the very next request', async () => {
  const { session, fields } = staged.scenes.postComment!
  await sql`update people set suspended_until = now() + interval '1 day' from sessions where sessions.person_id = people.id and token_hash = ${hashOf(session!)}`
  expect(becameOf(await callAction(site(), named('postComment'), fields, { session }))).toBe('refused')
  await sql`update people set suspended_until = null from sessions where sessions.person_id = people.id and token_hash = ${hashOf(session!)}`
  expect(outcomeOf(await ask(site(), '/konto', { session: session! }))).toBe('shown')
  await sql`delete from sessions where token_hash = ${hashOf(session!)}`
  for (const how of [{}, { headers: { rsc: '1' } }]) expect(outcomeOf(await ask(site(), `/konto${'headers' in how ? '?_rsc' : ''}`, { session: session!, ...how }))).toBe('sign in')
  expect((await ask(site(), '/api/viewer', { session: session! })).body).toBe('null')
  expect(becameOf(await callAction(site(), named('postComment'), fields, { session }))).toBe('sign in')
  // Deleting the account takes its sessions along: of the cast, `erased` has done so, with this cookie in hand.
  expect(await sql`select 1 from sessions where token_hash = ${hashOf(staged.sessions.erased!)}`).toHaveLength(0)
  expect(outcomeOf(await ask(site(), '/konto', { session: staged.sessions.erased! }))).toBe('sign in')
})

test('A59: an action that is called by hand with anything answers with a refusal, soon', async () => {
  test.setTimeout(60_000)
  const { id, page } = named('chooseName')
  const session = staged.sessions.official
  const [before] = await sql`select name from people join sessions on sessions.person_id = people.id where token_hash = ${hashOf(session!)}`
  const call = async (body: Buffer | string, headers: Record<string, string>) => {
    const began = performance.now()
    const answer = await ask(site(), page, { session, method: 'POST', body, headers: { origin: site(), accept: 'text/x-component', 'next-action': id, ...headers } })
    expect(performance.now() - began).toBeLessThan(5000)
    expect(becameOf(answer)).not.toBe('done')
    return answer.status
  }
  const plain = { 'content-type': 'text/plain;charset=UTF-8' }
  const payloads = ['', '[]', '["$undefined"]', '[{}, "x"]', '[{}, {"get":1}]', '[null,null]', '{{{{', `[${'{},'.repeat(9999)}{}]`, '['.repeat(100_000) + ']'.repeat(100_000), '["$0","$0"]', '["$F1","$K1"]', '["$h1"]', `["$n${'9'.repeat(100_000)}"]`, '[{"__proto__":{"get":1}}]']
  for (const body of payloads) for (const kind of [plain, { 'content-type': 'application/json' }, {}]) expect(await call(body, kind), body.slice(0, 60)).toBe(415)
  for (const other of [`7f${'0'.repeat(40)}`, 'x', '__proto__', '7f'.repeat(2000), `${id}0`]) expect(await call('[]', { ...plain, 'next-action': other })).toBe(415)
  const form = (fields: Field[], more = {}) => ({ ...multipart(fields), ...more })
  for (const other of [`7f${'0'.repeat(40)}`, 'x', '__proto__', '7f'.repeat(2000), `${id}0`]) {
    const { body, headers } = form([['0', '[]']])
    const status = await call(body, { ...headers, 'next-action': other })
    expect(status, other.slice(0, 60)).toBeGreaterThanOrEqual(400)
    expect(status, other.slice(0, 60)).toBeLessThan(500)
  }
  // Arguments that React reads, and that are no form: too few, too many, others.
  for (const root of ['[]', '["$undefined"]', '[{},"x"]', '[null,null]', '[{},{"get":1}]', '[{},["x"]]', '[{"__proto__":{"get":1}},{"__proto__":{"get":1}}]', '["$undefined","$K1",1,2,3]']) {
    const { body, headers } = form([['_1_name', ''], ['0', root]])
    expect(await call(body, headers), root).toBe(200)
  }
  // What React cannot read never reaches an action; whoever sent it hears that, in words (lib/unread-forms.mjs).
  for (const fields of [[['_1_name', 'x']], [['0', '$$$$']], [['1', `{"id":"${id}","bound":"$@2"}`], ['0', '["$h1","$h1"]']], [['0', '["$Q1","$W1"]'], ['1', '[[1,2]]']], [['0', `${'['.repeat(50_000)}${']'.repeat(50_000)}`]]] as Field[][]) {
    const { body, headers } = form(fields)
    const answer = await ask(site(), page, { session, method: 'POST', body, headers: { origin: site(), accept: 'text/x-component', 'next-action': id, ...headers } })
    expect(answer.status, JSON.stringify(fields).slice(0, 60)).toBe(400)
    expect(answer.body).toMatch(/^Tego formularza nie da się odczytać\./)
  }
  const { body: whole, headers: fine } = form([['0', '[]']])
  for (const [body, type] of [[whole, 'multipart/form-data'], [whole, 'multipart/form-data; boundary=other'], ['', fine['content-type']], ['rubbish', fine['content-type']], [whole.toString().slice(0, -8), fine['content-type']]] as const) {
    for (const action of [{ 'next-action': id! }, {}] as Record<string, string>[]) {
      const answer = await ask(site(), page, { session, method: 'POST', body, headers: { origin: site(), 'content-type': type!, ...action } })
      expect(answer.status, `${type} ${String(body).slice(0, 20)}`).toBe(400)
    }
  }
  // As a browser without JavaScript would: an action's name alone, bound arguments that were tampered with.
  for (const fields of [[[`$ACTION_ID_${id}`, '']], [['$ACTION_REF_1', ''], ['$ACTION_1:0', JSON.stringify({ id, bound: '$@1' })], ['$ACTION_1:1', '[{},{},{}]']], [['$ACTION_REF_1', ''], ['$ACTION_1:0', JSON.stringify({ id, bound: null })]], [['$ACTION_REF_1', ''], ['$ACTION_1:0', '{"id":"zzz","bound":"$@1"}'], ['$ACTION_1:1', '[{}]']], [['$ACTION_REF_1', ''], ['$ACTION_1:0', 'nope']]] as Field[][]) {
    const { body, headers } = form(fields)
    const answer = await ask(site(), page, { session, method: 'POST', body, headers: { origin: site(), ...headers } })
    expect(answer.status, JSON.stringify(fields)).toBeLessThan(500)
    expect(becameOf(answer)).not.toBe('done')
  }
  const [after] = await sql`select name from people join sessions on sessions.person_id = people.id where token_hash = ${hashOf(session!)}`
  expect(after).toEqual(before)
})

test('A60: whoever writes other addresses of the network, or their own in other letters, gets no more links mailed', async () => {
  const email = someone('zmienia')
  const mails = async () => {
    const files = (await promisify(readdir)(join(process.env.DATA_DIR!, 'mail'))).filter((name) => name.endsWith('.eml'))
    const sent = files.map((name) => readFileSync(join(process.env.DATA_DIR!, 'mail', name), 'utf8')).filter((mail) => mail.toLowerCase().includes(email)).length
    return sent + (await sql`select 1 from outbox where recipient = ${email}`).length
  }
  for (let tries = 0; tries < 9; tries++) {
    const address = `2001:db8:${tries}::1`
    await callAction(site(), named('askForLink'), [['language', 'pl'], ['email', tries % 2 ? email.toUpperCase() : email]], {
      headers: { 'x-forwarded-for': `${address}, 198.51.100.${tries}`, 'x-real-ip': address, forwarded: `for="[${address}]"`, 'x-client-ip': address, 'true-client-ip': address, 'cf-connecting-ip': address },
      at: tries % 3 ? '/logowanie' : '/en/sign-in',
    })
  }
  await expect.poll(mails).toBe(3)
})
