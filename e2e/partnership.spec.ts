import { expect, test, type Page } from '@playwright/test'
import { asWide, aVisitor, checkSaid, signIn, someone, theDatabase, violations } from './people'
import { press, unique } from './steps'

const sql = theDatabase()
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A confirmed organisation that somebody owns. @returns its address */
async function anOrganisation(owner: string, name: string) {
  const slug = crypto.randomUUID()
  await sql`with made as (
      insert into organisations (id, slug, name, legal_form, seat, about, contact_email, registered_by_id, confirmed_at, confirmed_by_id)
      select gen_random_uuid(), ${slug}, ${name}, 'association', 'Toruń', 'Ogrody.', 'biuro@zielone.example.org', id, now(), '00000000-0000-7000-8000-000000000001' from people where email = ${owner} returning *)
    insert into organisation_members (organisation_id, person_id) select id, registered_by_id from made`
  return `/organizacje/${slug}`
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'partnership' : 'partnership without JavaScript', () => {
    test.describe.configure({ timeout: 90_000 })
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
    const fits = async (page: Page) => {
      expect(await violations(page, javaScriptEnabled)).toEqual([])
      expect(await asWide(page)).toBeLessThanOrEqual(360)
    }

    test('one organisation looks for a partner, another answers, and what both confirm is public', async ({ page, browser }) => {
      const [looking, asking, third] = [someone('szuka'), someone('odpowiada'), someone('trzecia')]
      const [one, two, title] = [unique('Fundacja Ogrody'), unique('Klub Sąsiadów'), unique('Partner z salą')]
      await signIn(page, looking, 'Basia z Rubinkowa')
      const ours = await anOrganisation(looking, one)
      await page.goto('/siec')
      await fits(page)
      await page.getByRole('link', { name: 'Szukamy partnera' }).click()
      await page.getByLabel('Tytuł ogłoszenia').fill(title)
      await press(page, 'Opublikuj ogłoszenie')
      await expect(page.getByLabel('Do kiedy czekacie')).toHaveAccessibleDescription(/Podaj dzień/)
      await expect(page.getByLabel('Tytuł ogłoszenia')).toHaveValue(title)
      await fits(page)
      await page.getByLabel('Kogo i czego szukamy').fill('Sali na warsztaty ogrodnicze.')
      await page.getByLabel('Dziedzina').selectOption('18')
      await page.getByLabel('Do kiedy czekacie').fill(dayIn(20))
      await press(page, 'Opublikuj ogłoszenie')
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await fits(page)
      const call = new URL(page.url()).pathname

      const other = await aVisitor(browser, javaScriptEnabled)
      await signIn(other, asking, 'Kuba z Mokrego')
      await anOrganisation(asking, two)
      await other.goto('/siec/dziedzina/18')
      await other.getByRole('link', { name: title }).click()
      await other.getByRole('link', { name: 'Odpowiedz jako organizacja' }).click()
      await press(other, 'Wyślij zgłoszenie')
      await expect(other.getByText('Wypełnij to pole.').first()).toBeVisible()
      await other.getByLabel(/Wiadomość do organizacji/).fill('Mamy salę na parterze.')
      await press(other, 'Wyślij zgłoszenie')
      await expect(other.getByText('czeka na odpowiedź')).toBeVisible()
      await expect(other.getByRole('button', { name: 'Wyślij zgłoszenie' })).toHaveCount(0)
      await fits(other)

      // Nobody else reads it.
      const stranger = await aVisitor(browser, javaScriptEnabled)
      await signIn(stranger, third, 'Ciekawska')
      await checkSaid(stranger, [call, `${call}/zgloszenia`], title, ['na parterze', two])

      await page.goto('/konto')
      await page.getByRole('listitem').filter({ hasText: '1 zgłoszenie czeka' }).getByRole('link', { name: title }).click()
      await expect(page.getByText('Mamy salę na parterze.')).toBeVisible()
      await fits(page)
      await page.getByLabel('Przyjmujemy').check()
      await page.getByLabel('Kilka słów odpowiedzi').fill('Zapraszamy w środę.')
      await press(page, 'Wyślij odpowiedź')
      await expect(page.getByText('partnerstwo potwierdzone')).toBeVisible()
      await stranger.goto(ours)
      await expect(stranger.getByRole('link', { name: two })).toBeVisible()
      await fits(stranger)
      await checkSaid(stranger, [ours], two, ['na parterze', 'w środę'])
      await other.reload()
      await expect(other.getByText(/Odpowiedź: Zapraszamy/)).toBeVisible()

      await page.goto(`${call}/zgloszenia`)
      await press(page, 'Zakończ ogłoszenie')
      await expect(page.getByText('To ogłoszenie jest zakończone').first()).toBeVisible()
      await stranger.goto(call)
      await expect(stranger.getByText('To ogłoszenie jest zakończone').first()).toBeVisible()
    })
  })
}
