import { expect, test, type Page } from '@playwright/test'
import { asWide, signIn, someone, theDatabase } from './people'

// One person, one phone, no JavaScript: everything that can be done in a conversation and a vote, in one go.

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
const sql = theDatabase()
const code = '1.1.11'
const many = 40

test.beforeAll(async () => {
  const [task] = await sql`select thread_id from tasks where code = ${code}`
  const [person] = await sql`insert into people (id, name) values (gen_random_uuid(), 'Rozmówca') returning id`
  for (let n = 1; n <= many; n++) {
    await sql`insert into comments (id, thread_id, author_id, body, stance, agrees, passes) values (${`018f0000-1111-7000-8000-${n.toString(16).padStart(12, '0')}`}, ${task!.thread_id as string}, ${person!.id as string}, ${`Głos numer ${n}.`}, ${n % 2 ? 'question' : 'for'}, ${String(n % 4)}::int, ${String(n % 3)}::int)`
  }
  await sql`select pg_notify('touched', ${`thread:${task!.thread_id as string}`})`
})

/** The roots that the page lists, by their ids. */
const listed = (page: Page) => page.locator('.thread > li > article').evaluateAll((articles) => articles.map(({ id }) => id))

/** Opens a link and looks whether the page scrolls sideways. */
async function open(page: Page, name: string) {
  await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name, exact: true }).click()])
  expect(await asWide(page), name).toBeLessThanOrEqual(360)
}

test('reads, pages there and back, sorts, comments, answers, reacts, votes and reports on a phone without JavaScript', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, someone('bezskryptu'), 'Bez Skryptu')
  await page.goto('/zadania')
  await page.getByRole('link', { name: new RegExp(code.replaceAll('.', '\\.')) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await asWide(page)).toBeLessThanOrEqual(360)

  // Every order, page by page to its end, and the same way back.
  for (const order of ['Najnowsze', 'Najstarsze', 'Z największą zgodą', 'Najczęściej omawiane', 'Pytania bez odpowiedzi urzędu']) {
    await page.goto(`/zadania/${code}`)
    await open(page, order === 'Najnowsze' ? 'Wybierz, co pokazać' : order)
    await expect(page.getByText(`Pokazujemy: ${order}.`)).toBeVisible()
    const there = [await listed(page)]
    while (await page.getByRole('link', { name: 'Dalsze komentarze' }).isVisible()) {
      await open(page, 'Dalsze komentarze')
      there.push(await listed(page))
    }
    expect(there.flat().length, order).toBeGreaterThanOrEqual(order.startsWith('Pytania') ? many / 2 : many)
    expect(new Set(there.flat()).size, order).toBe(there.flat().length)
    const back = [there.at(-1)!]
    while (await page.getByRole('link', { name: 'Poprzednie komentarze' }).isVisible()) {
      await open(page, 'Poprzednie komentarze')
      back.unshift(await listed(page))
    }
    expect(back, order).toEqual(there)
  }

  await page.goto(`/zadania/${code}`)
  const text = `Piszę z telefonu bez skryptów. ${Date.now()}`
  await page.getByLabel('Twój komentarz').fill(text)
  await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
  await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible()

  const another = page.locator('.thread > li > article').filter({ hasText: `Głos numer ${many}.` })
  await another.getByRole('button', { name: 'Odpowiedz' }).click()
  const answer = `Odpowiadam bez skryptów. ${Date.now()}`
  await page.getByLabel('Twoja odpowiedź').fill(answer)
  expect(await asWide(page)).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: 'Opublikuj odpowiedź' }).click()
  await expect(page.getByRole('article').filter({ hasText: answer }).first()).toBeVisible()

  // What one thinks of it: the page of the comment says it in words, changes it and takes it back.
  await page.goto(`/zadania/${code}`)
  await another.locator('header a[href*="/glos/"]').first().click()
  await page.locator('#tu > article').getByRole('button', { name: /^Zgadzam się/ }).first().click()
  await expect(page.getByText('Twoja ocena: Zgadzam się.')).toBeVisible()
  await page.locator('#tu > article').getByRole('button', { name: /^Nie mam zdania/ }).first().click()
  await expect(page.getByText('Twoja ocena: Nie mam zdania.')).toBeVisible()
  await page.getByRole('button', { name: 'Cofnij ocenę' }).click()
  await expect(page.getByText('Twoja ocena:')).toHaveCount(0)

  await page.goto(`/zadania/${code}`)
  const vote = page.getByRole('group', { name: 'Czy popierasz to zadanie?' })
  await vote.getByRole('button', { name: 'Za', exact: true }).click()
  await expect(page.getByText('Twój głos: Za.').first()).toBeVisible()
  expect(await asWide(page)).toBeLessThanOrEqual(360)
  await vote.getByRole('button', { name: 'Przeciw' }).click()
  await expect(page.getByText('Twój głos: Przeciw.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Wycofaj głos' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Głos wycofany' })).toBeVisible()

  await page.goto(`/zadania/${code}`)
  await another.getByRole('button', { name: 'Zgłoś' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Zgłoś komentarz' })).toBeVisible()
  expect(await asWide(page)).toBeLessThanOrEqual(360)
  await page.getByLabel('Obrażanie innych').check()
  await page.getByLabel('Dlaczego? Wystarczy jedno zdanie').fill('Obraża rozmówców.')
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
  await expect(page.getByRole('heading', { name: 'Dziękujemy, zgłoszenie dotarło' })).toBeVisible()
  expect(await asWide(page)).toBeLessThanOrEqual(360)
})
