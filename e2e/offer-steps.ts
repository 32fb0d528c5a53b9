import { expect, type Page } from '@playwright/test'
import type { theDatabase } from './people'
import { fill, group, press } from './steps'

/** Saves a step of the form and goes to the next one. */
export const next = async (page: Page, step: string) => {
  await press(page, 'Zapisz i przejdź dalej')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(step)
}

/** The offer, from its beginning to its second step. */
export async function begin(page: Page, title: string) {
  await page.goto('/propozycje/nowa?zadanie=1.1.18')
  await expect(page.getByText('Zgłoszenie pomysłu nie jest ofertą w rozumieniu art. 14 ustawy o pożytku')).toBeVisible()
  await page.getByRole('radio', { name: /^Oferta w otwartym konkursie/ }).check()
  await press(page, 'Zacznij')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Krok 1 z 8: Pomysł')
  await fill(page, {
    'Tytuł projektu': title,
    Streszczenie: 'Uczymy osoby, które poprowadzą wolontariat.',
    'Jaka potrzeba stoi za projektem': 'Chętnych jest więcej niż prowadzących.',
    'Dla kogo jest projekt': 'Dorośli z Rubinkowa.',
    'Gdzie to się odbędzie': 'Biblioteka na Rubinkowie.',
    'Z jakimi innymi działaniami się łączy': 'Z kursami w bibliotekach.',
  })
  await page.getByLabel('Rodzaj zadania publicznego').selectOption('27')
}

/** What it brings, with a result of the library. */
export async function results(page: Page) {
  await fill(page, { 'Bezpośredni efekt': 'Dwadzieścia osób.', 'Zmiana społeczna': 'Więcej grup.', 'Trwałość rezultatów': 'Grupy zostają.' })
  await group(page, 'Rezultat 1').getByLabel('Wzór z biblioteki rezultatów (nieobowiązkowo)').selectOption({ label: 'Osoby w wolontariacie, które przepracowały co najmniej 10 godzin' })
  await fill(group(page, 'Rezultat 1'), { 'Wartość docelowa (liczba)': '20' })
}

/** What they have and know, up to the costs. */
export async function theRest(page: Page) {
  await fill(page, { 'Co już robiliście w tej dziedzinie': 'Pięć kursów.', 'Kto będzie pracować (bez nazwisk)': 'Dwie osoby.', 'Jakie rzeczy i miejsca macie': 'Sala.' })
  await next(page, 'Krok 6 z 8: Koszty')
}

/** A row of the costs. */
export const cost = async (page: Page, row: string, kind: string, belongsTo: string, unitCost: string, quantity: string) => {
  await fill(group(page, row), { 'Rodzaj kosztu': kind, 'Jednostka, np. godzina': 'godzina', 'Koszt jednostkowy w zł': unitCost, 'Liczba jednostek': quantity })
  await group(page, row).getByLabel('Do czego należy').selectOption({ label: belongsTo })
}

/** The whole and its only action. */
export async function actions(page: Page) {
  await fill(group(page, 'Termin całego projektu'), { Od: '2027-03-01', Do: '2027-10-31' })
  await fill(group(page, 'Działanie 1'), { 'Nazwa działania': 'Kurs', 'Na czym polega': 'Dwanaście spotkań.', 'Grupa docelowa działania': 'Dorośli', Od: '2027-03-10', Do: '2027-06-30' })
}

/** A confirmed organisation of people who have signed in. */
export async function anOrganisation(sql: ReturnType<typeof theDatabase>, name: string, ...members: string[]) {
  await sql`insert into organisations (id, slug, name, legal_form, seat, about, contact_email, registered_by_id, confirmed_at, confirmed_by_id)
    select gen_random_uuid(), ${crypto.randomUUID()}, ${name}, 'association', 'Toruń', 'Ogrody.', 'biuro@example.org', id, now(), '00000000-0000-7000-8000-000000000001' from people where email = ${members[0]!}`
  for (const member of members) await sql`insert into organisation_members (organisation_id, person_id) select o.id, p.id from organisations o, people p where o.name = ${name} and p.email = ${member}`
}
