import { gzipSync } from 'node:zlib'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { actions, begin, cost, next, results, theRest } from './offer-steps'
import { signIn, someone, theDatabase } from './people'
import { fill, group, looksRight, press, somebody, unique } from './steps'

const sql = theDatabase()

/** A confirmed organisation of people who have signed in. */
async function anOrganisation(name: string, ...members: string[]) {
  await sql`insert into organisations (id, slug, name, legal_form, seat, about, contact_email, registered_by_id, confirmed_at, confirmed_by_id)
    select gen_random_uuid(), ${crypto.randomUUID()}, ${name}, 'association', 'Toruń', 'Ogrody.', 'biuro@example.org', id, now(), '00000000-0000-7000-8000-000000000001' from people where email = ${members[0]!}`
  for (const member of members) await sql`insert into organisation_members (organisation_id, person_id) select o.id, p.id from organisations o, people p where o.name = ${name} and p.email = ${member}`
}

test('a joint offer is written together from two browsers, on a phone', async ({ browser }) => {
  test.setTimeout(180_000)
  const [ala, bartek] = [await somebody(browser, 'Ala', true, 360), await somebody(browser, 'Bartek', true, 360)]
  const [organisation, partner, title] = [unique('Stowarzyszenie Most'), unique('Fundacja Brzeg'), unique('Kurs koordynatorów')]
  await anOrganisation(organisation, ala.email, bartek.email)
  await anOrganisation(partner, (await somebody(browser, 'Celina', true, 360)).email)
  const [a, b] = [ala.page, bartek.page]
  const fits = (page: Page) => looksRight(page, true)

  await begin(a, title)
  await fits(a)
  await next(a, 'Krok 2 z 8: Partnerzy')

  // Both open the first step; each changes what the other does not, and one field differently.
  const first = a.url().replace(/\d$/, '1')
  await Promise.all([a.goto(first), b.goto(first)])
  await expect(b.getByLabel('Tytuł projektu')).toHaveValue(title)
  await fill(a, { Streszczenie: 'Streszczenie Ali.', 'Dla kogo jest projekt': 'Dorośli i młodzież.' })
  await fill(b, { Streszczenie: 'Streszczenie Bartka.', 'Gdzie to się odbędzie': 'Dwie biblioteki.' })
  await next(a, 'Krok 2 z 8: Partnerzy')
  await press(b, 'Zapisz i przejdź dalej')
  await expect(b.getByRole('heading', { name: '1 pole zmieniły dwie osoby' })).toBeVisible()
  await expect(b.getByLabel('Streszczenie', { exact: true })).toHaveValue('Streszczenie Ali.')
  await expect(b.getByLabel('Dla kogo jest projekt')).toHaveValue('Dorośli i młodzież.')
  await expect(b.getByLabel('Gdzie to się odbędzie')).toHaveValue('Dwie biblioteki.')
  await expect(b.getByRole('group', { name: 'Streszczenie' })).toContainText('Streszczenie Bartka.')
  await fits(b)
  await b.getByRole('radio', { name: /^Wasz tekst z tego formularza/ }).check()
  await press(b, 'Zapisz wybór')
  await expect(b.getByRole('heading', { name: /zmieniły dwie osoby/ })).toHaveCount(0)
  await expect(b.getByLabel('Streszczenie', { exact: true })).toHaveValue('Streszczenie Bartka.')

  // A note for the other, which is seen by nobody else.
  await b.getByText('Notatki zespołu').click()
  await fill(b, { 'Nowa notatka': 'Dopiszę koszty wieczorem.' })
  await press(b, 'Dodaj notatkę')
  await expect(b.getByRole('button', { name: 'Usuń notatkę' })).toBeVisible()
  await a.goto(first)
  await expect(a.getByText('Dopiszę koszty wieczorem.')).toBeVisible()

  await a.goto(first.replace(/1$/, '2'))
  await group(a, 'Partner 1').getByLabel('Organizacja z tego serwisu').selectOption({ label: partner })
  await fill(a, { 'Kto za co odpowiada i kto rozmawia z urzędem': 'Most uczy, Brzeg gości.' })
  await next(a, 'Krok 3 z 8: Działania')
  await actions(a)
  await next(a, 'Krok 4 z 8: Rezultaty')
  await results(a)
  await expect(group(a, 'Rezultat 1').getByLabel('Czego, np. osób')).toHaveValue('osób')
  await fits(a)
  await next(a, 'Krok 5 z 8: Doświadczenie i zasoby')
  await theRest(a)

  // Both add a cost at once, and both stay.
  await b.goto(a.url())
  await cost(a, 'Koszt 1', 'Prowadzenie', 'Kurs', '150', '36')
  await expect(group(a, 'Koszt 1')).toContainText('Wartość: 5400,00')
  await cost(b, 'Koszt 1', 'Księgowość', 'Koszty administracyjne', '100', '6')
  await Promise.all([press(a, 'Zapisz i przejdź dalej'), press(b, 'Zapisz i przejdź dalej')])
  await expect(a.getByRole('heading', { level: 1 })).toHaveText('Krok 7 z 8: Inne informacje')
  await expect(b.getByRole('heading', { level: 1 })).toHaveText('Krok 7 z 8: Inne informacje')
  await a.goto(a.url().replace(/\d$/, '6'))
  await expect(group(a, 'Koszt 2')).toBeVisible()
  await fill(a, { 'Dotacja z miasta': '5 000', 'Własne pieniądze': '1000' })
  await fill(group(a, 'Podział kosztów między organizacje'), { [`${organisation} (Wy)`]: '5000', [partner]: '999' })
  await expect(a.getByText('Sumy są równe.')).toBeVisible()
  await expect(a.getByText('Różni się o 1,00')).toBeVisible()
  await fits(a)
  await next(a, 'Krok 7 z 8: Inne informacje')
  await a.getByRole('radio', { name: 'Nieodpłatne' }).check()
  await next(a, 'Krok 8 z 8: Sprawdzenie')
  await expect(a.getByText('Podział musi być równy sumie kosztów.')).toBeVisible()
  await expect(a.getByText('Jest tylko jeden rezultat.')).toBeVisible()
  await a.getByRole('link', { name: 'Zmień krok: Koszty' }).click()
  await fill(group(a, 'Podział kosztów między organizacje'), { [partner]: '1 000' })
  await a.getByRole('navigation', { name: 'Kroki' }).waitFor()
  await next(a, 'Krok 7 z 8: Inne informacje')
  await next(a, 'Krok 8 z 8: Sprawdzenie')
  await expect(a.getByText('Wszystkie wymagane pola są wypełnione')).toBeVisible()
  await fits(a)
  await press(a, 'Wyślij do sprawdzenia')
  await expect(a.getByText('Stan: czeka na sprawdzenie')).toBeVisible()
  await expect(a.getByRole('link', { name: partner })).toBeVisible()
})

