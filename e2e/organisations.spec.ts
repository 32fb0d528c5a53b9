import { expect, test, type Page } from '@playwright/test'
import { acceptInvitation, agreesWithRegister, confirm, invitationMailedTo, invite, krsOf, register } from './organisation-steps'
import { atTheDesk, aVisitor, inTheQueue, signIn, someone, theDatabase } from './people'
import { looksRight, press, unique } from './steps'

const sql = theDatabase()

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'an organisation' : 'an organisation without JavaScript', () => {
    const width = javaScriptEnabled ? 360 : 1280
    test.describe.configure({ timeout: 90_000 })
    test.use({ javaScriptEnabled, viewport: { width, height: 740 } })
    const fits = (page: Page) => looksRight(page, javaScriptEnabled)
    /** At the desk, a registration whose register was asked just now. */
    const asked = async (desk: Page, name: string) => {
      await (await inTheQueue(desk, desk.getByRole('link', { name }))).click()
      await press(desk, 'Zapytaj rejestr jeszcze raz')
    }

    test('is checked against the register: it agrees, it differs, it does not answer', async ({ page, browser }) => {
      await signIn(page, someone('rejestr'), 'Basia z Rubinkowa')
      const desk = await atTheDesk(await aVisitor(browser, javaScriptEnabled, width), sql)

      // The register's name is „Stowarzyszenie Rzeka”; so that two may be called that, the number is each test's own.
      const krs = krsOf('01')
      await register(page, 'Stowarzyszenie „Rzeka”', { krs })
      await agreesWithRegister(desk, sql, krs)
      await expect(desk.getByText('DWAJ CZŁONKOWIE ZARZĄDU DZIAŁAJĄCY ŁĄCZNIE')).toBeVisible()
      await expect(desk.getByText('J****')).toHaveCount(0)
      await fits(desk)
      await confirm(desk)

      const another = unique('Stowarzyszenie Morze')
      await register(page, another, { krs: krsOf('01'), seat: 'ul. Długa 3, Gdańsk' })
      await asked(desk, another)
      await expect(desk.getByText('Różnią się 2 rzeczy.')).toBeVisible()
      await expect(desk.getByRole('row', { name: /^Nazwa/ })).toContainText('różni się')
      await expect(desk.getByRole('row', { name: /^Siedziba/ })).toContainText('różni się')
      await fits(desk)

      const unanswered = unique('Stowarzyszenie Cisza')
      await register(page, unanswered, { krs: krsOf('09') })
      await asked(desk, unanswered)
      await expect(desk.getByText('Rejestr nie odpowiada. To nie jest powód do odmowy')).toBeVisible()
      await confirm(desk)

      // One that is being wound up: the desk sees it, and hears of it when the register says so later.
      const ending = unique('Stowarzyszenie Kres')
      await register(page, ending, { krs: krsOf('02') })
      await asked(desk, ending)
      await expect(desk.getByText('Stan: w likwidacji')).toBeVisible()
      await confirm(desk)
      const earlier = desk.locator('#rejestr details li')
      const answers = await earlier.count()
      await press(desk, 'Zapytaj rejestr jeszcze raz')
      await expect(earlier).toHaveCount(answers + 1)
      await desk.goto('/moderacja')
      await expect(desk.getByRole('listitem').filter({ hasText: `${ending}: jest w likwidacji` })).toBeVisible()
      await fits(desk)
      await desk.getByRole('form', { name: `Zapisz, że sprawdzone: ${ending}` }).getByRole('button').click()
      await expect(desk.getByText(`${ending}: jest w likwidacji`)).toHaveCount(0)
    })

    test('has a team: a colleague is invited, accepts, takes over; the last owner stays', async ({ page, browser }) => {
      const [colleague, name] = [someone('kolega'), unique('Koło Wrzosy')]
      await signIn(page, someone('zaprasza'), 'Basia z Rubinkowa')
      await register(page, name)
      const desk = await atTheDesk(await aVisitor(browser, javaScriptEnabled, width), sql)
      await (await inTheQueue(desk, desk.getByRole('link', { name }))).click()
      await expect(desk.getByText('Organizacja nie ma numeru KRS, więc rejestru nie pytamy.')).toBeVisible()
      await confirm(desk)

      await page.goto('/konto')
      await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('Twoja rola: zarządzanie')
      await page.getByRole('link', { name: `Zespół: ${name}` }).click()
      await expect(page.getByText('Tylko Ty zarządzasz tą organizacją.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Odejdź z organizacji' })).toHaveCount(0)
      await page.getByLabel('Adres e-mail osoby').fill('bez małpy')
      await press(page, 'Wyślij zaproszenie')
      await expect(page.getByLabel('Adres e-mail osoby')).toHaveValue('bez małpy')
      await expect(page.getByLabel('Adres e-mail osoby')).toHaveAccessibleDescription(/Wpisz adres e-mail/)
      await invite(page, colleague)
      await expect(page.getByRole('listitem').filter({ hasText: colleague })).toContainText('redakcja, zaprasza Basia z Rubinkowa')
      await fits(page)

      // Somebody else holds the link: they hear why not. Then the colleague, who has no account yet.
      const link = await invitationMailedTo(colleague)
      await desk.goto(link)
      await expect(desk.getByText('To zaproszenie wysłano na inny adres e-mail')).toBeVisible()
      await expect(desk.getByRole('button', { name: 'Przyjmij zaproszenie' })).toHaveCount(0)
      const other = await aVisitor(browser, javaScriptEnabled, width)
      await other.goto(link)
      await expect(other.getByText(name)).toBeVisible()
      await expect(other.getByText('Basia z Rubinkowa zaprasza Cię')).toBeVisible()
      await fits(other)
      await acceptInvitation(other, colleague, 'Kolega z Wrzosów')
      await expect(other.getByText('Twoja rola: redakcja.')).toBeVisible()
      await fits(other)
      await other.goto(link)
      await expect(other.getByText('To zaproszenie zostało już przyjęte.')).toBeVisible()

      // Handed over, the first owner may leave; the new one may not.
      await page.reload()
      await page.getByText('Zmień: Kolega z Wrzosów').click()
      await fits(page)
      await press(page, 'Przekaż zarządzanie')
      await expect(page.getByText('Zarządzanie zostało przekazane.')).toBeVisible()
      await press(page, 'Odejdź z organizacji')
      await expect(page.getByText('Nie należysz już do organizacji.')).toBeVisible()
      await other.goto('/konto')
      await other.getByRole('link', { name: `Zespół: ${name}` }).click()
      await expect(other.getByText('Tylko Ty zarządzasz tą organizacją.')).toBeVisible()

      // The profile: shown is what they choose, and the directory finds them by it.
      await other.getByRole('link', { name: 'Zmień profil' }).click()
      await other.getByLabel('Czego szukamy').fill('Sali na próby.')
      await other.getByLabel('kultura, sztuka i dziedzictwo narodowe').check()
      await other.getByLabel('Okręg').selectOption({ label: 'Wrzosy' })
      await other.getByLabel('Strona internetowa').fill('wrzosy')
      await press(other, 'Zapisz profil')
      await expect(other.getByLabel('Strona internetowa')).toHaveAccessibleDescription(/Wpisz adres strony/)
      await expect(other.getByLabel('kultura, sztuka i dziedzictwo narodowe')).toBeChecked()
      await other.getByLabel('Strona internetowa').fill('wrzosy.example.org')
      await other.getByLabel('stronę internetową').check()
      await fits(other)
      await press(other, 'Zapisz profil')
      await expect(other.getByRole('heading', { level: 1, name })).toBeVisible()
      await expect(other.getByRole('link', { name: 'wrzosy.example.org' })).toBeVisible()
      await expect(other.getByText('Sali na próby.')).toBeVisible()
      expect(await other.content()).not.toContain('biuro@rzeka.example.org')
      await fits(other)
      await page.goto('/organizacje')
      await page.getByLabel('Słowa').fill(name)
      await page.getByLabel('Dziedzina').selectOption({ label: 'kultura, sztuka i dziedzictwo narodowe' })
      await page.getByLabel('Czego szukasz').selectOption({ label: 'organizacji, które czegoś szukają' })
      await press(page, 'Szukaj')
      await expect(page.getByText('Znaleziono 1 organizację.')).toBeVisible()
      await expect(page.getByRole('link', { name })).toBeVisible()
      await expect(page.getByLabel('Dziedzina')).toHaveValue('16')
      await fits(page)
      await page.getByLabel('Okręg').selectOption({ label: 'Rudak' })
      await press(page, 'Szukaj')
      await expect(page.getByText('Żadna organizacja nie pasuje.')).toBeVisible()
    })
  })
}
