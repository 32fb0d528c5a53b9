import { expect, test, type Browser, type Page } from '@playwright/test'
import { assign, declareConflict, declareNoConflict, fillCard, handInCard, openCard } from './assessment-steps'
import { actions, begin, cost, next, results, theRest } from './offer-steps'
import { acceptInvitation, agreesWithRegister, confirm, invitationMailedTo, invite, krsOf, register } from './organisation-steps'
import { atTheDesk, aVisitor, giveRole, inTheQueue, signIn, someone, theDatabase } from './people'
import { fill, group, looksRight, press, somebody, unique } from './steps'

const sql = theDatabase()
const ours = 'Stowarzyszenie „Rzeka”' // As the test register knows it.

/** Somebody who works at the office. */
async function atTheOffice(browser: Browser, name: string, role: string) {
  const official = await somebody(browser, name, true, 1280)
  await giveRole(sql, official.email, role)
  return official
}

/** An organisation that the register agrees with and the desk confirms, and one without a number that it can write with. */
async function organisations(page: Page, browser: Browser, javaScriptEnabled: boolean, width: number) {
  const [krs, partner] = [krsOf('01'), unique('Koło Brzeg')]
  await register(page, ours, { krs })
  const other = await somebody(browser, 'Celina z Brzegu', javaScriptEnabled, width)
  await register(other.page, partner)
  const desk = await atTheDesk(await aVisitor(browser, javaScriptEnabled, width), sql)
  await agreesWithRegister(desk, sql, krs)
  await looksRight(desk, javaScriptEnabled)
  await confirm(desk)
  await (await inTheQueue(desk, desk.getByRole('link', { name: partner }))).click()
  await confirm(desk)
  return partner
}

/** A colleague who has no account yet, in the team by a mailed invitation. */
async function aColleague(page: Page, browser: Browser, javaScriptEnabled: boolean, width: number) {
  const [email, colleague] = [someone('bartek'), await aVisitor(browser, javaScriptEnabled, width)]
  await page.goto('/konto')
  await page.getByRole('link', { name: `Zespół: ${ours}` }).click()
  await invite(page, email)
  await colleague.goto(await invitationMailedTo(email))
  await acceptInvitation(colleague, email, 'Bartek z Rzeki')
  return colleague
}

/** Both write over each other in one field and apart in others: the later one chooses, and nothing is lost. */
async function writeTogether(one: Page, two: Page, first: string) {
  await Promise.all([one.goto(first), two.goto(first)])
  await fill(one, { Streszczenie: 'Streszczenie Ali.', 'Dla kogo jest projekt': 'Dorośli i młodzież.' })
  await fill(two, { Streszczenie: 'Streszczenie Bartka.', 'Gdzie to się odbędzie': 'Dwie biblioteki.' })
  await next(one, 'Krok 2 z 8: Partnerzy')
  await press(two, 'Zapisz i przejdź dalej')
  await expect(two.getByRole('heading', { name: '1 pole zmieniły dwie osoby' })).toBeVisible()
  await expect(two.getByLabel('Streszczenie', { exact: true })).toHaveValue('Streszczenie Ali.')
  await expect(two.getByRole('group', { name: 'Streszczenie' })).toContainText('Streszczenie Bartka.')
  await two.getByRole('radio', { name: /^Wasz tekst z tego formularza/ }).check()
  await press(two, 'Zapisz wybór')
  await expect(two.getByRole('heading', { name: /zmieniły dwie osoby/ })).toHaveCount(0)
  await one.goto(first)
  for (const [label, value] of [['Streszczenie', 'Streszczenie Bartka.'], ['Dla kogo jest projekt', 'Dorośli i młodzież.'], ['Gdzie to się odbędzie', 'Dwie biblioteki.']] as const) await expect(one.getByLabel(label, { exact: true })).toHaveValue(value)
}

