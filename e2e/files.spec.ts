import { readFile } from 'node:fs/promises'
import { request as raw } from 'node:http'
import { expect, test, type Page } from '@playwright/test'
import { aDocx, aPdf, aPng, eicar } from '../lib/sample-files'
import { withDatabase } from '../scripts/database'
import { startTestClamd } from '../scripts/test-clamd'
import { startTestS3 } from '../scripts/test-s3'
import { anotherInstance } from './instances'
import { asWide, atTheDesk, aVisitor, inTheQueue, signIn, someone, theDatabase, violations } from './people'
import { unique } from './steps'

const sql = theDatabase()
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
const pdf = (name: string, more = '') => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(aPdf(more)) })
const png = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(aPng(600, 400)) })

/** A draft of a confirmed organisation, right in everything, and the organisation's address. */
async function aDraft(member: string) {
  const [title, name, slug] = [unique('Łąka za blokiem'), unique('Stowarzyszenie Łąka'), crypto.randomUUID()]
  const draft = JSON.stringify({
    tasks: ['1.1.16'], title, summary: 'Łąka.', need: 'Trawnik usycha.', targetGroup: 'Sąsiedzi.', from: '2027-03-01', to: '2027-10-31',
    actions: [{ name: 'Siew', description: 'Razem.', from: '2027-04-01', to: '2027-04-30' }],
    results: [{ name: 'Łąka', target: '1', unit: 'łąka', measuring: 'Zdjęcia.' }],
    costs: [{ kind: 'Nasiona', unit: 'kg', unitCost: '100', quantity: '5' }],
    sources: { grant: '500', ownMoney: '', ownNonMoney: '', fees: '' },
  })
  const [{ id }] = (await sql`with made as (
      insert into organisations (id, slug, name, legal_form, seat, about, contact_email, registered_by_id, confirmed_at, confirmed_by_id)
      select gen_random_uuid(), ${slug}, ${name}, 'association', 'Toruń', 'Siejemy.', 'biuro@example.org', id, now(), '00000000-0000-7000-8000-000000000001' from people where email = ${member} returning *),
    joined as (insert into organisation_members (organisation_id, person_id) select id, registered_by_id from made)
    insert into proposals (id, organisation_id, created_by_id, draft) select gen_random_uuid(), id, registered_by_id, ${draft}::jsonb from made returning id`) as unknown as [{ id: string }]
  await sql`update proposals set draft = (draft #>> '{}')::jsonb where id = ${id} and jsonb_typeof(draft) = 'string'`
  return { id, title, name, slug }
}

