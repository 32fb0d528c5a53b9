import { expect, test, type Browser, type Page } from '@playwright/test'
import { newKey } from '../lib/columns'
import { asWide, atTheDesk, aVisitor, theDatabase, violations } from './people'

const sql = theDatabase()

/** Reported comments under a task, written straight into the database: how they come there is told elsewhere. */
async function reported(count: number, code: string, mark = crypto.randomUUID()) {
  const ids = Array.from({ length: count }, newKey) // In the order of time, as all keys: what comes later is newer.
  const rows = await sql`
    with author as (insert into people (id, name, email, email_canonical) values (gen_random_uuid(), 'Autorka', ${`${mark}@example.org`}, ${`${mark}@example.org`}) returning id),
    new_one as (select id::uuid, n from unnest(string_to_array(${ids.join(' ')}, ' ')) with ordinality as made (id, n)),
    written as (
      insert into comments (id, thread_id, author_id, body, path)
      select new_one.id, (select thread_id from tasks where code = ${code}), author.id, 'Tania pożyczka ' || ${mark} || ' ' || n, array[new_one.id] from new_one, author returning id, body)
    select id, body from written`
  for (const { id } of rows) await sql`insert into reports (id, comment_id, ground, sentence, at) values (gen_random_uuid(), ${id}, 'spam', 'To reklama.', now() - interval '30 hours')`
  return { mark, ids: rows.map(({ id }) => id as string), email: `${mark}@example.org` }
}
const aModerator = async (browser: Browser, javaScriptEnabled = true) => atTheDesk(await aVisitor(browser, javaScriptEnabled, 1280), sql)
const itemOf = (page: Page, mark: string) => page.getByRole('listitem').filter({ hasText: mark })
const stateOf = async (id: string) => (await sql`select state from comments where id = ${id}`)[0]!.state
const decisionsOn = async (mark: string) => (await sql`select count(*)::int as count from decisions join comments on comments.id = comment_id where body like ${`%${mark}%`}`)[0]!.count

test('a decision by the keyboard alone, and the keys switched off', async ({ browser }) => {
  test.setTimeout(90_000)
  const { mark, ids: [id] } = await reported(1, '1.1.2')
  const page = await aModerator(browser)
  expect(await violations(page, true)).toEqual([])
  await expect(itemOf(page, mark)).toContainText('czeka dłużej niż 24 h')

  // Down to the case, and in.
  await expect(page.locator('[data-key=n]')).toHaveAttribute('aria-keyshortcuts', 'n') // The keys are there.
  const reach = async () => {
    for (let step = 0; step < 60 && !(await itemOf(page, mark).locator(':focus').count()); step++) await page.keyboard.press('j')
  }
  await reach()
  await page.keyboard.press('k')
  await reach()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Sprawdzasz tę sprawę od/)).toBeVisible()
  expect(await violations(page, true)).toEqual([])

  await page.keyboard.press('?')
  await expect(page.getByRole('cell', { name: 'wybiera decyzję „Ukryj”' })).toBeVisible()
  await expect(page.locator('[data-key=h]')).toHaveAttribute('aria-keyshortcuts', 'h')
  await page.keyboard.press('h')
  await expect(page.getByRole('radio', { name: /^Ukryj/ })).toBeChecked()
  await page.keyboard.press('4')
  await expect(page.getByRole('radio', { name: /^Spam/ })).toBeChecked()
  await page.keyboard.press('s')
  await page.keyboard.type('h o j 1: to reklama.') // Silent while one writes.
  await expect(page.getByRole('radio', { name: /^Ukryj/ })).toBeChecked()
  await expect(page.getByLabel('Uzasadnienie')).toHaveValue('h o j 1: to reklama.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Komentarz jest ukryty.')).toBeVisible()
  expect(await stateOf(id!)).toBe('hidden')

  await page.locator('#ustawienia summary').click()
  await page.getByLabel('Skróty z jednej litery').uncheck()
  await page.getByRole('button', { name: 'Zapisz ustawienia' }).click()
  await expect(page.getByText('Ustawienia są zapisane.')).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.locator('[data-case] :focus')).toHaveCount(0)
  await page.context().close()
})

test('who looks at a case is seen by another, who can take it over', async ({ browser }) => {
  test.setTimeout(90_000)
  const { mark, ids: [id] } = await reported(1, '1.1.3')
  const [one, another] = [await aModerator(browser), await aModerator(browser)]
  await itemOf(one, mark).getByRole('button', { name: /^Rozpatrz/ }).click()
  await expect(one.getByText(/Sprawdzasz tę sprawę od/)).toBeVisible()

  await another.reload()
  await expect(itemOf(another, mark)).toContainText('Sprawdza ktoś inny od')
  await expect(itemOf(another, mark).getByRole('button')).toHaveCount(0)
  await itemOf(another, mark).getByRole('link').click()
  await expect(another.getByText(/sprawdza ktoś inny z.moderacji/)).toBeVisible()
  await expect(another.getByLabel('Uzasadnienie')).toHaveCount(0)
  expect(await violations(another, true)).toEqual([])
  await another.getByRole('button', { name: 'Przejmij sprawę' }).click()
  await expect(another.getByText(/Sprawdzasz tę sprawę od/)).toBeVisible()

  await one.getByLabel('Zostaw').first().check()
  await one.getByLabel('Uzasadnienie').fill('Nie łamie zasad.')
  await one.getByRole('button', { name: 'Zapisz decyzję' }).click()
  await expect(one.getByText(/Tę sprawę sprawdza teraz ktoś inny/)).toBeVisible()
  await expect(one.getByLabel('Uzasadnienie')).toHaveValue('Nie łamie zasad.')
  expect(await decisionsOn(mark)).toBe(0)

  await another.getByText('Wzory uzasadnień').click()
  await another.getByRole('link', { name: 'Spam lub reklama' }).click()
  await expect(another.getByLabel('Uzasadnienie')).toHaveValue(/jest reklamą/)
  await another.getByRole('button', { name: 'Zapisz decyzję' }).click()
  await expect(another.getByText('Komentarz jest ukryty.')).toBeVisible()
  expect(await stateOf(id!)).toBe('hidden')
  await Promise.all([one.context().close(), another.context().close()])
})

