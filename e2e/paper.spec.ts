import { expect, test, type Browser, type Page } from '@playwright/test'
import { asWide, aVisitor, giveRole, signIn, someone, theDatabase, violations } from './people'

// What comes on paper: entered by clerks, counted twice, and found by whoever brought it.

const sql = theDatabase()

async function aClerk(browser: Browser, javaScriptEnabled: boolean, name: string) {
  const page = await aVisitor(browser, javaScriptEnabled, 1280)
  const email = someone('urzad')
  await signIn(page, email, name)
  await giveRole(sql, email, 'official')
  await page.goto('/konto')
  await page.getByRole('link', { name: 'Biurko urzędu' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Biurko urzędu' })).toBeVisible()
  return page
}

async function fillWhereFrom(page: Page, receipt: string) {
  await page.getByLabel('Dzień wpływu').fill('2026-11-20')
  await page.getByLabel('Gdzie jest skan albo teczka').fill('Teczka 7')
  await page.getByLabel('Numer potwierdzenia dla osoby').fill(receipt)
}

async function lookUp(page: Page, receipt: string, state: string) {
  await page.goto('/papier')
  await page.getByLabel('Numer potwierdzenia').fill(receipt)
  await page.getByRole('button', { name: 'Sprawdź' }).click()
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^Wpłynęło 20 listopada 2026\\. Stan: ${state}\\.`))
  expect(await asWide(page)).toBeLessThanOrEqual(360)
}

async function checkCounted(page: Page, javaScriptEnabled: boolean) {
  const row = page.getByRole('row', { name: /^Na papierze/ })
  await expect(row).toBeVisible()
  const csv = await (await page.request.get('/api/v1/channels?format=csv')).text()
  const [, voices, votes] = /paper,(\d+),(\d+)/.exec(csv)!
  expect(Number(voices) + Number(votes)).toBeGreaterThan(0)
  expect(await violations(page, javaScriptEnabled)).toEqual([])
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'paper' : 'paper without JavaScript', () => {
    const code = javaScriptEnabled ? '1.1.13' : '1.1.15'

    test('a voice is entered, read on the page of its task, and found by its number', async ({ browser }) => {
      test.setTimeout(180_000)
      const clerk = await aClerk(browser, javaScriptEnabled, 'Wpisująca')
      const [text, receipt] = [`Proszę o ławki przy szkole. ${crypto.randomUUID()}`, `UM/${crypto.randomUUID()}`]
      expect(await violations(clerk, javaScriptEnabled)).toEqual([])
      await clerk.getByLabel('Zadanie', { exact: true }).selectOption(code)
      await clerk.getByRole('button', { name: 'Wpisz wypowiedź do tego zadania' }).click()
      await clerk.getByLabel('Treść wypowiedzi').fill(text)
      await clerk.getByLabel('pomysł', { exact: false }).check()
      await clerk.getByLabel('Podpis widoczny dla wszystkich').fill('Urząd Miasta')
      await fillWhereFrom(clerk, receipt)
      await clerk.getByRole('button', { name: 'Zapisz' }).click()

      // Refused, and nothing that was typed is lost.
      await expect(clerk.getByText('Ta nazwa sugeruje urząd lub moderację.', { exact: false }).first()).toBeVisible()
      await expect(clerk.getByLabel('Treść wypowiedzi')).toHaveValue(text)
      await expect(clerk.getByLabel('pomysł', { exact: false })).toBeChecked()
      await expect(clerk.getByLabel('Numer potwierdzenia dla osoby')).toHaveValue(receipt)
      await expect(clerk.getByLabel('Dzień wpływu')).toHaveValue('2026-11-20')
      expect(await violations(clerk, javaScriptEnabled)).toEqual([])
      await clerk.getByLabel('Podpis widoczny dla wszystkich').fill('Pan Tadeusz')
      await clerk.getByRole('button', { name: 'Zapisz' }).click()
      await expect(clerk.getByRole('status')).toHaveText(`Zapisano. Numer potwierdzenia: ${receipt}.`)
      await checkCounted(clerk, javaScriptEnabled)

      const resident = await aVisitor(browser, javaScriptEnabled)
      await resident.goto(`/zadania/${code}`)
      const voice = resident.getByRole('article').filter({ hasText: text })
      await expect(voice).toContainText('Pan Tadeusz')
      await expect(voice).toContainText('z papieru')
      await lookUp(resident, receipt.toLowerCase(), 'opublikowane')
      expect(await violations(resident, javaScriptEnabled)).toEqual([])
      await resident.getByRole('link', { name: 'Zobacz w serwisie' }).click()
      await expect(resident.getByText(text)).toBeVisible()
      await resident.goto('/papier?numer=nie-ma-takiego')
      await expect(resident.getByRole('status')).toContainText('Nie znamy takiego numeru.')

      // The same number is no second paper.
      await clerk.goto(`/urzad/glos?zadanie=${code}`)
      await clerk.getByLabel('Treść wypowiedzi').fill('Coś innego')
      await fillWhereFrom(clerk, receipt)
      await clerk.getByRole('button', { name: 'Zapisz' }).click()
      await expect(clerk.getByText('Ten numer potwierdzenia jest już użyty.')).toBeVisible()
      await expect(clerk.getByLabel('Treść wypowiedzi')).toHaveValue('Coś innego')
    })

    test('an official asks, a resident votes online, and cards are counted by two clerks', async ({ browser }) => {
      test.setTimeout(180_000)
      const [first, second] = [await aClerk(browser, javaScriptEnabled, 'Wpisująca'), await aClerk(browser, javaScriptEnabled, 'Licząca')]
      const prompt = `Co przy szkole najpierw? ${Date.now()}`
      await ask(first, code, { prompt, voters: 'Głosuje każda osoba, która się zaloguje.' }, javaScriptEnabled)
      await ask(first, code, { prompt: `A co potem? ${Date.now()}`, voters: 'Głosuje każda osoba, która się zaloguje.' }, false)

      const resident = await aVisitor(browser, javaScriptEnabled)
      await signIn(resident, someone('glosuje'), 'Głosująca')
      await resident.goto(`/zadania/${code}`)
      await expect(resident.getByRole('heading', { name: 'Pytania miasta' })).toBeVisible()
      expect(await overlapping(resident)).toEqual([])
      await resident.getByRole('group', { name: prompt }).getByRole('button', { name: 'Drzewa' }).click()
      await expect(resident.getByText('Twój głos: Drzewa.').first()).toBeVisible()
      expect(await violations(resident, javaScriptEnabled)).toEqual([])
      expect(await asWide(resident)).toBeLessThanOrEqual(360)

      // The first count waits; whoever made it cannot confirm it.
      const receipt = `UM/${crypto.randomUUID()}`
      await chooseCards(first, code, prompt)
      expect(await violations(first, javaScriptEnabled)).toEqual([])
      await countCards(first, { Ławki: '7', Drzewa: '' })
      await fillWhereFrom(first, receipt)
      await first.getByRole('button', { name: 'Zapisz' }).click()
      await expect(first.getByRole('status')).toContainText(receipt)
      await first.getByRole('link', { name: receipt }).click()
      await expect(first.getByText('Własnych kart nie można potwierdzić. Musi to zrobić druga osoba.')).toBeVisible()
      await expect(first.getByRole('button', { name: 'Potwierdź liczenie' })).toHaveCount(0)
      await lookUp(resident, receipt, 'czeka na drugie liczenie')

      // The second count differs once, and keeps what was typed.
      await second.goto('/urzad')
      await second.getByRole('link', { name: receipt }).click()
      await expect(second.getByText('7', { exact: true })).toHaveCount(0)
      expect(await violations(second, javaScriptEnabled)).toEqual([])
      await countCards(second, { Ławki: '6', Drzewa: '1' })
      await second.getByRole('button', { name: 'Potwierdź liczenie' }).click()
      await expect(second.getByText('Liczby są inne niż za pierwszym razem.', { exact: false }).first()).toBeVisible()
      await expect(second.getByLabel('Ile kart: Ławki')).toHaveValue('6')
      await countCards(second, { Ławki: '7', Drzewa: '' })
      await second.getByRole('button', { name: 'Potwierdź liczenie' }).click()
      await expect(second.getByText('policzone, 7 kart').first()).toBeVisible()
      await checkCounted(second, javaScriptEnabled)

      await lookUp(resident, receipt, 'policzone')
      await resident.getByRole('link', { name: 'Zobacz w serwisie' }).click()
      await expect(resident.getByText('Oddano 8 głosów.')).toBeVisible()
      await expect(resident.getByRole('row', { name: /Inne zalogowane osoby \+ Głosy na papierze/ })).toContainText('8')
      expect(await violations(resident, javaScriptEnabled)).toEqual([])
    })

    test('where only residents vote, the clerk says that residence was checked; a batch set aside gives its number back', async ({ browser }) => {
      test.setTimeout(180_000)
      const [first, second] = [await aClerk(browser, javaScriptEnabled, 'Wpisująca'), await aClerk(browser, javaScriptEnabled, 'Licząca')]
      const [prompt, receipt] = [`Co przy parku najpierw? ${Date.now()}`, `UM/${crypto.randomUUID()}`]
      await ask(first, code, { prompt, voters: 'Głosują osoby z potwierdzonym zamieszkaniem.' }, javaScriptEnabled)
      const enter = async () => {
        await chooseCards(first, code, prompt)
        await countCards(first, { Ławki: '9', Drzewa: '4' })
        await fillWhereFrom(first, receipt)
      }
      const checked = first.getByLabel('Przy wydawaniu tych kart urząd sprawdził', { exact: false })
      await enter()
      await first.getByRole('button', { name: 'Zapisz' }).click()
      await expect(first.getByText('Zaznacz, że urząd sprawdził zamieszkanie.', { exact: false }).first()).toBeVisible()
      await expect(first.getByLabel('Ile kart: Ławki')).toHaveValue('9')
      expect(await violations(first, javaScriptEnabled)).toEqual([])
      await checked.check()
      await first.getByRole('button', { name: 'Zapisz' }).click()
      await first.getByRole('link', { name: receipt }).click()
      await first.getByRole('button', { name: 'Odłóż tę partię' }).click()
      const resident = await aVisitor(browser, javaScriptEnabled)
      await lookUp(resident, receipt, 'odłożone')

      await enter()
      await checked.check()
      await first.getByRole('button', { name: 'Zapisz' }).click()
      await expect(first.getByRole('status')).toContainText(receipt)
      await second.goto('/urzad')
      await second.getByRole('link', { name: receipt }).click()
      await countCards(second, { Ławki: '9', Drzewa: '4' })
      await second.getByRole('button', { name: 'Potwierdź liczenie' }).click()
      await lookUp(resident, receipt, 'policzone')
      await resident.getByRole('link', { name: 'Zobacz w serwisie' }).click()
      await expect(resident.getByRole('row', { name: /^Głosy na papierze/ })).toContainText('13')
      await expect(resident.getByText('sprawdził urząd przy wydawaniu kart', { exact: false })).toBeVisible()
      expect(await violations(resident, javaScriptEnabled)).toEqual([])
      expect(await asWide(resident)).toBeLessThanOrEqual(360)
    })
  })
}

test('the desk is for the office', async ({ page }) => {
  await page.goto('/urzad')
  await expect(page.getByRole('heading', { name: 'Logowanie' })).toBeVisible()
  await signIn(page, someone('ciekawa'), 'Ciekawa')
  for (const path of ['/urzad', '/urzad/glos?zadanie=1.1.13', '/urzad/karty', `/urzad/partia/${crypto.randomUUID()}`, '/urzad/partia/1']) expect((await page.goto(path))!.status(), path).toBe(404)
})

/** Asks the residents one more thing about a task. */
async function ask(official: Page, code: string, { prompt, voters }: { prompt: string; voters: string }, javaScriptEnabled: boolean) {
  await official.goto(`/zadania/${code}/pytanie`)
  expect(await violations(official, javaScriptEnabled)).toEqual([])
  await official.getByLabel('Pytanie', { exact: true }).fill(prompt)
  await official.getByLabel('Odpowiedzi do wyboru').fill('Ławki\nDrzewa')
  await official.getByLabel(voters).check()
  await official.getByRole('button', { name: 'Zadaj pytanie' }).click()
  await expect(official.getByRole('heading', { level: 1, name: prompt })).toBeVisible()
  expect(await violations(official, javaScriptEnabled)).toEqual([])
}

async function chooseCards(clerk: Page, code: string, prompt: string) {
  await clerk.goto('/urzad')
  await clerk.getByLabel('Głosowanie', { exact: true }).selectOption({ label: `${code} pytanie miasta: ${prompt}` })
  await clerk.getByRole('button', { name: 'Wpisz karty w tym głosowaniu' }).click()
  await expect(clerk.getByText(prompt)).toBeVisible()
}

async function countCards(clerk: Page, cards: Record<string, string>) {
  for (const [choice, count] of Object.entries(cards)) await clerk.getByLabel(`Ile kart: ${choice}`).fill(count)
}

/** Votes that lie on one another: nobody could press their buttons. */
const overlapping = (page: Page) =>
  page.locator('.vote').evaluateAll((votes) => {
    const boxes = votes.map((vote) => ({ asked: vote.textContent.slice(0, 40), box: vote.getBoundingClientRect() }))
    return boxes.flatMap(({ asked, box }, place) => boxes.slice(place + 1).filter((other) => box.top < other.box.bottom && other.box.top < box.bottom).map((other) => `${asked} / ${other.asked}`))
  })
