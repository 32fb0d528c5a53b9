import { expect, test, type Locator, type Page } from '@playwright/test'
import { asWide, atTheDesk, aVisitor, checkSaid, giveRole, inTheQueue, signIn, someone, theDatabase, violations } from './people'
import { press, unique } from './steps'

const sql = theDatabase()
const contact = { 'Adres e-mail organizacji': 'biuro@zielone.example.org', 'Telefon (nieobowiązkowo)': '56 622 11 33' }
const unsaid = Object.values(contact)
const aKrs = () => String(crypto.getRandomValues(new Uint32Array(1))[0]! % 1e9)

async function fill(place: Page | Locator, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) await place.getByLabel(label, { exact: true }).fill(value)
}
const row = (page: Page, name: string) => page.getByRole('group', { name, exact: true })

/** The form, filled and sent. */
async function register(page: Page, name: string, krs: string, nip: string) {
  await page.goto('/organizacje/nowa')
  await fill(page, { 'Pełna nazwa organizacji': name, 'Numer KRS': krs, 'NIP (nieobowiązkowo)': nip, Siedziba: 'ul. Szeroka 7, Toruń', 'Czym się zajmujecie': 'Zakładamy ogrody.', ...contact })
  await page.getByLabel('Forma prawna').selectOption({ label: 'fundacja' })
  await press(page, 'Wyślij do potwierdzenia')
}

