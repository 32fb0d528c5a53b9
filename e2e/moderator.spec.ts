import { expect, test } from '@playwright/test'
import { asWide, aVisitor, giveRole, inTheQueue, signIn, someone, theDatabase, violations } from './people'
import { post, unique } from './steps'

const sql = theDatabase()

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'moderating' : 'moderating without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a comment is reported, hidden with a reason, seen by its author, in the ledger, and restored', async ({ page, browser }) => {
      test.setTimeout(90_000)
      const code = javaScriptEnabled ? '1.1.21' : '1.1.22'
      const [authorMail, reporterMail, moderatorMail] = [someone('autor'), someone('zglasza'), someone('moderuje')]
      const text = unique('Tajny komentarz')
      const author = await aVisitor(browser, javaScriptEnabled)
      await signIn(author, authorMail, 'Piszący')
      const id = await post(sql, author, code, text)

      const reporter = await aVisitor(browser, javaScriptEnabled)
      await signIn(reporter, reporterMail, 'Zgłaszająca Zofia')
      await reporter.goto(`/zadania/${code}`)
      await reporter.getByRole('article').filter({ hasText: text }).getByRole('button', { name: 'Zgłoś' }).click()
      await expect(reporter.getByRole('heading', { level: 1, name: 'Zgłoś komentarz' })).toBeVisible()
      await reporter.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
      await expect(reporter.getByText('Wybierz zasadę, której to dotyczy.').first()).toBeVisible()
      expect(await violations(reporter, javaScriptEnabled)).toEqual([])
      await reporter.getByLabel('Cudze dane osobowe').check()
      await reporter.getByLabel('Dlaczego? Wystarczy jedno zdanie').fill('Jest tu adres sąsiadki.')
      await reporter.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
      await expect(reporter.getByRole('heading', { name: 'Dziękujemy, zgłoszenie dotarło' })).toBeVisible()
      expect(await asWide(reporter)).toBeLessThanOrEqual(360)
      await reporter.getByRole('link', { name: 'Wróć do rozmowy' }).click()
      await expect(reporter.getByText(text)).toBeVisible()
      await reporter.goto(`/zglos/${id}`)
      await expect(reporter.getByText('Twoje zgłoszenie tej treści już do nas dotarło.')).toBeVisible()

      // The desk is for moderators.
      for (const path of ['/moderacja', `/moderacja/komentarz/${id}`]) {
        await reporter.goto(path)
        await expect(reporter.getByRole('heading', { name: /^(Moderacja|Zgłoszony komentarz|Decyzja)$/ })).toHaveCount(0)
        expect(await (await reporter.request.get(path)).text()).not.toContain(text)
      }
      await page.goto('/moderacja')
      await expect(page.getByRole('heading', { name: 'Logowanie' })).toBeVisible()
      await signIn(page, moderatorMail, 'Moderująca')
      await giveRole(sql, moderatorMail, 'moderator')
      await page.goto('/moderacja')
      await expect(page.getByRole('heading', { level: 1, name: 'Moderacja' })).toBeVisible()
      expect(await violations(page, javaScriptEnabled)).toEqual([])
      await (await inTheQueue(page, page.getByRole('listitem').filter({ hasText: text }).getByRole('heading').getByRole('link'))).click()
      await expect(page.getByText('Jest tu adres sąsiadki.')).toBeVisible()
      await expect(page.getByText('Zgłaszająca Zofia')).toHaveCount(0)
      expect(await violations(page, javaScriptEnabled)).toEqual([])

      await page.getByLabel('Uzasadnienie').fill('W treści jest adres.')
      await page.getByRole('button', { name: 'Zapisz decyzję' }).click()
      await expect(page.getByText('Wybierz jedną z możliwości.').first()).toBeVisible()
      await expect(page.getByLabel('Uzasadnienie')).toHaveValue('W treści jest adres.')
      await page.getByLabel('Ukryj').check()
      await page.getByRole('radio', { name: /^Cudze dane osobowe/ }).check()
      await page.getByRole('button', { name: 'Zapisz decyzję' }).click()
      await expect(page.getByText('Komentarz jest ukryty.')).toBeVisible()
      await expect(page.getByRole('listitem').filter({ hasText: text })).toHaveCount(0)

      // Its text is gone for everybody else, and its author learns why.
      for (const path of [`/zadania/${code}`, `/zadania/${code}/glos/${id}`, `/zglos/${id}`, '/przejrzystosc', '/']) expect(await (await reporter.request.get(path)).text()).not.toContain(text)
      await author.goto('/konto')
      await expect(author.getByText('W treści jest adres.')).toBeVisible()
      if (javaScriptEnabled) {
        await author.goto(`/zadania/${code}`)
        await expect(author.getByText('Uzasadnienie moderacji: W treści jest adres.')).toBeVisible()
      }
      await reporter.goto('/przejrzystosc')
      await expect(reporter.getByRole('row').filter({ hasText: 'Ukrycie komentarza' }).filter({ hasText: code }).first()).toContainText('Cudze dane osobowe')
      await expect(reporter.getByText('W treści jest adres.')).toHaveCount(0)
      expect(await violations(reporter, javaScriptEnabled)).toEqual([])
      expect(await asWide(reporter)).toBeLessThanOrEqual(360)

      await page.goto(`/moderacja/komentarz/${id}`)
      await page.getByLabel('Dlaczego przywracamy komentarz?').fill('To adres urzędu.')
      await page.getByRole('button', { name: 'Przywróć komentarz' }).click()
      await expect(page.getByText('Komentarz znów jest widoczny.')).toBeVisible()
      await reporter.goto(`/zadania/${code}`)
      await expect(reporter.getByText(text)).toBeVisible()

      // The whole discussion, closed and opened.
      await page.goto(`/moderacja/komentarz/${id}`)
      await page.getByLabel('Z powodu której zasady?').selectOption({ label: 'Obrażanie innych' })
      await page.getByLabel('Dlaczego zamykamy dyskusję?').fill('Same wyzwiska.')
      await page.getByRole('button', { name: 'Zamknij dyskusję' }).click()
      await expect(page.getByText(/Dyskusja jest zamknięta od/)).toBeVisible()
      await reporter.goto(`/zadania/${code}`)
      await expect(reporter.getByText('Ta dyskusja jest zamknięta decyzją moderacji.')).toBeVisible()
      await page.getByLabel('Dlaczego otwieramy dyskusję?').fill('Już spokojnie.')
      await page.getByRole('button', { name: 'Otwórz dyskusję' }).click()
      await expect(page.getByText('Dyskusja przyjmuje komentarze.')).toBeVisible()
      await reporter.goto(`/zadania/${code}`)
      await expect(reporter.getByLabel('Twój komentarz')).toBeVisible()
    })

    test('an account is deleted once it was said what stays', async ({ page, browser }) => {
      const [email, name] = [someone('znika'), `Halina ${Date.now() % 1e6}`]
      const text = unique('Zostaje po mnie')
      await signIn(page, email, name)
      await post(sql, page, '1.1.20', text)
      await page.goto('/konto')
      await page.getByRole('link', { name: 'Usuń konto' }).click()
      await expect(page.getByText('1 komentarz, podpisany „konto usunięte”.')).toBeVisible()
      expect(await violations(page, javaScriptEnabled)).toEqual([])
      await page.getByRole('button', { name: 'Rozumiem. Usuń moje konto na zawsze' }).click()
      await expect(page.getByText('Zaznacz, że wiesz, że tego nie da się cofnąć.').first()).toBeVisible()
      await page.getByLabel('Wiem, że tego nie da się cofnąć').check()
      await page.getByRole('button', { name: 'Rozumiem. Usuń moje konto na zawsze' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Konto usunięte' })).toBeVisible()
      expect((await page.context().cookies()).filter(({ name }) => name.includes('session'))).toEqual([])
      await page.goto('/konto')
      await expect(page.getByRole('heading', { name: 'Logowanie' })).toBeVisible()
      const stranger = await aVisitor(browser, javaScriptEnabled)
      await stranger.goto('/zadania/1.1.20')
      await expect(stranger.getByRole('article').filter({ hasText: text })).toContainText('konto usunięte')
      await expect(stranger.getByText(name)).toHaveCount(0)
    })
  })
}
