import { request as send } from 'node:http'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { aNetwork, aVisitor, giveRole, linkMailedTo, signIn, someone, theDatabase, violations } from './people'

const sql = theDatabase()
const site = () => process.env.GLOS_TEST_SITE!

/** What a browser without scripts sends when it asks for a link: the page's own hidden fields, and an address. */
async function askingForm() {
  const page = await (await fetch(`${site()}/logowanie`)).text()
  const form = /<form[^>]*>(?:(?!<\/form>)[\s\S])*name="email"[\s\S]*?<\/form>/.exec(page)![0]
  const text = (value: string) => value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => [/name="([^"]*)"/.exec(input)![1]!, text(/value="([^"]*)"/.exec(input)?.[1] ?? '')] as const)
  return (email: string, headers: Record<string, string> = {}, more: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [name, value] of [...hidden, ...Object.entries(more)]) body.set(name, value)
    body.set('email', email)
    return fetch(`${site()}/logowanie`, { method: 'POST', body, redirect: 'manual', headers: { origin: site(), 'x-forwarded-for': aNetwork(), ...headers } })
  }
}

/** With a Host of one's choosing, which fetch does not let one choose. */
const statusWithHost = (path: string, host: string) =>
  new Promise<number>((resolve, reject) => {
    send(new URL(path, site()), { headers: { host } }, (answer) => resolve(answer.resume().statusCode!)).on('error', reject).end()
  })

test('A18, A25: whatever is said of hosts, the link leads to us; every address hears the same', async () => {
  const ask = await askingForm()
  const forged: Record<string, string>[] = [{ 'x-forwarded-host': 'evil.pl' }, { forwarded: 'host=evil.pl;proto=https' }, { 'x-forwarded-proto': 'gopher' }, { 'x-original-host': 'evil.pl' }, { 'x-host': 'evil.pl' }, { referer: 'https://evil.pl/' }]
  for (const headers of forged) {
    const email = someone('host')
    const answer = await ask(email, headers)
    expect(answer.status, JSON.stringify(headers)).toBe(303)
    expect(new URL(await linkMailedTo(email)).origin).toBe(site())
  }
  expect(await statusWithHost('/logowanie', 'evil.pl')).toBeLessThan(500)

  const [known, unknown] = [someone('znana'), someone('nieznana')]
  await sql`insert into people (id, name, email, email_canonical) values (gen_random_uuid(), 'Znana', ${known}, ${known})`
  const heard = async (email: string) => {
    const { status, headers } = await ask(email)
    const { date: _, ...others } = Object.fromEntries(headers)
    return { status, ...others, location: others.location?.replace(encodeURIComponent(email), 'ADRES') }
  }
  expect(await heard(known)).toEqual(await heard(unknown))
})

