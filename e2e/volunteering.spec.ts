import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { asWide, aVisitor, checkSaid, signIn, someone, theDatabase, violations } from './people'
import { press, unique } from './steps'

const sql = theDatabase()
/** A day some days from now, as a date field wants it. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A confirmed organisation that somebody owns. */
async function anOrganisation(owner: string, name: string) {
  await sql`with made as (
      insert into organisations (id, slug, name, legal_form, seat, about, contact_email, registered_by_id, confirmed_at, confirmed_by_id)
      select gen_random_uuid(), ${crypto.randomUUID()}, ${name}, 'association', 'ul. Szeroka 7, Toruń', 'Ogrody.', 'biuro@zielone.example.org', id, now(), '00000000-0000-7000-8000-000000000001' from people where email = ${owner} returning *)
    insert into organisation_members (organisation_id, person_id) select id, registered_by_id from made`
}

/** From the call's page to the form, through signing in. */
async function comes(page: Page, call: string, email: string, name: string) {
  await page.goto(call)
  await page.getByRole('link', { name: /^Zapisz się/ }).click()
  await expect(page).toHaveURL(/logowanie/)
  await page.getByLabel('Adres e-mail').waitFor()
  const back = new URL(page.url()).searchParams.get('powrot')!
  await signIn(page, email, name)
  await page.goto(back)
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'volunteering' : 'volunteering without JavaScript', () => {
    test.describe.configure({ timeout: 90_000 })
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
    const fits = async (page: Page) => {
      expect(await violations(page, javaScriptEnabled)).toEqual([])
      expect(await asWide(page)).toBeLessThanOrEqual(360)
    }

    test('an organisation asks, people sign up, wait, leave, come, and have their hours certified', async ({ page, browser }) => {
      const [owner, organisation, role] = [someone('ngo'), unique('Stowarzyszenie Podwórka'), unique('Sadzenie drzew')]
      await signIn(page, owner, 'Basia z Rubinkowa')
      await anOrganisation(owner, organisation)
      await page.goto('/wolontariat')
      await fits(page)
      await page.getByRole('link', { name: 'Poszukaj wolontariuszy' }).click()
      await page.getByLabel('Kogo szukacie').fill(role)
      await page.getByLabel('Od ilu lat').fill('12')
      await press(page, 'Opublikuj ogłoszenie')
      await expect(page.getByLabel('Od ilu lat')).toHaveAccessibleDescription(/Wpisz wiek od 13 do 99 lat/)
      await expect(page.getByLabel('Co trzeba robić')).toHaveAccessibleDescription(/Wypełnij to pole/)
      await expect(page.getByLabel('Kogo szukacie')).toHaveValue(role)
      await fits(page)
      await page.getByLabel('Co trzeba robić').fill('Kopanie i podlewanie.')
      await page.getByLabel('Miejsce', { exact: true }).fill('Park na Bydgoskim')
      await page.getByLabel('Okręg').selectOption({ label: 'Rubinkowo' })
      await page.getByLabel('Od ilu lat').fill('16')
      await page.getByLabel('Do 30 dni').check()
      await page.getByLabel('Dzień').fill(dayIn(9))
      await page.getByLabel('Od godziny').fill('9')
      await page.getByLabel('Do godziny').fill('12:30')
      await page.getByLabel('Ile osób').fill('1')
      await press(page, 'Opublikuj ogłoszenie')
      await expect(page.getByLabel('Od godziny')).toHaveAccessibleDescription(/Podaj godzinę/)
      await page.getByLabel('Od godziny').fill('9:00')
      await press(page, 'Opublikuj ogłoszenie')
      await expect(page.getByText('Ogłoszenie jest opublikowane.')).toBeVisible()
      const desk = page.url().split('?')[0]!
      const call = desk.replace('/osoby', '')

      const one = await aVisitor(browser, javaScriptEnabled)
      await one.goto('/wolontariat/dzielnica/rubinkowo')
      await expect(one.getByRole('link', { name: role })).toBeVisible()
      expect(await (await one.request.get('/wolontariat/dzielnica/rudak')).text()).not.toContain(role)
      expect((await one.request.get('/wolontariat/dzielnica/gdynia')).status()).toBe(404)
      expect((await one.request.get('/wolontariat/nie-ma')).status()).toBe(404)
      await comes(one, call, someone('zosia'), 'Zosia Pierwsza')
      await fits(one)
      await expect(one.getByText(/zobaczą Twoją nazwę z.serwisu/)).toBeVisible()
      await press(one, 'Zapisuję się')
      await expect(one.getByText('Zaznacz, ile masz lat.').first()).toBeVisible()
      await one.getByLabel('Mam ukończone 18 lat').check()
      await one.getByLabel('Wiadomość do organizacji').fill('Mam własną łopatę.')
      await one.getByLabel(/Wiem, że organizacja zobaczy/).check()
      await press(one, 'Zapisuję się')
      await expect(one.getByText('Masz miejsce na tej zmianie.')).toBeVisible()
      await expect(one.getByText('Osoba do kontaktu w organizacji: Basia z Rubinkowa.')).toBeVisible()

      const two = await aVisitor(browser, javaScriptEnabled)
      await two.goto(call)
      await expect(two.getByText('Brak wolnych miejsc.')).toBeVisible()
      await fits(two)
      await comes(two, call, someone('kuba'), 'Kuba Drugi')
      await two.getByLabel(/ale nie 18/).check()
      await two.getByLabel(/Wiem, że organizacja zobaczy/).check()
      await press(two, 'Zapisuję się na listę rezerwową')
      await expect(two.getByText(/Zaznacz zgodę rodzica albo opiekuna/).first()).toBeVisible()
      await two.getByLabel(/Mój rodzic albo opiekun zgadza się/).check()
      await press(two, 'Zapisuję się na listę rezerwową')
      await expect(two.getByText('Twoje miejsce na liście: 1.')).toBeVisible()

      // Names are for the organisation alone.
      await checkSaid(one, [call, '/wolontariat'], role, ['Zosia Pierwsza', 'Kuba Drugi', 'łopatę', 'Basia z Rubinkowa'])
      expect(await (await one.request.get(desk)).text()).not.toContain('Kuba Drugi')
      await page.goto(desk)
      await expect(page.getByRole('listitem').filter({ hasText: 'Zosia Pierwsza' }).last()).toContainText('Mam własną łopatę.')
      await expect(page.getByRole('listitem').filter({ hasText: 'Kuba Drugi' }).last()).toContainText('potrzebna zgoda na piśmie')
      await fits(page)

      // Who leaves makes room for who waits.
      await press(one, 'Zrezygnuj')
      await expect(one.getByText(/Zapis na tę zmianę jest odwołany/)).toBeVisible()
      await two.reload()
      await expect(two.getByText('Masz miejsce na tej zmianie.')).toBeVisible()
      await two.goto('/konto')
      await expect(two.getByRole('listitem').filter({ hasText: role })).toContainText('masz miejsce')

      // The day has come.
      await page.goto(desk)
      await expect(page.getByLabel('Godziny: Kuba Drugi')).toHaveCount(0)
      await sql`update volunteer_shifts set starts_at = now() - interval '2 hours', ends_at = now() where call_id = ${call.split('/').at(-1)!}`
      await page.reload()
      await page.getByLabel('Godziny: Kuba Drugi').fill('dużo')
      await press(page, 'Zapisz obecność')
      await expect(page.getByLabel('Godziny: Kuba Drugi')).toHaveAccessibleDescription(/Wpisz godziny od 0 do 24/)
      await page.getByLabel('Godziny: Kuba Drugi').fill('3,5')
      await press(page, 'Zapisz obecność')
      await expect(page.getByText('Obecność jest zapisana.')).toBeVisible()

      await two.goto('/konto')
      await two.getByRole('list').filter({ hasNotText: 'masz miejsce' }).getByRole('link', { name: role }).last().click()
      await expect(two.getByRole('heading', { level: 1, name: 'Zaświadczenie o wolontariacie' })).toBeVisible()
      await fits(two)
      await two.getByLabel('Imię i nazwisko na zaświadczeniu').fill('Jakub Żółciński')
      const [file] = await Promise.all([two.waitForEvent('download'), press(two, 'Pobierz zaświadczenie (PDF)')])
      expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
      // Nobody else has it.
      expect((await one.request.post(`/api/volunteering/${call.split('/').at(-1)}/certificate`, { form: { name: 'X' }, headers: { origin: new URL(call).origin } })).status()).toBe(404)

      // More shifts, then the end.
      await page.getByLabel('Dzień').fill(dayIn(12))
      await page.getByLabel('Od godziny').fill('10:00')
      await page.getByLabel('Do godziny').fill('11:00')
      await page.getByLabel('Ile osób').fill('4')
      await press(page, 'Dodaj zmianę')
      await expect(page.getByText('Zmiana jest dodana.')).toBeVisible()
      await two.goto(call)
      await expect(two.getByText('4 wolne miejsca z 4')).toBeVisible()
      await page.getByLabel('Powód', { exact: true }).fill('Mamy już komplet drzew.')
      await press(page, 'Zakończ ogłoszenie')
      await expect(page.getByText(/Ogłoszenie jest zakończone. Zapisane osoby dostały wiadomość/)).toBeVisible()
      await two.goto(call)
      await expect(two.getByText(/Mamy już komplet drzew/).first()).toBeVisible()
      await expect(two.getByRole('link', { name: /^Zapisz się/ })).toHaveCount(0)
    })
  })
}