/** An organisation of somebody, confirmed already. */
async function anOrganisation(member: string, name: string) {
  await sql`with made as (
      insert into organisations (id, slug, name, legal_form, seat, about, contact_email, contact_phone, registered_by_id, confirmed_at, confirmed_by_id)
      select gen_random_uuid(), ${crypto.randomUUID()}, ${name}, 'association', 'Toruń', 'Ogrody.', ${contact['Adres e-mail organizacji']}, ${contact['Telefon (nieobowiązkowo)']}, id, now(), '00000000-0000-7000-8000-000000000001' from people where email = ${member} returning *)
    insert into organisation_members (organisation_id, person_id) select id, registered_by_id from made`
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'an organisation' : 'an organisation without JavaScript', () => {
    const width = javaScriptEnabled ? 360 : 1280
    test.describe.configure({ timeout: 60_000 })
    test.use({ javaScriptEnabled, viewport: { width, height: 740 } })
    const code = javaScriptEnabled ? '1.1.16' : '1.1.17'
    const next = async (page: Page, step: string) => {
      await press(page, 'Zapisz i przejdź dalej')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(step)
    }
    const fits = async (page: Page) => {
      expect(await violations(page, javaScriptEnabled)).toEqual([])
      expect(await asWide(page)).toBeLessThanOrEqual(width)
    }


    test('registers, is confirmed by somebody else, and speaks in its own name', async ({ page, browser }) => {
      const [member, name] = [someone('ngo'), unique('Fundacja Zielone Podwórka')]
      await signIn(page, member, 'Basia z Rubinkowa')
      await register(page, name, 'KRS 12', '123-456-78-90')
      await expect(page.getByLabel('Numer KRS')).toHaveAccessibleDescription(/Numer KRS ma najwyżej 10 cyfr/)
      await expect(page.getByLabel('NIP (nieobowiązkowo)')).toHaveAccessibleDescription(/To nie jest poprawny NIP/)
      const typed = { 'Pełna nazwa organizacji': name, 'Forma prawna': 'foundation', 'Numer KRS': 'KRS 12', 'Czym się zajmujecie': 'Zakładamy ogrody.' }
      for (const [label, value] of Object.entries(typed)) await expect(page.getByLabel(label)).toHaveValue(value)
      await fits(page)
      await fill(page, { 'Numer KRS': aKrs(), 'NIP (nieobowiązkowo)': '' })
      await press(page, 'Wyślij do potwierdzenia')
      await expect(page.getByRole('heading', { level: 1, name: 'Zgłoszenie przyjęte' })).toBeVisible()

      // Nobody sees it yet, and it proposes nothing yet.
      expect(await (await page.request.get('/organizacje')).text()).not.toContain(name)
      await page.goto('/propozycje/nowa')
      await expect(page.getByText(`Organizacja „${name}” czeka na potwierdzenie.`)).toBeVisible()
      await expect(page.getByRole('button', { name: 'Zacznij' })).toHaveCount(0)

      const desk = await atTheDesk(await aVisitor(browser, javaScriptEnabled, width), sql)
      await (await inTheQueue(desk, desk.getByRole('link', { name }))).click()
      await expect(desk.getByText(contact['Adres e-mail organizacji'])).toBeVisible()
      await fits(desk)
      await press(desk, 'Potwierdź')
      await expect(desk.getByText('Ta organizacja jest już potwierdzona.')).toBeVisible()

      await page.goto('/organizacje')
      await page.getByRole('link', { name }).click()
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      await checkSaid(page, ['/organizacje', page.url(), '/api/v1/organisations'], name, [member, ...unsaid])

      // With scripts a kept page learns who speaks; without them the comment's own page knows.
      const text = unique('Zapraszamy na nasze podwórka.')
      await page.goto(`/zadania/${code}`)
      if (!javaScriptEnabled) {
        const question = unique('Kto to zrobi?')
        await desk.goto(`/zadania/${code}`)
        await fill(desk, { 'Twój komentarz': question })
        await press(desk, 'Opublikuj komentarz')
        await expect(desk.getByRole('article').filter({ hasText: question })).toBeVisible()
        await page.reload()
        await page.getByRole('article').filter({ hasText: question }).getByRole('button', { name: 'Odpowiedz' }).click()
      }
      await page.getByLabel('Zabierasz głos jako').selectOption({ label: name })
      await fill(page, { [javaScriptEnabled ? 'Twój komentarz' : 'Twoja odpowiedź']: text })
      await press(page, javaScriptEnabled ? 'Opublikuj komentarz' : 'Opublikuj odpowiedź')
      await expect(page.getByRole('article', { name: `Komentarz: ${name}` })).toContainText(text)
      await desk.goto(`/zadania/${code}`)
      const voice = desk.getByRole('article', { name: `Komentarz: ${name}` })
      await expect(voice).toContainText(text)
      await expect(voice.getByRole('link', { name })).toBeVisible()
      await expect(voice.getByText('organizacja', { exact: true })).toBeVisible()
      await expect(voice).not.toContainText('Basia z Rubinkowa')
    })

    test('proposes a project, completes it when it is returned, and is supported', async ({ page, browser }) => {
      const [member, organisation, title] = [someone('ngo'), unique('Stowarzyszenie Podwórka'), unique('Ogrody za blokiem')]
      await signIn(page, member, 'Basia z Rubinkowa')
      await anOrganisation(member, organisation)
      await page.goto(`/zadania/${code}`)
      await page.getByRole('link', { name: 'Zaproponuj projekt' }).click()
      await expect(page.getByText('Zgłoszenie pomysłu nie jest ofertą w rozumieniu art. 14 ustawy o pożytku')).toBeVisible()
      await press(page, 'Zacznij')

      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Krok 1 z 5: Pomysł')
      await expect(page.getByRole('checkbox', { name: code })).toBeChecked()
      await fill(page, { 'Tytuł projektu': title, Streszczenie: 'Sześć ogrodów.', 'Jaka potrzeba stoi za projektem': 'Podwórka są puste.', 'Dla kogo jest projekt': 'Sąsiedzi.' })
      await next(page, 'Krok 2 z 5: Działania')
      await fill(row(page, 'Termin całego projektu'), { Od: '2027-03-01', Do: '2027-10-31' })
      await fill(row(page, 'Działanie 1'), { 'Nazwa działania': 'Spotkania', 'Na czym polega': 'Z sąsiadami.', Od: '2027-03-10', Do: '2027-04-30' })
      await press(page, 'Dodaj działanie')
      await fill(row(page, 'Działanie 2'), { 'Nazwa działania': 'Sadzenie', 'Na czym polega': 'Razem.', Od: '2027-05-01', Do: '2027-06-30' })
      await press(page, 'Zapisz i wróć później')

      // Left, and found again.
      await page.getByRole('link', { name: title }).click()
      await expect(page.getByLabel('Tytuł projektu')).toHaveValue(title)
      await page.getByRole('navigation', { name: 'Kroki' }).getByRole('link', { name: 'Działania' }).click()
      await expect(row(page, 'Działanie 2').getByLabel('Nazwa działania')).toHaveValue('Sadzenie')
      await next(page, 'Krok 3 z 5: Rezultaty')
      await fill(page, { 'Nazwa rezultatu': 'Ogrody', 'Wartość docelowa (liczba)': '6', 'Czego, np. osób': 'ogrodów', 'Jak to zmierzycie': 'Zdjęcia.' })
      await next(page, 'Krok 4 z 5: Koszty')
      for (const [place, [kind, cost, number]] of [['Sadzonki', '12,50', '400'], ['Druk', '1', '10'], ['Ziemia', '1 200,00', '5']].entries()) {
        if (place) await press(page, 'Dodaj koszt')
        await fill(row(page, `Koszt ${place + 1}`), { 'Rodzaj kosztu': kind!, 'Jednostka, np. godzina': 'sztuka', 'Koszt jednostkowy w zł': cost!, 'Liczba jednostek': number! })
      }
      await press(page, 'Usuń koszt 2: Druk')
      await expect(row(page, 'Koszt 3')).toHaveCount(0)
      await expect(row(page, 'Koszt 2').getByLabel('Rodzaj kosztu')).toHaveValue('Ziemia')
      await fill(page, { 'Dotacja z miasta': '9 000', 'Własne pieniądze': '500' })
      await fits(page)
      await next(page, 'Krok 5 z 5: Sprawdzenie')
      await expect(page.getByText('Suma źródeł musi być równa sumie kosztów.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Wyślij do sprawdzenia' })).toHaveCount(0)
      await page.getByRole('link', { name: 'Zmień krok: Koszty' }).click()
      await fill(page, { 'Wkład niefinansowy (praca, rzeczy)': '1500' })
      await next(page, 'Krok 5 z 5: Sprawdzenie')
      await press(page, 'Wyślij do sprawdzenia')
      await expect(page.getByText('Stan: czeka na sprawdzenie')).toBeVisible()

      const desk = await atTheDesk(await aVisitor(browser, javaScriptEnabled, width), sql)
      await (await inTheQueue(desk, desk.getByRole('link', { name: title }))).click()
      await expect(desk.getByLabel('Co uzupełnić')).toBeVisible()
      await fits(desk)
      await fill(desk, { 'Co uzupełnić': 'Kto zadba o ogrody zimą?' })
      await press(desk, 'Zwróć do uzupełnienia')
      await expect(desk.getByText('Stan: zwrócona do uzupełnienia')).toBeVisible()
      await page.goto('/konto')
      await page.getByRole('link', { name: title }).click()
      await expect(page.getByText('Kto zadba o ogrody zimą?')).toBeVisible()
      await fill(page, { 'Jaka potrzeba stoi za projektem': 'Podwórka są puste. Zimą zadbają gospodarze.' })
      await next(page, 'Krok 2 z 5: Działania')
      await page.getByRole('navigation', { name: 'Kroki' }).getByRole('link', { name: 'Sprawdzenie' }).click()
      await press(page, 'Wyślij do sprawdzenia')
      await expect(page.getByText('Stan: czeka na sprawdzenie')).toBeVisible()
      await desk.reload()
      await expect(desk.getByText('Zimą zadbają gospodarze.')).toBeVisible()
      await press(desk, 'Przyjmij i opublikuj')
      await desk.getByRole('link', { name: 'Zobacz opublikowaną propozycję' }).click()
      await desk.waitForURL('**/propozycje/*')

      // A resident finds it, supports it and comments on it.
      const visitor = await aVisitor(browser, javaScriptEnabled, width)
      await signIn(visitor, someone('popiera'), 'Sąsiad z parteru')
      await checkSaid(visitor, ['/propozycje', `/zadania/${code}`, desk.url(), '/api/v1/proposals', '/api/v1/proposals?format=csv'], title, [member, ...unsaid])
      await visitor.goto(`/zadania/${code}`)
      await visitor.getByRole('link', { name: title }).click()
      await expect(visitor.getByRole('link', { name: organisation })).toBeVisible()
      await visitor.getByRole('group', { name: 'Czy popierasz tę propozycję?' }).getByRole('button', { name: 'Popieram' }).click()
      await expect(visitor.getByRole('status').filter({ hasText: 'Twój głos: Popieram.' }).or(visitor.getByRole('heading', { name: 'Zapisaliśmy Twój głos' }))).toBeVisible()
      await visitor.goto(desk.url())
      await expect(visitor.getByText('Popiera ją 1 osoba.').first()).toBeVisible()
      await fill(visitor, { 'Twój komentarz': 'Pomogę przy sadzeniu.' })
      await press(visitor, 'Opublikuj komentarz')
      await expect(visitor.getByRole('article', { name: 'Komentarz: Sąsiad z parteru' })).toContainText('Pomogę przy sadzeniu.')
      await fits(visitor)
    })

    test('is not confirmed by its own people', async ({ page }) => {
      const [email, name] = [someone('swoja'), unique('Klub Własny')]
      await signIn(page, email, 'Swoja osoba')
      await giveRole(sql, email, 'moderator')
      await register(page, name, aKrs(), '')
      await expect(page.getByRole('heading', { level: 1, name: 'Zgłoszenie przyjęte' })).toBeVisible()
      await expect(await inTheQueue(page, page.getByRole('listitem').filter({ hasText: name }))).toContainText('Twoje, zdecyduje ktoś inny')
      await page.getByRole('link', { name }).click()
      await expect(page.getByText('O własnej organizacji decyduje ktoś inny.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Potwierdź' })).toHaveCount(0)
    })
  })
}