test('the same without JavaScript, up to its sending', async ({ browser }) => {
  test.setTimeout(120_000)
  const { page, email } = await somebody(browser, 'Dorota', false, 1280)
  const [organisation, title] = [unique('Koło Brda'), unique('Kurs bez skryptów')]
  await anOrganisation(organisation, email)
  await begin(page, title)
  await next(page, 'Krok 2 z 8: Partnerzy')
  await fill(group(page, 'Partner 1'), { 'Nazwa organizacji': 'Parafia na Mokrem', 'Numer KRS lub innej ewidencji': '12' })
  await fill(page, { 'Kto za co odpowiada i kto rozmawia z urzędem': 'Koło uczy.' })
  await next(page, 'Krok 3 z 8: Działania')
  await actions(page)
  await press(page, 'Dodaj działanie')
  await fill(group(page, 'Działanie 2'), { 'Nazwa działania': 'Pomyłka' })
  await press(page, 'Dodaj działanie')
  await press(page, 'Usuń działanie 2: Pomyłka')
  await expect(group(page, 'Działanie 1').getByLabel('Nazwa działania')).toHaveValue('Kurs')
  await next(page, 'Krok 4 z 8: Rezultaty')
  await results(page)
  await next(page, 'Krok 5 z 8: Doświadczenie i zasoby')
  await theRest(page)
  await cost(page, 'Koszt 1', 'Prowadzenie', 'Kurs', '150', '40')
  await fill(page, { 'Dotacja z miasta': '6000' })
  await fill(group(page, 'Podział kosztów między organizacje'), { [`${organisation} (Wy)`]: '5000', 'Parafia na Mokrem': '1000' })

  // Meanwhile it is saved from a second window: this one's text waits beside the other's.
  const second = await page.context().newPage()
  await second.goto(page.url())
  await fill(second, { 'Własne pieniądze': '7' })
  await press(second, 'Zapisz i wróć później')
  await fill(page, { 'Własne pieniądze': '0' })
  await press(page, 'Zapisz i przejdź dalej')
  await expect(page.getByRole('heading', { name: '1 pole zmieniły dwie osoby' })).toBeVisible()
  await page.getByRole('radio', { name: /^Wasz tekst z tego formularza/ }).check()
  await press(page, 'Zapisz wybór')
  await expect(page.getByLabel('Własne pieniądze')).toHaveValue('0')
  await expect(page.getByLabel('Dotacja z miasta')).toHaveValue('6000')

  await next(page, 'Krok 7 z 8: Inne informacje')
  await page.getByRole('radio', { name: 'Nieodpłatne' }).check()
  await next(page, 'Krok 8 z 8: Sprawdzenie')
  await looksRight(page, false)
  await press(page, 'Wyślij do sprawdzenia')
  await expect(page.getByText('Stan: czeka na sprawdzenie')).toBeVisible()
})

