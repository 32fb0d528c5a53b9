import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { inTheQueue, signIn, someone } from './people'

const role = (email: string, name: string) => execFileSync('npm', ['run', 'role', '--', email, name], { stdio: 'ignore' })
const account = '61 1090 1014 0000 0712 1981 2874'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'writing' : 'writing without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('personal data asks first and waits then; a moderator lets it be read', async ({ page, browser }) => {
      await signIn(page, someone('dane'), 'Pan z kontem')
      await page.goto('/zadania/1.1.17')
      const text = `Wpłaty na konto ${account}, ${javaScriptEnabled ? 'proszę' : 'dziękuję'} ${Date.now()}`
      await page.getByLabel('Twój komentarz').fill(text)
      await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
      await expect(page.getByText('Zanim to opublikujemy, sprawdź jedną rzecz.')).toBeVisible()
      await expect(page.getByLabel('Twój komentarz')).toHaveValue(text)
      await page.getByRole('button', { name: 'Wysyłam mimo to' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Twój komentarz czeka na sprawdzenie')
      await page.goto('/konto')
      await expect(page.getByText('widzisz go tylko Ty i moderacja').first()).toBeVisible()

      const desk = await browser.newPage({ javaScriptEnabled })
      const moderator = someone('dyzur')
      await signIn(desk, moderator, 'Dyżurna Ola')
      role(moderator, 'moderator')
      await desk.goto('/zadania/1.1.17')
      await expect(desk.getByText(text)).toHaveCount(0)
      const waiting = await inTheQueue(desk, desk.getByRole('listitem').filter({ hasText: text }))
      await expect(waiting).toContainText(account)
      await waiting.getByRole('link').first().click()
      await desk.getByLabel(/^Pokaż/).check()
      await desk.getByLabel('Uzasadnienie').fill('To konto stowarzyszenia, podane publicznie.')
      await desk.getByRole('button', { name: 'Zapisz decyzję' }).click()
      await expect(desk.getByText('Komentarz zostaje i jest widoczny.')).toBeVisible()
      await desk.goto('/zadania/1.1.17')
      await expect(desk.getByText(text)).toBeVisible()
    })

    test('one’s own words are changed, and taken back after a question', async ({ page }) => {
      await signIn(page, someone('zmiana'), 'Zmienna Ewa')
      await page.goto('/zadania/1.1.10')
      const text = `Straż w szkołach, i rozmowa o hulajnogach. ${Date.now()}`
      await page.getByLabel('Twój komentarz').fill(text)
      await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
      await expect(page.getByText(text)).toBeVisible()
      await page.goto('/konto')
      await page.getByRole('link', { name: /^Zmień lub wycofaj/ }).first().click()
      await expect(page.getByText('Przez 5 minut od wysłania zmiana nie zostawia śladu.')).toBeVisible()
      const changed = `Straż w szkołach, i rozmowa o rowerach. ${Date.now()}`
      await page.getByLabel('Treść komentarza').fill(changed)
      await page.getByRole('button', { name: 'Zapisz zmianę' }).click()
      await expect(page.getByText(changed)).toBeVisible()
      await page.goto('/konto')
      await page.getByRole('link', { name: /^Zmień lub wycofaj/ }).first().click()
      await page.getByRole('link', { name: 'Wycofaj komentarz' }).click()
      await page.getByRole('button', { name: 'Tak, wycofaj' }).click()
      await expect(page).toHaveURL(/\/zadania\/1\.1\.10\/glos\/[^/]+$|#glos-/)
      await page.goto('/zadania/1.1.10')
      await expect(page.getByText(changed)).toHaveCount(0)
    })

    test('the office answers several questions at once', async ({ page, browser }) => {
      await signIn(page, someone('pytanie'), 'Pytający Jan')
      const question = `Kiedy ruszą warsztaty? ${Date.now()}`
      await page.goto('/zadania/1.1.23')
      await page.getByLabel('Twój komentarz').fill(question)
      await page.getByLabel('Pytanie', { exact: true }).check()
      await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
      await expect(page.getByText(question)).toBeVisible()

      const office = await browser.newPage({ javaScriptEnabled })
      const official = someone('urzad')
      await signIn(office, official, 'Biuro Dialogu')
      role(official, 'official')
      await office.goto('/konto')
      await office.getByRole('link', { name: /^1\.1\.23/ }).click()
      await office.getByLabel('Odpowiedź', { exact: true }).fill('Warsztaty ruszą w marcu.')
      await office.getByRole('button', { name: 'Opublikuj odpowiedź' }).click()
      await expect(office.getByText('Zaznacz co najmniej jeden komentarz, na który odpowiadasz.').first()).toBeVisible()
      await expect(office.getByLabel('Odpowiedź', { exact: true })).toHaveValue('Warsztaty ruszą w marcu.')
      await office.getByLabel(new RegExp(question.replace('?', '\\?'))).check()
      await office.getByRole('button', { name: 'Opublikuj odpowiedź' }).click()
      await expect(office.getByText('Warsztaty ruszą w marcu.').first()).toBeVisible()
      await office.goto('/zadania/1.1.23/odpowiedz')
      await expect(office.getByLabel(new RegExp(question.replace('?', '\\?')))).toHaveCount(0)
    })
  })
}

test('a draft stays in this browser, and is forgotten when one signs out', async ({ page }) => {
  await signIn(page, someone('szkic'), 'Pisząca Ala')
  await page.goto('/zadania/1.1.9')
  await page.getByLabel('Twój komentarz').fill('Zacznę dziś, dokończę jutro.')
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain('Zacznę dziś')
  await page.reload()
  await expect(page.getByText('Przywróciliśmy szkic')).toBeVisible()
  await expect(page.getByLabel('Twój komentarz')).toHaveValue('Zacznę dziś, dokończę jutro.')
  await page.goto('/konto')
  await page.getByRole('button', { name: 'Wyloguj się' }).click()
  await expect(page).toHaveURL('/')
  expect(await page.evaluate(() => Object.values(localStorage).join())).not.toContain('Zacznę dziś')
})

test('whoever agrees need not say it again', async ({ page, browser }) => {
  await signIn(page, someone('pierwsza'), 'Pierwsza Ala')
  const mark = Math.random().toString(36).replace(/[^a-z]/g, '').padEnd(6, 'q').slice(0, 6)
  await page.goto('/zadania/1.1.14')
  await page.getByLabel('Twój komentarz').fill(`Wspólny kalendarz szkoleń wolontariuszy w bibliotece ${mark}.`)
  await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
  await expect(page.getByText(mark)).toBeVisible()
  const another = await browser.newPage()
  await signIn(another, someone('druga'), 'Druga Ewa')
  await another.goto('/zadania/1.1.14')
  await another.getByLabel('Twój komentarz').fill(`Proszę o wspólny kalendarz szkoleń wolontariuszy ${mark}`)
  const agree = another.getByRole('region', { name: 'Czy to już ktoś napisał?' }).getByRole('button', { name: 'Zgadzam się z: Pierwsza Ala' })
  await agree.click()
  await expect(agree).toHaveAttribute('aria-pressed', 'true')
})