async function attach(page: Page, description: string, file: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) {
  await page.locator('form', { has: page.getByRole('heading', { name: 'Dołącz plik' }) }).getByLabel('Co to za plik').fill(description)
  await page.getByLabel('Plik', { exact: true }).setInputFiles(file)
  await press(page, 'Dołącz')
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'files' : 'files without JavaScript', () => {
    const width = javaScriptEnabled ? 360 : 1280
    test.describe.configure({ timeout: 90_000 })
    test.use({ javaScriptEnabled, viewport: { width, height: 740 } })
    const fits = async (page: Page) => {
      expect(await violations(page, javaScriptEnabled)).toEqual([])
      expect(await asWide(page)).toBeLessThanOrEqual(width)
    }

    test('are attached, described, removed, and read by everybody once the proposal is public', async ({ page, browser }) => {
      const member = someone('pliki')
      await signIn(page, member, 'Basia z Rubinkowa')
      const { id, title } = await aDraft(member)
      await page.goto(`/propozycje/szkic/${id}/5`)
      await expect(page.getByText('Nie ma tu jeszcze żadnego pliku.')).toBeVisible()
      const rows = page.locator('.files .list > li')

      // What is refused is said, and what was typed stays.
      await attach(page, 'Rysunek łąki', { name: 'rysunek.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') })
      await expect(page.getByRole('alert').filter({ hasText: 'Takiego pliku nie przyjmujemy.' })).toBeVisible()
      await expect(page.getByLabel('Co to za plik')).toHaveValue('Rysunek łąki')
      await fits(page)
      await attach(page, 'Rysunek łąki', pdf('wielki.pdf', '0'.repeat(12_000_000)))
      await expect(page.getByRole('alert').filter({ hasText: 'Zmieści się najwyżej 10 MB.' })).toBeVisible()
      await expect(page.getByLabel('Co to za plik')).toHaveValue('Rysunek łąki')
      await press(page, 'Dołącz')
      if (!javaScriptEnabled) await expect(page.getByRole('alert').filter({ hasText: 'Wybierz plik.' })).toBeVisible()

      await attach(page, 'List poparcia rady okręgu', pdf('../List „poparcia”.pdf'))
      await expect(rows).toHaveCount(1)
      await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
      await attach(page, 'Plan łąki', png('plan.png'))
      await expect(rows).toHaveCount(2)
      await attach(page, 'Opis', { name: 'opis.docx', mimeType: '', buffer: Buffer.from(aDocx()) })
      await expect(rows).toHaveCount(3)
      await expect(rows.first()).toContainText('PDF, 1 kB · nie sprawdzono antywirusem')

      await rows.nth(2).getByText('Zmień opis albo usuń').click()
      await rows.nth(2).getByLabel('Co to za plik').fill('Opis nasion')
      await rows.nth(2).getByRole('button', { name: 'Zapisz opis' }).click()
      await expect(rows.nth(2).locator('b')).toHaveText('Opis nasion')
      if (!javaScriptEnabled) await rows.nth(2).getByText('Zmień opis albo usuń').click()
      await rows.nth(2).getByRole('button', { name: /^Usuń plik/ }).click()
      await expect(rows).toHaveCount(2)
      await fits(page)

      // A download under its own name, byte by byte; nobody else's.
      const link = page.getByRole('link', { name: 'List „poparcia”.pdf' })
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      expect(download.suggestedFilename()).toBe('List „poparcia”.pdf')
      expect(await readFile(await download.path())).toEqual(Buffer.from(aPdf()))
      const address = (await link.getAttribute('href'))!
      const stranger = await aVisitor(browser, javaScriptEnabled, width)
      expect((await stranger.request.get(address)).status()).toBe(404)
      await signIn(stranger, someone('obca'), 'Obca Osoba')
      expect((await stranger.request.get(address)).status()).toBe(404)

      await press(page, 'Wyślij do sprawdzenia')
      await expect(page.getByText('Stan: czeka na sprawdzenie')).toBeVisible()
      await expect(page.getByRole('link', { name: 'plan.png' })).toBeVisible()
      const desk = await atTheDesk(await aVisitor(browser, javaScriptEnabled, width), sql)
      await (await inTheQueue(desk, desk.getByRole('link', { name: title }))).click()
      await expect(desk.getByRole('link', { name: 'plan.png' })).toBeVisible()
      await fits(desk)
      await press(desk, 'Przyjmij i opublikuj')
      await desk.getByRole('link', { name: 'Zobacz opublikowaną propozycję' }).click()
      await desk.waitForURL('**/propozycje/*')

      await stranger.goto(desk.url())
      await expect(stranger.getByRole('heading', { name: 'Załączniki' })).toBeVisible()
      await expect(stranger.getByRole('link', { name: 'plan.png' })).toBeVisible()
      await fits(stranger)
      const answer = await stranger.request.get(address)
      expect([answer.status(), answer.headers()]).toEqual([200, expect.objectContaining({
        'content-type': 'application/pdf',
        'content-disposition': expect.stringMatching(/^attachment; /),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, no-store',
      })])
    })

    test('a logo stands beside the name of its organisation', async ({ page, browser }) => {
      const member = someone('logo')
      await signIn(page, member, 'Basia z Rubinkowa')
      const { name, slug } = await aDraft(member)
      await page.goto('/konto')
      await page.getByRole('link', { name: `Zmień logo: ${name}` }).click()
      await expect(page.getByText('Organizacja nie ma tu jeszcze logo.')).toBeVisible()
      await page.getByLabel('Plik', { exact: true }).setInputFiles(pdf('logo.pdf'))
      await press(page, 'Zapisz logo')
      await expect(page.getByRole('alert').filter({ hasText: 'Logo musi być obrazem JPEG albo PNG.' })).toBeVisible()
      await page.getByLabel('Plik', { exact: true }).setInputFiles(png('logo.png'))
      await press(page, 'Zapisz logo')
      await expect(page.getByRole('img', { name: `Logo: ${name}` })).toBeVisible()
      await fits(page)
      const visitor = await aVisitor(browser, javaScriptEnabled, width)
      for (const path of [`/organizacje/${slug}`, '/organizacje']) {
        await visitor.goto(path)
        const logo = visitor.locator('main img.logo').first()
        await expect(logo).toBeVisible()
        const src = (await logo.getAttribute('src'))!
        const answer = await visitor.request.get(src)
        expect([answer.status(), answer.headers()['content-type'], answer.headers()['cache-control']]).toEqual([200, 'image/webp', 'public, max-age=31536000, immutable'])
        await fits(visitor)
      }
      await press(page, 'Usuń logo')
      await expect(page.getByText('Organizacja nie ma tu jeszcze logo.')).toBeVisible()
      await visitor.goto(`/organizacje/${slug}`)
      await expect(visitor.locator('img.logo')).toHaveCount(0)
    })
  })
}

