import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { asWide, aVisitor, linkMailedTo, signIn, someone, theDatabase, violations } from './people'

const sql = theDatabase()

async function post(page: Page, code: string, body: string) {
  await page.goto(`/zadania/${code}`)
  await page.getByLabel('Twój komentarz').fill(body)
  await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
  await expect(page.getByRole('article').filter({ hasText: body })).toBeVisible()
}
/** A file that a link gives, as text. */
async function downloaded(page: Page, name: string | RegExp) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })

    test('a copy of one’s data is fetched by whoever has just signed in, and no cookie is set but those of signing in', async ({ page }) => {
      const cookies = new Set<string>()
      page.on('response', (response) => {
        void response.headersArray().then((headers) => headers.filter(({ name }) => name.toLowerCase() === 'set-cookie').forEach(({ value }) => cookies.add(value.split('=')[0]!)), () => {})
      })
      const [email, name, text] = [someone('kopia'), `Kopiująca ${Date.now() % 1e6}`, `Posadźmy tu lipy ${crypto.randomUUID().replace(/[\d-]/g, '')}`]
      await signIn(page, email, name)
      await post(page, '1.1.21', text)
      await page.goto('/konto')
      await page.getByRole('link', { name: 'Pobierz kopię swoich danych' }).click()
      expect(await violations(page, javaScriptEnabled)).toEqual([])
      await page.getByRole('button', { name: 'Przygotuj kopię' }).click()
      await expect(page.getByText(/Kopia jest (w\s)?(przygotowaniu|gotowa)/)).toBeVisible()
      await linkMailedTo(email, /https?:\/\/\S+\/konto\/kopia(?!\S)/)
      await page.goto('/konto/kopia')
      expect(await violations(page, javaScriptEnabled)).toEqual([])
      expect(await asWide(page)).toBe(360)
      const json = await downloaded(page, 'Pobierz kopię dla programów (JSON)')
      expect(json.name).toBe('glos-torunia.json')
      expect((JSON.parse(json.text) as { comments: { text: string }[] }).comments.map((comment) => comment.text)).toEqual([text])
      expect((await downloaded(page, 'Pobierz kopię do czytania (HTML)')).text).toContain(text)

      // A browser that has been open for a while: first sign in again, then one is back here.
      await sql`update sessions set started_at = now() - interval '11 minutes' where person_id = (select id from people where email = ${email})`
      expect((await page.request.get('/api/account/copy/json', { maxRedirects: 0 })).status()).toBe(303)
      await page.goto('/konto/kopia')
      await expect(page.getByRole('link', { name: 'Pobierz kopię dla programów (JSON)' })).toHaveCount(0)
      expect(await violations(page, javaScriptEnabled)).toEqual([])
      const used = await linkMailedTo(email)
      await page.getByRole('button', { name: 'Wyślij link do logowania' }).click()
      await expect(page.getByRole('heading', { name: 'Sprawdź pocztę' })).toBeVisible()
      await expect.poll(() => linkMailedTo(email)).not.toBe(used)
      await page.goto(await linkMailedTo(email))
      await page.getByRole('button', { name: 'Zaloguj się' }).click()
      await expect(page).toHaveURL(/\/konto\/kopia$/)
      expect((await downloaded(page, 'Pobierz kopię dla programów (JSON)')).text).toContain(text)

      const allowed = /^(__Host-)?glos-session(-return)?$|^(__Host-|__Secure-)?next-auth\.csrf-token$/
      expect([...cookies, ...(await page.context().cookies()).map(({ name }) => name)].filter((name) => !allowed.test(name))).toEqual([])
      expect(cookies.size).toBeGreaterThan(0)
    })

    test('whoever leaves sees what goes from their texts, and the public page shows it gone', async ({ page, browser }) => {
      const [email, name] = [someone('odchodzi'), `Halina Wilk ${Date.now() % 1e6}`]
      const word = crypto.randomUUID().replace(/[\d-]/g, '')
      await signIn(page, email, name)
      await post(page, '1.1.22', `Lubię ${word} z Wrzosów. Podpisano: ${name}, ${email}`)
      await page.goto('/konto/usun')
      await expect(page.locator('mark')).toHaveText([name, email])
      expect(await violations(page, javaScriptEnabled)).toEqual([])
      expect(await asWide(page)).toBe(360)
      await page.getByLabel('Co jeszcze usunąć z Twoich tekstów?').fill('Wrzosów\nab')
      await page.getByLabel('Wiem, że tego nie da się cofnąć').check()
      await page.getByRole('button', { name: 'Rozumiem. Usuń moje konto na zawsze' }).click()
      await expect(page.getByText(/Wpisz najwyżej 20 słów/).first()).toBeVisible()
      await expect(page.getByLabel('Co jeszcze usunąć z Twoich tekstów?')).toHaveValue('Wrzosów\nab')
      await page.getByLabel('Co jeszcze usunąć z Twoich tekstów?').fill('Wrzosów')
      await page.getByLabel('Wiem, że tego nie da się cofnąć').check()
      await page.getByRole('button', { name: 'Rozumiem. Usuń moje konto na zawsze' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Konto usunięte' })).toBeVisible()
      const stranger = await aVisitor(browser, javaScriptEnabled)
      await stranger.goto('/zadania/1.1.22')
      const left = stranger.getByRole('article').filter({ hasText: word })
      await expect(left).toContainText('konto usunięte')
      await expect(left).toContainText(`Lubię ${word} z [usunięto dane osobowe]. Podpisano: [usunięto dane osobowe], [usunięto dane osobowe]`)
      for (const gone of [name, email]) expect(await stranger.content()).not.toContain(gone)
    })
  })
}

test('the list of what is kept and the wordings of the clause can be read by everybody', async ({ page }) => {
  await page.goto('/prywatnosc')
  await page.getByRole('link', { name: /wykaz: co i jak długo przechowujemy/ }).click()
  await expect(page.getByRole('row', { name: /Link do logowania/ })).toContainText('10 minut od utworzenia')
  await page.goto('/prywatnosc/klauzula/2026-11-27')
  await expect(page.getByText('Brzmienie obowiązujące od 27 listopada 2026.')).toBeVisible()
  expect((await page.request.get('/prywatnosc/klauzula/2020-01-01')).status()).toBe(404)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/en/privacy/retention')
  expect(await violations(page, true)).toEqual([])
  expect(await asWide(page)).toBe(360)
})
