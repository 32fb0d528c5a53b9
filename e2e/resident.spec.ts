import { expect, test } from '@playwright/test'
import { followLink, linkMailedTo, signIn, someone } from './people'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a resident' : 'a resident without JavaScript', () => {
    test.use({ javaScriptEnabled })
    const name = javaScriptEnabled ? 'Sąsiadka z Rubinkowa' : 'Kolejarz 60'

    test('finds a task, comments, votes, changes the vote and takes it back', async ({ page }) => {
      await signIn(page, someone('anna'), name)
      await page.goto('/zadania')
      await page.getByRole('link', { name: /1\.1\.18/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Promocja')

      const text = `Wolontariat zaczyna się od koordynatorów. ${Date.now()}`
      await page.getByLabel('Twój komentarz').fill(text)
      await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
      const comment = page.getByRole('article').filter({ hasText: text })
      await expect(comment).toBeVisible()
      await expect(comment).toContainText(name)

      const vote = page.getByRole('group', { name: 'Czy popierasz to zadanie?' })
      await vote.getByRole('button', { name: 'Za', exact: true }).click()
      await expect(page.getByText('Twój głos: Za.').first()).toBeVisible()
      await expect(vote.getByRole('button', { name: 'Za', exact: true })).toHaveAttribute('aria-pressed', 'true')
      await vote.getByRole('button', { name: 'Przeciw' }).click()
      await expect(page.getByText('Twój głos: Przeciw.').first()).toBeVisible()
      await page.getByRole('button', { name: 'Wycofaj głos' }).click()
      await expect(vote.getByRole('button', { name: 'Przeciw' })).toHaveAttribute('aria-pressed', 'false')
    })

    test('answers a comment', async ({ page }) => {
      await signIn(page, someone('jan'), name)
      await page.goto('/zadania/1.1.8')
      const question = `Które szkoły? ${Date.now()}`
      await page.getByLabel('Twój komentarz').fill(question)
      await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
      const comment = page.getByRole('article').filter({ hasText: question }).first()
      await comment.getByRole('button', { name: 'Odpowiedz' }).first().click()
      const answer = `Wszystkie szkoły. ${Date.now()}`
      await page.getByLabel('Twoja odpowiedź').fill(answer)
      await page.getByRole('button', { name: 'Opublikuj odpowiedź' }).click()
      await expect(page.getByRole('article').filter({ hasText: question }).getByText(answer)).toBeVisible()
      await page.goto('/zadania/1.1.8')
      await expect(page.getByRole('article').filter({ hasText: question }).getByText(answer)).toBeVisible()
    })

    test('writes first and signs in then', async ({ page }) => {
      const email = someone('ewa')
      await page.goto('/zadania/1.1.7')
      const text = `Zajęcia powinny być też w soboty. ${Date.now()}`
      await page.getByLabel('Twój komentarz').fill(text)
      await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
      await expect(page.getByText('Twój tekst jest bezpieczny.')).toBeVisible()
      await page.getByLabel('Adres e-mail').fill(email)
      await page.getByRole('button', { name: 'Wyślij link do logowania' }).click()
      await expect(page.getByRole('heading', { name: 'Sprawdź pocztę' })).toBeVisible()
      await followLink(page, await linkMailedTo(email), name)
      await expect(page.getByRole('heading', { name: 'Twój tekst czeka' })).toBeVisible()
      await expect(page.getByLabel('Twój komentarz')).toHaveValue(text)
      await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
      await expect(page).toHaveURL(/\/zadania\/1\.1\.7/)
      await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible()
    })

    test('hears why an empty comment is refused, and votes before signing in', async ({ page }) => {
      await page.goto('/zadania/1.1.6')
      await page.getByRole('group', { name: 'Czy popierasz to zadanie?' }).getByRole('button', { name: 'Za', exact: true }).click()
      await expect(page.getByRole('heading', { name: 'Logowanie' })).toBeVisible()
      const email = someone('ola')
      await page.getByLabel('Adres e-mail').fill(email)
      await page.getByRole('button', { name: 'Wyślij link do logowania' }).click()
      await expect(page.getByRole('heading', { name: 'Sprawdź pocztę' })).toBeVisible()
      await followLink(page, await linkMailedTo(email), name)
      await expect(page.getByRole('heading', { name: 'Twój głos czeka na potwierdzenie' })).toBeVisible()
      await expect(page.getByRole('main').getByRole('link', { name: /^1\.1\.6 / })).toBeVisible()
      await page.getByRole('button', { name: 'Potwierdź głos: Za' }).click()
      await expect(page.getByRole('heading', { name: 'Zapisaliśmy Twój głos' })).toBeVisible()
      await expect(page.getByText('Twój głos: Za.').first()).toBeVisible()
      await page.goto('/zadania/1.1.6')
      await page.getByLabel('Twój komentarz').fill('   ')
      await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
      await expect(page.getByText('Najpierw coś napisz.').first()).toBeVisible()
    })
  })
}

test('what was typed before the script arrived is not lost', async ({ page }) => {
  await page.route('**/_next/static/**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.goto('/zadania/1.1.3', { waitUntil: 'commit' })
  await page.getByLabel('Twój komentarz').fill('Napisane, zanim doszedł skrypt')
  await page.waitForFunction(() => Object.keys(document.querySelector('textarea')!).some((key) => key.startsWith('__react')))
  await expect(page.getByLabel('Twój komentarz')).toHaveValue('Napisane, zanim doszedł skrypt')
  await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
  await expect(page.getByText('Twój tekst jest bezpieczny.')).toBeVisible()
})