test.describe('a form of forty costs', () => {
  /** On the costs of a draft that has so many. */
  async function atTheCosts(page: Page, rows: number) {
    const [email, organisation] = [someone('wolny'), unique('Klub Wolny')]
    await signIn(page, email, 'Wolna')
    await anOrganisation(organisation, email)
    await page.goto('/propozycje/nowa')
    await page.getByRole('radio', { name: /^Oferta w otwartym konkursie/ }).check()
    await press(page, 'Zacznij')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Krok 1 z 8: Pomysł')
    const costs = Array.from({ length: rows }, (_, place) => ({ id: `r${place}`, kind: `Koszt ${place}`, unit: 'godzina', unitCost: '12,50', quantity: '4' }))
    const id = page.url().split('/').at(-2)!
    await sql`update proposals set draft = draft || ${JSON.stringify({ from: '2027-03-01', to: '2028-03-01', costs })}::text::jsonb where id = ${id}`
    await page.goto(page.url().replace(/\d$/, '6'))
    await expect(group(page, `Koszt ${rows}`)).toBeVisible()
  }

  test('is fast to type in on a slow phone', async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width: 360, height: 740 })
    await atTheCosts(page, 40)
    const slower = 6
    const phone = await page.context().newCDPSession(page)
    await phone.send('Performance.enable', { timeDomain: 'threadTicks' })
    /** What the page's own processor time comes to at a sixth of the speed, in milliseconds: its neighbours' does not count. */
    const spent = async () => (await phone.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000 * slower
    const measure = async (name: string, field: Locator) => {
      const [strokes, sums]: [number[], number[]] = [[], []]
      for (const key of ['12345,678', '98765,432', '12345,678', '98765,432'].flatMap((amount) => ['', ...amount])) {
        if (!key) await field.fill('')
        await page.waitForTimeout(50)
        const before = await spent()
        if (key) await page.keyboard.press(key)
        await page.waitForTimeout(60)
        const typed = await spent()
        await page.waitForTimeout(300) // Longer than the pause after which sums are drawn anew.
        if (!key) continue
        strokes.push(typed - before)
        sums.push((await spent()) - typed)
      }
      const at = (times: number[], share: number) => times.sort((a, b) => a - b)[Math.floor(times.length * share)]!
      const said = (times: number[]) => `${at(times, 0.5).toFixed(0)} ms (95 of 100: ${at(times, 0.95).toFixed(0)})`
      console.log(`Among 40 costs, at a sixth of the speed, a key stroke in ${name} takes ${said(strokes)} of the processor, drawing the sums after it ${said(sums)}.`)
      return Math.max(at(strokes, 0.5), at(sums, 0.5))
    }
    const inRow = await measure('a row', group(page, 'Koszt 20').getByLabel('Liczba jednostek'))
    await expect(group(page, 'Koszt 20')).toContainText(/Wartość: 1.234.567,90/)
    const inSum = await measure('a sum', page.getByLabel('Dotacja z miasta'))
    expect(Math.max(inRow, inSum)).toBeLessThan(50)
  })

  test('sends at most 90 kB of JavaScript of its own', async ({ page }) => {
    await atTheCosts(page, 2)
    const scripts = async (address: string) => {
      await page.goto(address, { waitUntil: 'networkidle' })
      return page.evaluate(() => [...new Set([...performance.getEntriesByType('resource').map(({ name }) => name), ...[...document.scripts].map(({ src }) => src)])].filter((name) => /\.js(\?|$)/.test(name)))
    }
    const [form, home] = [await scripts(page.url()), await scripts('/')]
    const own = form.filter((script) => !home.includes(script))
    const sizes = await Promise.all(own.map(async (script) => gzipSync(await (await page.request.get(script)).body()).length))
    const kilobytes = sizes.reduce((total, size) => total + size, 0) / 1000
    console.log(`The form's own JavaScript is ${kilobytes.toFixed(1)} kB, compressed, in ${own.length} files.`)
    expect(own.length).toBeGreaterThan(0)
    expect(kilobytes).toBeLessThan(90)
  })
})