/** From nothing to an offer that two organisations have sent in, written by two people. @returns where its form is, without the step */
async function upToSending(page: Page, browser: Browser, javaScriptEnabled: boolean, title: string) {
  const { width } = page.viewportSize()!
  const fits = () => looksRight(page, javaScriptEnabled)
  await signIn(page, someone('ala'), 'Ala z Rzeki')
  const partner = await organisations(page, browser, javaScriptEnabled, width)
  const colleague = await aColleague(page, browser, javaScriptEnabled, width)

  await begin(page, title)
  await next(page, 'Krok 2 z 8: Partnerzy')
  const form = page.url().replace(/\d$/, '')
  await writeTogether(page, colleague, `${form}1`)
  await fits()
  await page.goto(`${form}2`)
  await group(page, 'Partner 1').getByLabel('Organizacja z tego serwisu').selectOption({ label: partner })
  await fill(page, { 'Kto za co odpowiada i kto rozmawia z urzędem': 'Rzeka uczy, Brzeg gości.' })
  await fits()
  await next(page, 'Krok 3 z 8: Działania')
  await actions(page)
  await fits()
  await next(page, 'Krok 4 z 8: Rezultaty')
  await results(page)
  await fits()
  await next(page, 'Krok 5 z 8: Doświadczenie i zasoby')
  await theRest(page)
  await cost(page, 'Koszt 1', 'Prowadzenie', 'Kurs', '150', '40')
  await fill(page, { 'Dotacja z miasta': '5000', 'Własne pieniądze': '1000' })
  await fill(group(page, 'Podział kosztów między organizacje'), { [`${ours} (Wy)`]: '5000', [partner]: '1000' })
  await fits()
  await next(page, 'Krok 7 z 8: Inne informacje')
  await page.getByRole('radio', { name: 'Nieodpłatne' }).check()
  await next(page, 'Krok 8 z 8: Sprawdzenie')
  await fits()
  await press(page, 'Wyślij do sprawdzenia')
  await expect(page.getByText('Stan: czeka na sprawdzenie')).toBeVisible()
  await fits()
  return form
}

test.describe('an organisation, without JavaScript on a phone', () => {
  test.describe.configure({ timeout: 180_000 })
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

  test('is registered, checked, joined by a colleague, and sends an offer together with another', async ({ page, browser }) => {
    await upToSending(page, browser, false, unique('Kurs koordynatorów'))
  })
})