test('A26: looking at a link burns nothing; of fifty who press at once one gets in, and later it says so', async ({ page }) => {
  const [email, ask] = [someone('wyscig'), await askingForm()]
  await ask(email)
  const link = await linkMailedTo(email)
  for (let n = 0; n < 10; n++) await fetch(link, { method: n % 2 ? 'HEAD' : 'GET' })
  const action = /action="(\/api\/auth\/callback[^"]+)"/.exec(await (await fetch(link)).text())![1]!.replaceAll('&amp;', '&')
  const press = () => fetch(site() + action, { method: 'POST', redirect: 'manual', headers: { origin: site(), 'content-type': 'application/x-www-form-urlencoded' } })
  const answers = await Promise.all(Array.from({ length: 50 }, press))
  expect(answers.filter((answer) => /glos-session=[^;]{20}/.test(answer.headers.get('set-cookie') ?? ''))).toHaveLength(1)
  expect((await sql`select count(*)::int as sessions from sessions join people on people.id = person_id where email_canonical = ${email}`)[0]).toEqual({ sessions: 1 })
  expect((await press()).status).toBe(410)
  expect((await page.goto(link))!.status()).toBe(410)
  await expect(page.getByRole('heading', { name: 'Ten link już nie działa' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Wyślij nowy link' })).toBeVisible()
})

/** A network that has asked for as many links as it may, and a page of somebody there, with an address typed. */
async function aBusyNetwork(browser: Browser, javaScriptEnabled: boolean, email: string) {
  const [headers, ask] = [{ 'x-forwarded-for': aNetwork() }, await askingForm()]
  const answers = await Promise.all(Array.from({ length: 60 }, () => ask(someone('salwa'), headers)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  const page = await aVisitor(browser, javaScriptEnabled)
  await page.setExtraHTTPHeaders(headers)
  await slowDown(page)
  await page.goto('/logowanie')
  await page.getByLabel('Adres e-mail').fill(email)
  return { page, ask: (more: Record<string, string>) => ask(someone('salwa'), headers, more) }
}

/** A device that takes its time, so that one sees it work. */
const slowDown = (page: Page) => page.addInitScript(() => {
  const derive = crypto.subtle.deriveBits.bind(crypto.subtle)
  crypto.subtle.deriveBits = async (...about) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return derive(...about)
  }
})

test('A28: in a network that asks for too many links one hears when to come back, and what was typed stays', async ({ browser }) => {
  const { page, ask } = await aBusyNetwork(browser, false, 'ala@example.org')
  await page.getByRole('button', { name: 'Wyślij link do logowania' }).click()
  await expect(page.getByRole('alert').filter({ hasText: /przyszło teraz bardzo dużo takich próśb\. Spróbuj ponownie za \d+ minut.* naciśnij ten sam przycisk/ })).toBeVisible()
  await expect(page.getByLabel('Adres e-mail')).toHaveValue('ala@example.org')
  for (const junk of ['', 'x', '{}', '{"challenge":{"parameters":{}},"solution":null}', '"\u0000"', '9'.repeat(100_000)]) expect((await ask({ _stay: '1', _proof: junk })).status, junk.slice(0, 60)).toBe(200)
})

test('A28: there a device may work for some seconds instead, and the form goes by itself', async ({ browser }) => {
  const email = someone('liczy')
  const { page } = await aBusyNetwork(browser, true, email)
  await page.getByRole('button', { name: 'Wyślij link do logowania' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Twoje urządzenie przez kilka sekund policzy zadanie.' })).toBeVisible()
  await expect(page.getByRole('progressbar', { name: 'Postęp liczenia' })).toBeVisible()
  await expect(page.getByLabel('Adres e-mail')).toHaveValue(email)
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
  expect(await violations(page, true)).toEqual([])
  await expect(page.getByRole('heading', { name: 'Sprawdź pocztę' })).toBeVisible()
  expect(await linkMailedTo(email)).toContain(site())
})

test('A60: a vote from a busy network is cast once the device has worked; where it cannot, one hears when to come back', async ({ page, browser }) => {
  test.setTimeout(90_000)
  const { question } = await aFlaggedQuestion()
  const email = someone('biblioteka')
  await signIn(page, email, 'Biblioteka')
  const headers = { 'x-forwarded-for': aNetwork() }
  await page.setExtraHTTPHeaders(headers)
  await slowDown(page)
  await page.goto(question)
  await expect(page.locator('.account-name')).toHaveText('Biblioteka') // Who they are is known by now.
  const choose = (name: string, on = page) => on.getByRole('button', { name, exact: true })
  await choose('Za').click()
  await expect(page.getByRole('status').filter({ hasText: 'Twój głos: Za.' })).toBeVisible()
  await sql`insert into limits (key, points, expire)
    select act || '@:' || network_key, 100000, extract(epoch from now() + interval '9 minutes') * 1000
    from vote_traces join people on people.id = person_id, unnest('{ballot.cast,draft.kept}'::text[]) act where email_canonical = ${email}
    on conflict (key) do update set points = excluded.points, expire = excluded.expire`
  await choose('Przeciw').click()
  await expect(page.getByRole('progressbar', { name: 'Postęp liczenia' })).toBeVisible()
  await choose('Nie mam zdania').click() // What was pressed last is what counts.
  await expect(page.getByRole('status').filter({ hasText: /\S/ })).toHaveText('Twój głos: Nie mam zdania.', { timeout: 15_000 })
  const cast = () => sql`select choices from ballots join people on people.id = person_id where email_canonical = ${email}`
  expect(await cast()).toMatchObject([{ choices: ['abstain'] }])

  const stranger = await aVisitor(browser, true)
  await stranger.setExtraHTTPHeaders(headers)
  await slowDown(stranger)
  await stranger.goto(question)
  await choose('Za', stranger).click()
  await expect(stranger.getByRole('progressbar', { name: 'Postęp liczenia' })).toBeVisible()
  await expect(stranger.getByLabel('Adres e-mail')).toBeVisible({ timeout: 15_000 }) // What was chosen is kept until they have signed in.

  await page.evaluate(() => Object.defineProperty(crypto, 'subtle', { value: undefined })) // As without https.
  await choose('Za').click()
  await expect(page.getByRole('status').filter({ hasText: /Spróbuj ponownie za \d+ minut/ })).toBeVisible()
  await expect(choose('Nie mam zdania')).toHaveAttribute('aria-pressed', 'true')
  expect(await cast()).toMatchObject([{ choices: ['abstain'] }])
})

test('A21: whoever tries one address after the other is told when to come back; what is there stays open to them', async () => {
  const headers = { 'x-forwarded-for': aNetwork() }
  const statuses: number[] = []
  for (let n = 0; n < 310; n += 10) statuses.push(...(await Promise.all(Array.from({ length: 10 }, (_, more) => fetch(`${site()}/propozycje/nie-ma-${n + more}`, { headers })))).map(({ status }) => status))
  expect(statuses.filter((status) => status === 404)).toHaveLength(300)
  const answer = await fetch(`${site()}/glosowania/01a21a57-8aa6-73ab-bdd9-b3df5328b394`, { headers })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await fetch(`${site()}/zadania/1.1.19`, { headers })).status).toBe(200)
  expect((await fetch(`${site()}/propozycje/nie-ma-jej`)).status).toBe(404)
})

/** A question with nine votes, six of which the server found to be from one network. */
async function aFlaggedQuestion() {
  const [question] = await sql`insert into questions (id, kind, prompt) values (gen_random_uuid(), 'opinion', 'Czy zamknąć Bulwar Filadelfijski dla samochodów?') returning id`
  const id = question!.id as string
  const emails = Array.from({ length: 9 }, () => someone('seria'))
  for (const [n, email] of emails.entries()) {
    await sql`with voter as (insert into people (id, name, email, email_canonical) values (gen_random_uuid(), 'Seria', ${email}, ${email}) returning id),
      cast_ballot as (insert into ballots (id, question_id, person_id, choices) select gen_random_uuid(), ${id}, id, string_to_array(${n < 6 ? 'for' : 'against'}, ',') from voter returning id, choices, stratum)
      insert into ballot_history (ballot_id, choices, stratum) select id, choices, stratum from cast_ballot`
  }
  const [flag] = await sql`insert into flags (id, kind, question_id, cluster, evidence, first_at, last_at) values (gen_random_uuid(), 'network-burst', ${id}, ${id}, '{"items": 6, "people": 6, "newAccounts": 5}', now() - interval '9 minutes', now()) returning id`
  await sql`insert into flag_ballots (flag_id, ballot_id) select ${flag!.id as string}, ballots.id from ballots where question_id = ${id} and choices = '{for}'`
  await sql`insert into vote_traces (person_id, question_id, network_key, at) select person_id, question_id, 'x', now() - (row_number() over () || ' minutes')::interval from ballots where question_id = ${id} and choices = '{for}'`
  return { question: `/glosowania/${id}`, flag: `/moderacja/sygnaly/${flag!.id as string}`, voter: emails[0]! }
}

async function aModerator(browser: Browser, javaScriptEnabled: boolean, name: string): Promise<Page> {
  const page = await aVisitor(browser, javaScriptEnabled, 1280)
  const email = someone('sygnaly')
  await signIn(page, email, name)
  await giveRole(sql, email, 'moderator')
  return page
}

for (const javaScriptEnabled of [true, false]) {
  test(`A48: votes are taken out by two people for a public reason, and given back (JavaScript ${javaScriptEnabled})`, async ({ browser, page }) => {
    test.setTimeout(150_000)
    const { question, flag, voter } = await aFlaggedQuestion()
    const [first, second] = [await aModerator(browser, javaScriptEnabled, 'Pierwsza'), await aModerator(browser, javaScriptEnabled, 'Druga')]
    await first.goto('/moderacja')
    await first.getByRole('link', { name: 'Sygnały do sprawdzenia' }).click()
    await expect(first.getByRole('heading', { level: 1, name: 'Sygnały do sprawdzenia' })).toBeVisible()
    expect(await violations(first, javaScriptEnabled)).toEqual([])
    await first.locator(`a[href="${flag}"]`).click()
    await expect(first.getByRole('heading', { level: 1, name: 'Wiele głosów z jednej sieci w krótkim czasie' })).toBeVisible()
    await expect(first.getByText('6 z 9')).toBeVisible()
    expect(await violations(first, javaScriptEnabled)).toEqual([])
    const invalidate = first.getByRole('form', { name: 'Unieważnienie głosów' })
    await invalidate.getByRole('textbox').fill('Za krótko')
    await invalidate.getByRole('button').click()
    await expect(first.getByRole('alert').first()).toBeVisible()
    await expect(invalidate.getByRole('textbox')).toHaveValue('Za krótko')
    await invalidate.getByRole('textbox').fill('Sześć głosów przyszło z jednego łącza w sześć minut, z kont założonych tego samego dnia.')
    await invalidate.getByRole('button').click()
    await expect(first.getByText('Czeka na drugą osobę.')).toBeVisible()
    await expect(first.getByRole('button', { name: 'Potwierdź' })).toHaveCount(0)
    await page.goto(question)
    await expect(page.getByText('Oddano 9 głosów.')).toBeVisible()

    await second.goto(flag)
    await second.getByRole('button', { name: 'Potwierdź: unieważnij te głosy' }).click()
    await expect(second.getByText(/Potwierdzone przez: Druga/)).toBeVisible()
    await page.goto(question)
    await expect(page.getByText('Oddano 3 głosy.')).toBeVisible()
    await expect(page.getByText('Unieważniono 6 głosów. Wynik powyżej ich nie liczy.')).toBeVisible()
    await expect(page.getByText('Wynik z nimi: 9 głosów')).toBeVisible()
    await expect(page.getByText('Sześć głosów przyszło z jednego łącza')).toBeVisible()
    expect(await violations(page, true)).toEqual([])
    expect(await linkMailedTo(voter, /https?:\/\/\S+glosowania\S+/)).toContain(question)

    // One of the six contests it, by the link of the mail; neither of the two who decided may answer, a third may.
    const contest = new URL(await linkMailedTo(voter, /https?:\/\/\S+moj-glos\S+/)).pathname
    const contesting = await aVisitor(browser, javaScriptEnabled, 360)
    await signIn(contesting, voter, 'Seria')
    await contesting.goto(contest)
    await expect(contesting.getByRole('heading', { name: 'Twój głos w tym głosowaniu nie jest liczony' })).toBeVisible()
    expect(await violations(contesting, javaScriptEnabled)).toEqual([])
    await contesting.getByLabel('Dlaczego ta decyzja jest niesłuszna?').fill('Nie')
    await contesting.getByRole('button', { name: 'Wyślij odwołanie' }).click()
    await expect(contesting.getByRole('alert').first()).toBeVisible()
    await expect(contesting.getByLabel('Dlaczego ta decyzja jest niesłuszna?')).toHaveValue('Nie')
    await contesting.getByLabel('Dlaczego ta decyzja jest niesłuszna?').fill('To mój jedyny głos. Mieszkam w akademiku, a tam wszyscy mają jedno łącze.')
    await contesting.getByRole('button', { name: 'Wyślij odwołanie' }).click()
    await expect(contesting.getByText(/^Odwołanie dotarło .+ Odpowiemy najpóźniej/)).toBeVisible()
    await first.goto(flag)
    await expect(first.getByText('Mieszkam w akademiku')).toBeVisible()
    await expect(first.getByRole('button', { name: 'Zapisz rozstrzygnięcie' })).toHaveCount(0)
    const third = await aModerator(browser, javaScriptEnabled, 'Trzecia')
    await third.goto('/moderacja/odwolania')
    expect(await violations(third, javaScriptEnabled)).toEqual([])
    await third.locator(`a[href^="${flag}"]`).click()
    expect(await violations(third, javaScriptEnabled)).toEqual([])
    const answer = third.getByRole('article', { name: 'Odwołuje się: Seria' })
    await answer.getByLabel('Tak, ten głos ma się liczyć').check()
    await answer.getByRole('textbox').fill('Akademik ma jedno łącze dla wszystkich.')
    await answer.getByRole('button', { name: 'Zapisz rozstrzygnięcie' }).click()
    await expect(answer.getByText(/^Odwołanie uwzględnione/)).toBeVisible()
    await contesting.goto(contest)
    await expect(contesting.getByRole('heading', { name: 'Twój głos w tym głosowaniu znów się liczy' })).toBeVisible()
    await expect(contesting.getByText('Akademik ma jedno łącze dla wszystkich.')).toBeVisible()
    await page.goto(question)
    await expect(page.getByText('Oddano 4 głosy.')).toBeVisible()
    await expect(page.getByText('1 głos z nich znów się liczy po odwołaniu.')).toBeVisible()
    await expect(page.getByText('Wynik z nimi: 9 głosów')).toBeVisible()

    await second.goto(flag)
    await second.getByRole('textbox').fill('Osoby z tego akademika potwierdziły w urzędzie, że każda głosowała sama.')
    await second.getByRole('button', { name: 'Zaproponuj przywrócenie' }).click()
    await expect(second.getByText('Czeka na drugą osobę.')).toBeVisible()
    await first.goto(flag)
    await first.getByRole('button', { name: 'Potwierdź: przywróć te głosy' }).click()
    await expect(first.getByText(/Potwierdzone przez: Pierwsza/)).toBeVisible()
    await page.goto(question)
    await expect(page.getByText('Oddano 9 głosów.')).toBeVisible()
    await expect(page.getByText('Wszystkie unieważnione wcześniej głosy zostały przywrócone')).toBeVisible()
  })
}
