import { expect, type Page } from '@playwright/test'
import { followLink, inTheQueue, linkMailedTo, type theDatabase } from './people'
import { fill, press } from './steps'

/** Ten digits that begin as the test register wants it: see scripts/test-register.ts. */
export const krsOf = (begins: string) => begins + String(crypto.getRandomValues(new Uint32Array(1))[0]!).padStart(10, '0').slice(0, 10 - begins.length)

const invitationLink = /https?:\/\/\S+zaproszenie\/\S+/
export const invitationMailedTo = (email: string) => linkMailedTo(email, invitationLink)

/** Asks for an organisation to be confirmed. */
export async function register(page: Page, name: string, { krs = '', seat = 'ul. Szeroka 7, Toruń' } = {}) {
  await page.goto('/organizacje/nowa')
  await fill(page, { 'Pełna nazwa organizacji': name, 'Numer KRS': krs, Siedziba: seat, 'Czym się zajmujecie': 'Dbamy o rzekę.', 'Adres e-mail organizacji': 'biuro@rzeka.example.org', 'Telefon (nieobowiązkowo)': '56 622 11 33' })
  await page.getByLabel('Forma prawna').selectOption({ label: krs ? 'stowarzyszenie' : 'koło gospodyń wiejskich' })
  await press(page, 'Wyślij do potwierdzenia')
  await expect(page.getByRole('heading', { level: 1, name: 'Zgłoszenie przyjęte' })).toBeVisible()
}

/** From the desk to the registration with a number (several may bear the register's name), which the register agrees with; the server asks it by itself. */
export async function agreesWithRegister(desk: Page, sql: ReturnType<typeof theDatabase>, krs: string) {
  const [registered] = await sql`select id from organisations where krs = ${krs}`
  await expect(async () => {
    await (await inTheQueue(desk, desk.locator(`a[href$="/moderacja/organizacja/${(registered as { id: string }).id}"]`))).click()
    await expect(desk.getByText('Nazwa i siedziba zgadzają się z rejestrem.')).toBeVisible({ timeout: 2000 })
  }).toPass()
}

/** At the desk, an organisation's registration: confirmed. */
export async function confirm(desk: Page) {
  await press(desk, 'Potwierdź')
  await expect(desk.getByText('Ta organizacja jest już potwierdzona.')).toBeVisible()
}

/** On the team's page: invites somebody by mail. */
export async function invite(page: Page, email: string) {
  await page.getByLabel('Adres e-mail osoby').fill(email)
  await press(page, 'Wyślij zaproszenie')
  await expect(page.getByText('Zaproszenie zostało wysłane.')).toBeVisible()
}

/** At an invitation, somebody who has no account yet: signs in by mail and accepts. */
export async function acceptInvitation(page: Page, email: string, name: string) {
  await page.getByRole('main').getByRole('link', { name: 'Zaloguj się' }).click()
  await page.getByLabel('Adres e-mail').fill(email)
  await press(page, 'Wyślij link do logowania')
  await expect(page.getByRole('heading', { name: 'Sprawdź pocztę' })).toBeVisible()
  await followLink(page, await linkMailedTo(email), name)
  await expect(page.getByRole('heading', { level: 1, name: 'Zaproszenie do organizacji' })).toBeVisible()
  await press(page, 'Przyjmij zaproszenie')
  await expect(page.getByText('Witamy w zespole.')).toBeVisible()
}