test.describe('an offer', () => {
  test.describe.configure({ timeout: 300_000 })
  test.use({ viewport: { width: 1280, height: 900 } })

  test('from the registration of its organisation to its published results', async ({ page, browser }) => {
    const title = unique('Kurs koordynatorów')
    const form = await upToSending(page, browser, true, title)
    const id = form.split('/').at(-2)!
    const reader = await aVisitor(browser, true)

    // Returned, completed, taken on.
    const lead = (await atTheOffice(browser, 'Kasia Koordynuje', 'coordinator')).page
    await lead.goto('/urzad/propozycje')
    await lead.getByRole('region', { name: /Do sprawdzenia/ }).getByRole('link', { name: title }).click()
    await lead.getByLabel('Co uzupełnić').fill('Ilu jest chętnych?')
    await press(lead, 'Zwróć do uzupełnienia')
    await expect(lead.getByText('Stan: zwrócona do uzupełnienia')).toBeVisible()
    await page.goto(`${form}1`)
    await expect(page.getByText('Ilu jest chętnych?')).toBeVisible()
    await fill(page, { 'Jaka potrzeba stoi za projektem': 'Chętnych jest 60, prowadzących 4.' })
    await next(page, 'Krok 2 z 8: Partnerzy')
    await page.goto(`${form}8`)
    await press(page, 'Wyślij do sprawdzenia')
    await expect(page.getByText('Stan: czeka na sprawdzenie')).toBeVisible()
    await lead.goto(`/moderacja/propozycja/${id}`)
    await expect(lead.getByText('Chętnych jest 60, prowadzących 4.')).toBeVisible()
    await press(lead, 'Przyjmij i opublikuj')
    await expect(lead.getByText('Stan: przyjęta formalnie')).toBeVisible()
    const address = (await lead.getByRole('link', { name: 'Zobacz opublikowaną propozycję' }).getAttribute('href'))!

    // Assessed by two; one of those who were asked has a conflict, and another takes the place.
    const [one, two, three] = [await atTheOffice(browser, unique('Osoba Pierwsza'), 'official'), await atTheOffice(browser, unique('Osoba Druga'), 'official'), await atTheOffice(browser, unique('Osoba Trzecia'), 'official')]
    await lead.goto(`/urzad/oceny/propozycja/${id}`)
    await assign(lead, one.name)
    await assign(lead, two.name)
    await openCard(one.page, title)
    await declareConflict(one.page, 'Siostra jest w zarządzie.')
    await lead.reload()
    await assign(lead, three.name)
    for (const { page: assessor } of [two, three]) {
      await openCard(assessor, title)
      await declareNoConflict(assessor)
      await fillCard(assessor, '2', 'Za mało o tym, skąd będą prowadzący.')
      await handInCard(assessor)
    }
    await lead.reload()
    await expect(lead.getByText('Wynik: 40 z 100 punktów.')).toBeVisible()

    // Rejected; the organisation appeals; somebody else decides.
    await lead.goto(`/moderacja/propozycja/${id}`)
    await lead.getByRole('radio', { name: 'Odrzuć', exact: true }).check()
    await lead.getByLabel('Uzasadnienie', { exact: true }).fill('Ocena 40 punktów.')
    await press(lead, 'Zapisz przygotowaną decyzję')
    await expect(lead.getByText('Przygotowana decyzja: odrzucenie')).toBeVisible()
    await lead.goto('/urzad/propozycje')
    await lead.getByRole('checkbox', { name: new RegExp(title) }).check()
    await press(lead, 'Opublikuj zaznaczone')
    await expect(lead.getByText(/Opublikowano/)).toBeVisible()
    await reader.goto(address)
    await expect(reader.getByText('Stan: odrzucona')).toBeVisible()
    const outcome = reader.getByRole('region', { name: 'Ocena' })
    await expect(outcome).toContainText('Za mało o tym, skąd będą prowadzący.')
    for (const secret of ['Osoba', 'Siostra']) await expect(outcome).not.toContainText(secret)
    await looksRight(reader, true)
    await page.goto(`${form}8`)
    await fill(page, { 'Dlaczego odrzucenie jest błędne': 'Prowadzący są wymienieni w kroku piątym.' })
    await press(page, 'Wyślij odwołanie')
    await expect(page.getByText(/Odwołanie wysłano .* Czeka na odpowiedź/)).toBeVisible()
    await lead.goto(`/moderacja/propozycja/${id}`)
    await expect(lead.getByText('O odwołaniu decyduje ktoś inny niż osoba, która odrzuciła propozycję.')).toBeVisible()
    const another = (await atTheOffice(browser, 'Jan Drugi', 'coordinator')).page
    await another.goto(`/moderacja/propozycja/${id}`)
    await another.getByRole('radio', { name: 'Uwzględnij i zaakceptuj propozycję' }).check()
    await another.getByLabel('Uzasadnienie odpowiedzi').fill('Organizacja ma rację.')
    await press(another, 'Odpowiedz na odwołanie')
    await expect(another.getByText('Stan: zaakceptowana')).toBeVisible()

    // Carried out and reported.
    await page.reload()
    await press(page, 'Realizacja się zaczęła')
    await expect(page.getByText('Stan: w realizacji')).toBeVisible()
    await page.getByRole('link', { name: 'Napisz sprawozdanie' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Sprawozdanie z rezultatów' })).toBeVisible()
    await fill(group(page, 'Osoby w wolontariacie, które przepracowały co najmniej 10 godzin'), { 'Osiągnięta wartość': '18', 'Skąd wiadomo (lista, protokół, ankieta…)': 'Karty wolontariuszy.', 'Co wyszło inaczej i dlaczego': 'Dwie osoby wyjechały.' })
    await fill(page, { 'Jak przebiegło': 'Dwanaście spotkań.', 'Prowadzenie: wydano': '6000', Dotacja: '5000', 'Własne pieniądze': '1000' })
    await page.getByLabel('Czy działanie zostało wykonane').selectOption({ label: 'w całości' })
    await looksRight(page, true)
    await press(page, 'Zapisz i sprawdź')
    await expect(page.getByText('Sprawozdanie jest kompletne.')).toBeVisible()
    await press(page, 'Wyślij sprawozdanie')
    await expect(page.getByText('Sprawozdanie wysłane do urzędu')).toBeVisible()
    await lead.goto('/urzad/sprawozdania')
    await lead.getByRole('link', { name: title }).click()
    await press(lead, 'Przyjmij i opublikuj')
    await expect(lead.getByText('Ta propozycja została już zakończona.')).toBeVisible()
    for (const path of [address, '/zadania/1.1.18']) {
      await reader.goto(path)
      await expect(reader.getByText('Obiecane: 20 osób. Osiągnięte: 18 osób, czyli 90%.').first()).toBeVisible()
    }
    await looksRight(reader, true)
  })
})
