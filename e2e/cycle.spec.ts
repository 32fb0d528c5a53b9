import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Browser } from '@playwright/test'
import { aVisitor, giveRole, signIn, someone, theDatabase } from './people'
import { looksRight, press, unique } from './steps'

const sql = theDatabase()

/** A confirmed organisation of somebody, with a whole draft that only waits to be sent. */
async function aDraftOf(member: string, title: string): Promise<string> {
  const draft = {
    tasks: ['1.1.18'], title, summary: 'Sześć ogrodów za blokami.', need: 'Podwórka są puste.', targetGroup: 'Sąsiedzi.', from: '2027-03-01', to: '2027-10-31',
    actions: [{ name: 'Sadzenie', description: 'Razem z sąsiadami.', from: '2027-04-01', to: '2027-05-31' }],
    results: [{ name: 'Ogrody', target: '6', unit: 'ogrodów', measuring: 'Zdjęcia.' }],
    costs: [{ kind: 'Sadzonki', unit: 'sztuka', unitCost: '10', quantity: '100' }],
    sources: { grant: '1000', ownMoney: '', ownNonMoney: '', fees: '' },
  }
  const [row] = await sql`with organisation as (
      insert into organisations (id, slug, name, legal_form, seat, about, contact_email, registered_by_id, confirmed_at, confirmed_by_id)
      select gen_random_uuid(), ${crypto.randomUUID()}, ${unique('Stowarzyszenie Ogrody')}, 'association', 'Toruń', 'Ogrody.', ${`biuro-${member}`}, id, now(), '00000000-0000-7000-8000-000000000001' from people where email = ${member} returning *),
    joined as (insert into organisation_members (organisation_id, person_id) select id, registered_by_id from organisation)
    insert into proposals (id, organisation_id, created_by_id, draft) select gen_random_uuid(), id, registered_by_id, ${JSON.stringify(draft)}::text::jsonb from organisation returning id`
  return (row as { id: string }).id
}

async function aCoordinator(browser: Browser, name: string) {
  const [page, email] = [await aVisitor(browser, true, 1280), someone('nabor')]
  await signIn(page, email, name)
  await giveRole(sql, email, 'coordinator')
  return page
}

/** How many mails were written to an address. */
async function mailsTo(email: string): Promise<number> {
  const folder = join(process.env.DATA_DIR!, 'mail')
  const mails = await Promise.all((await readdir(folder)).filter((name) => name.endsWith('.eml')).map((name) => readFile(join(folder, name), 'utf8')))
  return mails.filter((mail) => mail.includes(`To: ${email}`)).length
}