test('three at once by one; twenty-one by two', async ({ browser }) => {
  test.setTimeout(120_000)
  const page = await aModerator(browser)
  const three = await reported(3, '1.1.4')
  await page.reload()
  for (const box of await itemOf(page, three.mark).getByRole('checkbox').all()) await box.check()
  await expect(page.getByText('Zaznaczono 3 sprawy.')).toBeVisible()
  await page.getByRole('button', { name: 'Zapisz decyzję zbiorczą' }).click()
  await expect(page.getByText('Wybierz jedną z możliwości.').first()).toBeVisible()
  await page.getByLabel('Ukryj wszystkie').check()
  await page.getByLabel('Którą zasadę łamie?').selectOption({ label: 'Spam lub reklama' })
  await page.getByLabel('Uzasadnienie').fill('Ta sama reklama w wielu miejscach.')
  await page.getByRole('button', { name: 'Zapisz decyzję zbiorczą' }).click()
  await expect(page.getByText('3 komentarze dostały decyzję.')).toBeVisible()
  expect(await violations(page, true)).toEqual([])
  expect(await decisionsOn(three.mark)).toBe(3)

  const many = await reported(21, '1.1.5')
  const another = await aModerator(browser)
  await page.goto('/moderacja?rodzaj=reports')
  for (const box of await itemOf(page, many.mark).getByRole('checkbox').all()) await box.check()
  await page.getByLabel('Ukryj wszystkie').check()
  await page.getByLabel('Którą zasadę łamie?').selectOption({ label: 'Spam lub reklama' })
  await page.getByLabel('Uzasadnienie').fill('Ta sama reklama w wielu miejscach.')
  await page.getByRole('button', { name: 'Zapisz decyzję zbiorczą' }).click()
  await expect(page.getByText('Potwierdzić może ją tylko ktoś inny z moderacji.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Potwierdź decyzję' })).toHaveCount(0)
  expect([await stateOf(many.ids[0]!), await decisionsOn(many.mark)]).toEqual(['shown', 0])

  await another.goto('/moderacja?rodzaj=bulk')
  await another.getByRole('link', { name: /Ukrycie 21 komentarzy czeka na drugą osobę/ }).first().click()
  await expect(another.getByText(many.mark).first()).toBeVisible()
  expect(await violations(another, true)).toEqual([])
  await another.getByRole('button', { name: 'Potwierdź decyzję' }).click()
  await expect(another.getByText('21 komentarzy dostało decyzję.')).toBeVisible()
  expect([await stateOf(many.ids[20]!), await decisionsOn(many.mark)]).toEqual(['hidden', 21])
  await another.setViewportSize({ width: 320, height: 640 })
  for (const path of [another.url(), '/moderacja', `/moderacja/komentarz/${many.ids[0]}`]) {
    await another.goto(path)
    expect(await asWide(another), path).toBeLessThanOrEqual(320)
  }
  await Promise.all([page.context().close(), another.context().close()])
})

test('without JavaScript: take a case, fill in a reason, decide; and many at once', async ({ browser }) => {
  test.setTimeout(90_000)
  const [single, two] = [await reported(1, '1.1.6'), await reported(2, '1.1.7')]
  const page = await aModerator(browser, false)
  await itemOf(page, single.mark).getByRole('button', { name: /^Rozpatrz/ }).click()
  await expect(page.getByText(/Sprawdzasz tę sprawę od/)).toBeVisible()
  await page.getByText('Wzory uzasadnień').click()
  await page.getByRole('link', { name: 'Spam lub reklama' }).click()
  await expect(page.getByLabel('Uzasadnienie')).toHaveValue(/jest reklamą/)
  await page.getByRole('button', { name: 'Zapisz decyzję' }).click()
  await expect(page.getByText('Komentarz jest ukryty.')).toBeVisible()
  expect(await stateOf(single.ids[0]!)).toBe('hidden')

  for (const box of await itemOf(page, two.mark).getByRole('checkbox').all()) await box.check()
  await page.getByLabel('Zostaw wszystkie').check()
  await page.getByRole('button', { name: 'Zapisz decyzję zbiorczą' }).click()
  await expect(page.getByLabel('Zostaw wszystkie')).toBeChecked() // Refused for want of a reason; nothing is lost.
  for (const box of await itemOf(page, two.mark).getByRole('checkbox').all()) await expect(box).toBeChecked()
  await page.getByLabel('Uzasadnienie').fill('Nie łamie zasad.')
  await page.getByRole('button', { name: 'Zapisz decyzję zbiorczą' }).click()
  await expect(page.getByText('2 komentarze dostały decyzję.')).toBeVisible()
  await page.context().close()
})