test('A40: where there is a scanner, nobody has what it has not called clean; files may lie in S3-compatible storage', async ({ page }) => {
  test.setTimeout(90_000)
  const [scanner, s3] = [await startTestClamd(), await startTestS3({ accessKeyId: 'AKIATEST' })]
  const site = await anotherInstance(await withDatabase(async (url) => url), { CLAMD_HOST: scanner.host, FILES_S3_BUCKET: 'pliki', FILES_S3_ENDPOINT: s3.endpoint, FILES_S3_KEY_ID: 'AKIATEST', FILES_S3_SECRET: 'a secret of the tests' })
  try {
    const member = someone('antywirus')
    await signIn(page, member, 'Basia z Rubinkowa')
    const { id } = await aDraft(member)
    await page.goto(`${site.url}/propozycje/szkic/${id}/5`) // Cookies know no ports.
    const rows = page.locator('.files .list > li')
    await attach(page, 'Statut', pdf('statut.pdf'))
    await expect(rows.first()).toContainText('PDF, 1 kB · sprawdzono antywirusem')
    expect(s3.objects.size).toBe(1)
    await attach(page, 'Nowy statut', pdf('nowy-statut.pdf', eicar))
    await expect(page.getByRole('alert').filter({ hasText: 'wykryto złośliwe oprogramowanie' })).toBeVisible()
    await expect(rows).toHaveCount(1)
    expect(s3.objects.size).toBe(1)
    scanner.mood = 'error'
    await attach(page, 'List', pdf('list.pdf'))
    await expect(rows.nth(1)).toContainText('plik czeka na sprawdzenie')
    await expect(page.getByRole('link', { name: 'list.pdf' })).toHaveCount(0)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'statut.pdf' }).click()])
    expect(await readFile(await download.path())).toEqual(Buffer.from(aPdf()))
    const [{ id: waiting }] = (await sql`select file_id as id from proposal_files where proposal_id = ${id} and description = 'List'`) as unknown as [{ id: string }]
    expect((await page.request.get(`${site.url}/api/files/${waiting}`)).status()).toBe(409)
    expect(s3.refused).toEqual([])
  } finally {
    await site.stop()
    scanner.stop()
    s3.stop()
  }
})

test('A34: only forms with files may weigh more, counted as they come', async ({ page }) => {
  await signIn(page, someone('waga'), 'Basia z Rubinkowa')
  const multipart = { do: 'attach', id: crypto.randomUUID(), description: 'a', file: pdf('a.pdf', '0'.repeat(9_000_000)) }
  const headers = { origin: new URL(page.url()).origin, accept: 'application/json' }
  const post = async (path: string) => (await page.request.post(path, { multipart, headers, maxRedirects: 0 })).status()
  expect([await post('/api/attachments'), await post('/api/reactions'), await post('/propozycje/nowa')]).toEqual([404, 413, 413])
})

test('A41: no address leads out of the files', async ({ page, request }) => {
  await signIn(page, someone('sciezka'), 'Basia z Rubinkowa')
  const { port } = new URL(page.url())
  /** As it is written: neither a browser nor `fetch` sends dots. */
  const answerTo = (path: string) =>
    new Promise<{ status: number; location?: string; body: string }>((resolve, reject) => {
      const asked = raw({ port, path, host: 'localhost' }, async (answer) => resolve({ status: answer.statusCode!, location: answer.headers.location, body: Buffer.concat(await answer.toArray()).toString('latin1') }))
      asked.on('error', reject).end()
    })
  const ways = ['..', '%2e%2e', '..%2f..%2fsecrets.json', '%2e%2e%2fsecrets.json', '..%5c..%5csecrets.json', '..%252fsecrets.json', '../../../secrets.json', 'secrets.json', '%00', 'a%00.pdf']
  for (const place of ['/api/files/', '/api/logos/', '/_next/../api/files/', '/_next/static/../../']) {
    for (const way of ways) {
      let answer = await answerTo(place + way)
      for (let steps = 0; answer.location && steps < 4; steps++) answer = await answerTo(new URL(answer.location, page.url()).pathname)
      expect(answer.body, place + way).not.toMatch(/nextauthSecret|databasePassword/)
      if (/secrets|%00/.test(way)) expect([400, 404], place + way).toContain(answer.status)
    }
  }
  expect((await request.get('/files/secrets.json')).status()).toBe(404)
})
