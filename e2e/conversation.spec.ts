import { expect, test } from '@playwright/test'
import { signIn, someone, theDatabase } from './people'

// A long conversation, as readers use it: by link, in any order, to its end, and with a word of their own.

const sql = theDatabase()
const code = '1.1.12'
const many = 130

test.beforeAll(async () => {
  const [task] = await sql`select thread_id from tasks where code = ${code}`
  const threadId = task!.thread_id as string
  if ((await sql`select from comments where thread_id = ${threadId}`).length) return
  const [person] = await sql`insert into people (id, name) values (gen_random_uuid(), 'Rozmówczyni') returning id`
  const key = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
  for (let n = 1; n <= many; n++) {
    // Every tenth begins a chain that grows deep.
    const parent = n % 10 > 0 && n % 10 < 7 && n > 10 ? key(n - 1) : ''
    await sql`insert into comments (id, thread_id, author_id, parent_id, body, stance, agrees) values (${key(n)}, ${threadId}, ${person!.id as string}, nullif(${parent}, '')::uuid, ${`Wypowiedź numer ${n}.`}, nullif(${n % 5 ? '' : 'question'}, ''), ${String(n % 7)}::int)`
  }
  await sql`select pg_notify('touched', ${`thread:${threadId}`})`
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a reader' : 'a reader without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })

    test('chooses an order and reads to the end, each voice once', async ({ page }) => {
      await page.goto(`/zadania/${code}`)
      await page.getByRole('link', { name: 'Z największą zgodą' }).click()
      await expect(page.getByText('Pokazujemy: Z największą zgodą.')).toBeVisible()
      const met: string[] = []
      const deeper = page.getByRole('link', { name: 'Dalsze komentarze' })
      for (;;) {
        met.push(...(await page.locator('.thread > li > article').evaluateAll((articles) => articles.map(({ id }) => id))))
        if (!(await deeper.isVisible())) break
        await page.goto((await deeper.getAttribute('href'))!)
      }
      const [roots] = await sql`select count(*)::int as count from comments join tasks using (thread_id) where code = ${code} and parent_id is null`
      expect(met.length).toBe(roots!.count)
      expect(new Set(met).size).toBe(met.length)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      const back: string[] = []
      const earlier = page.getByRole('link', { name: 'Poprzednie komentarze' })
      for (;;) {
        back.unshift(...(await page.locator('.thread > li > article').evaluateAll((articles) => articles.map(({ id }) => id))))
        if (!(await earlier.isVisible())) break
        await page.goto((await earlier.getAttribute('href'))!)
      }
      expect(back).toEqual(met)
    })

    test('chooses what to read, and is told what that is', async ({ page }) => {
      await page.goto(`/zadania/${code}/komentarze`)
      await page.getByLabel('Stanowisko').selectOption('pytanie')
      await page.getByLabel('Słowa').fill('wypowiedzi numer 25')
      await page.getByRole('button', { name: 'Pokaż' }).click()
      await expect(page.getByText('Pokazujemy: Najnowsze, Stanowisko: pytanie, „wypowiedzi numer 25”.')).toBeVisible()
      await expect(page.getByRole('article')).toHaveCount(1)
      await expect(page.getByRole('article')).toContainText('Wypowiedź numer 25.')
    })

    test('answers in a long branch, and sees the answer wherever it stands', async ({ page }) => {
      await signIn(page, someone('odpowiada'), 'Odpowiadająca')
      await page.goto(`/zadania/${code}`)
      await page.locator('.thread > li > article').filter({ hasText: 'Wypowiedź numer 120.' }).getByRole('button', { name: 'Odpowiedz' }).first().click()
      const text = `Dopisuję się na końcu ${Date.now()}.`
      await page.getByLabel('Twoja odpowiedź').fill(text)
      await page.getByRole('button', { name: 'Opublikuj odpowiedź' }).click()
      await expect(page.getByText(text)).toBeVisible()
      await expect(page.getByRole('heading', { level: 1, name: 'Komentarz i odpowiedzi' })).toBeVisible()
    })

    test('opens one voice by its link, says what they think of it, and takes that back', async ({ page }) => {
      await signIn(page, someone('czyta'), 'Czytelniczka')
      const [deep] = await sql`select comments.id from comments join tasks using (thread_id) where code = ${code} and depth = 5 order by comments.id limit 1`
      await page.goto(`/zadania/${code}/glos/${deep!.id as string}`)
      const voice = page.locator('#tu > article')
      await expect(page.getByRole('heading', { name: 'Na co odpowiada ten komentarz' })).toBeVisible()
      await voice.getByRole('button', { name: /^Zgadzam się/ }).first().click()
      const counted = () => sql`select kind, revision from reactions where comment_id = ${deep!.id as string} and person_id is not null`
      await expect.poll(async () => (await counted()).length).toBe(1)
      if (javaScriptEnabled) {
        const agree = voice.getByRole('button', { name: /^Zgadzam się/ }).first()
        await expect(agree).toHaveAttribute('aria-pressed', 'true')
        await agree.click()
      } else {
        await expect(page.getByText('Twoja ocena: Zgadzam się.')).toBeVisible()
        await page.getByRole('button', { name: 'Cofnij ocenę' }).click()
      }
      await expect.poll(async () => (await counted()).length).toBe(0)
      await page.getByRole('link', { name: 'Zobacz tę wypowiedź wśród innych' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Cała dyskusja')
    })
  })
}

test('a new voice is announced on a button, and nothing moves by itself', async ({ page, browser }) => {
  await page.goto(`/zadania/${code}`)
  await page.waitForResponse((answer) => answer.url().includes('/live'))
  const writer = await (await browser.newContext()).newPage()
  await signIn(writer, someone('pisze'), 'Pisząca właśnie teraz')
  await writer.goto(`/zadania/${code}`)
  const text = `Coś nowego ${Date.now()}`
  await writer.getByLabel('Twój komentarz').fill(text)
  await writer.getByRole('button', { name: 'Opublikuj komentarz' }).click()
  await expect(writer.getByText(text)).toBeVisible()
  const button = page.getByRole('button', { name: '1 nowy komentarz · Pokaż' })
  await expect(button).toBeVisible()
  await expect(page.getByText(text)).toHaveCount(0)
  await button.click()
  await expect(page.getByText(text)).toBeVisible()
})

test('a form of another site, a form that is none, and too much of it are refused by their right status', async ({ request, baseURL }) => {
  const post = (headers: Record<string, string>, data: string) => request.post('/api/reactions', { headers, data, maxRedirects: 0 })
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(baseURL!).origin }
  expect((await post({ ...form, origin: 'https://evil.example' }, 'a=b')).status()).toBe(403)
  expect((await post({ ...form, origin: 'null' }, 'a=b')).status()).toBe(403)
  expect((await post({ ...form, 'content-type': 'text/plain' }, 'a=b')).status()).toBe(415)
  expect((await post(form, 'a='.padEnd(100_000, 'b'))).status()).toBe(413)
  expect((await post(form, 'a=b')).status()).toBe(400)
})