test.describe('the life of a proposal, its organisation without JavaScript on a phone', () => {
  test.describe.configure({ timeout: 120_000 })
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

  test('is returned, completed, taken on, rejected in a batch, appealed against, accepted by somebody else, and begun', async ({ page, browser }) => {
    const [member, title, other] = [someone('ogrody'), unique('Ogrody sąsiedzkie'), unique('Łąki kwietne')]
    await signIn(page, member, 'Ola z Mokrego')
    const ids = [await aDraftOf(member, title), await aDraftOf(member, other)]
    for (const id of ids) {
      await page.goto(`/propozycje/szkic/${id}/5`)
      await press(page, 'Wyślij do sprawdzenia')
      await expect(page.getByText('Stan: czeka na sprawdzenie')).toBeVisible()
    }

    // The formal check: returned until a day, completed, taken on.
    const office = await aCoordinator(browser, 'Kasia Koordynuje')
    await office.goto('/urzad/propozycje')
    const waiting = office.getByRole('region', { name: /Do sprawdzenia/ })
    await expect(waiting.getByRole('listitem').filter({ hasText: title })).toContainText(/Sprawdzenie formalne: termin .*, zosta/)
    await looksRight(office, true)
    await waiting.getByRole('link', { name: title }).click()
    const returning = office.locator('form').filter({ has: office.getByLabel('Do kiedy można uzupełnić') })
    await returning.getByLabel('Do kiedy można uzupełnić').fill('2020-01-01')
    await returning.getByLabel('Co uzupełnić').fill('Kto zadba o ogrody zimą?')
    await returning.getByRole('button', { name: 'Zwróć do uzupełnienia' }).click()
    await expect(office.getByLabel('Do kiedy można uzupełnić')).toHaveAccessibleDescription(/Wybierz dzień od jutra do 60 dni naprzód/)
    await expect(returning.getByLabel('Co uzupełnić')).toHaveValue('Kto zadba o ogrody zimą?')
    await returning.getByLabel('Do kiedy można uzupełnić').fill('')
    await returning.getByRole('button', { name: 'Zwróć do uzupełnienia' }).click()
    await expect(office.getByText('Stan: zwrócona do uzupełnienia')).toBeVisible()
    await expect(office.getByText('Propozycja wróciła do uzupełnienia, a termin jeszcze nie minął.')).toBeVisible()

    await page.goto(`/propozycje/szkic/${ids[0]!}/1`)
    await expect(page.getByText('Kto zadba o ogrody zimą?')).toBeVisible()
    await expect(page.getByText(/Uzupełnienie: termin .*, zosta/)).toBeVisible()
    await looksRight(page, false)
    await page.getByLabel('Jaka potrzeba stoi za projektem').fill('Podwórka są puste. Zimą zadbają gospodarze.')
    await press(page, 'Zapisz i przejdź dalej')
    await page.goto(`/propozycje/szkic/${ids[0]!}/5`)
    await press(page, 'Wyślij do sprawdzenia')
    await expect(page.getByText('Stan: czeka na sprawdzenie')).toBeVisible()
    for (const id of ids) {
      await office.goto(`/moderacja/propozycja/${id}`)
      await press(office, 'Przyjmij i opublikuj')
      await expect(office.getByText('Stan: przyjęta formalnie')).toBeVisible()
    }
    await office.goto(`/moderacja/propozycja/${ids[0]!}`)
    const address = (await office.getByRole('link', { name: 'Zobacz opublikowaną propozycję' }).getAttribute('href'))!

    // Two decisions are prepared; nobody outside the office learns of them.
    const secret = unique('Nie wiadomo, skąd będzie woda')
    for (const [place, [outcome, reason]] of ([['Odrzuć', secret], ['Zaakceptuj', 'Dobry plan i mały koszt.']] as const).entries()) {
      await office.goto(`/moderacja/propozycja/${ids[place]!}`)
      await office.getByRole('radio', { name: outcome, exact: true }).check()
      await office.getByLabel('Uzasadnienie', { exact: true }).fill(reason)
      await press(office, 'Zapisz przygotowaną decyzję')
      await expect(office.getByText(`Przygotowana decyzja: ${place ? 'akceptacja' : 'odrzucenie'}`)).toBeVisible()
    }
    await looksRight(office, true)
    const visitor = await aVisitor(browser, true, 360)
    await page.goto(`/propozycje/szkic/${ids[0]!}/5`)
    expect(await page.content()).not.toContain(secret)
    for (const path of [address, '/propozycje', '/propozycje/wybrane?stan=rejected', '/api/v1/proposals', '/feeds/proposals/pl.atom', `/szukaj?q=${encodeURIComponent(title)}`]) {
      const text = await (await visitor.request.get(path)).text()
      expect(text, path).not.toContain(secret)
      expect(text, path).not.toContain('Przygotowana decyzja')
    }
    await visitor.goto(address)
    await expect(visitor.getByText('Stan: przyjęta formalnie')).toBeVisible()

    // They are published together.
    await office.goto('/urzad/propozycje')
    await press(office, 'Opublikuj zaznaczone')
    await expect(office.getByText('Zaznacz co najmniej jedną decyzję.').first()).toBeVisible()
    for (const name of [title, other]) await office.getByRole('checkbox', { name: new RegExp(name) }).check()
    await press(office, 'Opublikuj zaznaczone')
    await expect(office.getByText('Opublikowano 2 decyzje.')).toBeVisible()
    // Returned once, taken on twice, decided twice.
    await expect.poll(() => mailsTo(`biuro-${member}`)).toBe(5)
    await visitor.goto(address)
    await expect(visitor.getByText('Stan: odrzucona')).toBeVisible()
    await expect(visitor.getByRole('region', { name: 'Co się działo' })).toContainText(secret)
    await expect(visitor.getByRole('region', { name: 'Co się działo' })).not.toContainText('Kasia')
    await looksRight(visitor, true)

    // The organisation appeals; who rejected does not decide about it.
    await page.goto(`/propozycje/szkic/${ids[0]!}/5`)
    await expect(page.getByText(/Odwołanie: termin .*, zosta/)).toBeVisible()
    await page.getByLabel('Dlaczego odrzucenie jest błędne').fill('Woda będzie z deszczówki, krok drugi.')
    await press(page, 'Wyślij odwołanie')
    await expect(page.getByText(/Odwołanie wysłano .* Czeka na odpowiedź/)).toBeVisible()
    await looksRight(page, false)
    await office.goto('/urzad/propozycje')
    await office.getByRole('region', { name: /Odwołania/ }).getByRole('link', { name: title }).click()
    await expect(office.getByText('O odwołaniu decyduje ktoś inny niż osoba, która odrzuciła propozycję.')).toBeVisible()
    await expect(office.getByRole('button', { name: 'Odpowiedz na odwołanie' })).toHaveCount(0)
    const another = await aCoordinator(browser, 'Jan Drugi')
    await another.goto(`/moderacja/propozycja/${ids[0]!}`)
    await expect(another.getByText('Woda będzie z deszczówki, krok drugi.')).toBeVisible()
    await another.getByRole('radio', { name: 'Uwzględnij i zaakceptuj propozycję' }).check()
    await another.getByLabel('Uzasadnienie odpowiedzi').fill('Organizacja ma rację: deszczówka wystarczy.')
    await press(another, 'Odpowiedz na odwołanie')
    await expect(another.getByText('Stan: zaakceptowana')).toBeVisible()
    await looksRight(another, true)

    await page.reload()
    await expect(page.getByText('Odwołanie uwzględnione', { exact: true })).toBeVisible()
    await press(page, 'Realizacja się zaczęła')
    await expect(page.getByText('Stan: w realizacji')).toBeVisible()
    await visitor.goto(address)
    await expect(visitor.getByText('Stan: w realizacji')).toBeVisible()
    const life = visitor.getByRole('region', { name: 'Co się działo' })
    for (const happened of ['wysłana do sprawdzenia', 'zwrócona do uzupełnienia', 'przyjęta formalnie i opublikowana', 'odrzucona', 'organizacja się odwołała', 'odwołanie uwzględnione, propozycja zaakceptowana', 'realizacja się zaczęła']) await expect(life).toContainText(happened)
    await expect(life).not.toContainText('Kto zadba o ogrody zimą?') // Said between the office and the organisation.
  })

  test('is changed in public with a reason, merged with another and taken apart, and withdrawn', async ({ page, browser }) => {
    const [member, title, other] = [someone('laki'), unique('Łąki nad Wisłą'), unique('Łąki przy Wiśle')]
    await signIn(page, member, 'Ola z Mokrego')
    const ids = [await aDraftOf(member, title), await aDraftOf(member, other)]
    const office = await aCoordinator(browser, 'Kasia Koordynuje')
    const pages: string[] = []
    for (const id of ids) {
      await page.goto(`/propozycje/szkic/${id}/5`)
      await press(page, 'Wyślij do sprawdzenia')
      await office.goto(`/moderacja/propozycja/${id}`)
      await press(office, 'Przyjmij i opublikuj')
      pages.push((await office.getByRole('link', { name: 'Zobacz opublikowaną propozycję' }).getAttribute('href'))!)
    }

    await page.goto(`/propozycje/szkic/${ids[0]!}/5`)
    await page.getByRole('link', { name: 'Zmień w formularzu' }).click()
    await page.getByLabel('Streszczenie').fill('Osiem łąk za blokami.')
    await press(page, 'Zapisz i przejdź dalej')
    expect(await (await page.request.get(pages[0]!)).text()).not.toContain('Osiem łąk')
    await page.goto(`/propozycje/szkic/${ids[0]!}/5`)
    await page.getByLabel('Powód zmiany').fill('Znalazły się dwa podwórka.')
    await looksRight(page, false)
    await press(page, 'Opublikuj zmianę')
    await page.waitForURL('**/propozycje/laki-*')
    await expect(page.getByText('Osiem łąk za blokami.')).toBeVisible()
    await page.getByRole('link', { name: 'Zmiany (1)' }).click()
    await expect(page.getByText('Znalazły się dwa podwórka.')).toBeVisible()
    await looksRight(page, false)
    await page.getByRole('link', { name: 'Przeczytaj całe brzmienie 1' }).click()
    await expect(page.getByText('Sześć ogrodów za blokami.')).toBeVisible()

    await office.goto(`/moderacja/propozycja/${ids[0]!}`)
    await office.getByText('Połączenie z inną propozycją').click()
    const merging = office.locator('form').filter({ has: office.getByLabel('Adres propozycji, z którą połączyć') })
    await merging.getByLabel('Adres propozycji, z którą połączyć').fill(pages[1]!)
    await merging.getByLabel('Dlaczego są o tym samym').fill('Te same łąki.')
    await press(office, 'Połącz')
    await expect(office.getByText('Stan: połączona z inną')).toBeVisible()
    await page.goto(pages[0]!)
    await expect(page.getByText('Połączona z:').getByRole('link', { name: other })).toBeVisible()
    await page.goto(pages[1]!)
    await expect(page.getByText('Z tą propozycją połączono:')).toBeVisible()
    await looksRight(page, false)
    await office.getByLabel('Dlaczego cofasz połączenie').fill('Jednak inne łąki.')
    await press(office, 'Cofnij połączenie')
    await expect(office.getByText('Stan: przyjęta formalnie')).toBeVisible()

    await page.goto(`/propozycje/szkic/${ids[0]!}/5`)
    await page.getByText('Wycofanie', { exact: true }).click()
    await press(page, 'Wycofaj propozycję')
    await expect(page.getByText('Stan: wycofana')).toBeVisible()
    await page.goto('/propozycje')
    await page.getByLabel('Stan').selectOption('wycofana')
    await page.getByLabel('Zadanie').selectOption('1.1.18')
    await press(page, 'Pokaż')
    await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('wycofana')
    await expect(page.getByRole('link', { name: other })).toHaveCount(0)
    await looksRight(page, false)
  })
})
