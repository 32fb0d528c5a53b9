import { expect, type Page } from '@playwright/test'
import { press } from './steps'

const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)

/** On the office's page of a proposal's assessment: gives a card to somebody. */
export async function assign(lead: Page, name: string) {
  const who = lead.getByLabel('Kto oceni')
  await who.selectOption((await who.locator('option', { hasText: name }).getAttribute('value'))!)
  await lead.getByLabel('Termin oddania karty').fill(inTwoWeeks())
  await press(lead, 'Wyznacz')
  await expect(lead.getByRole('listitem').filter({ hasText: 'czeka na oświadczenie' }).last()).toBeVisible()
  await expect(lead.getByLabel('Kto oceni').locator('option', { hasText: name })).toHaveCount(0)
}

/** From the work list to one's card, which is shut until one has declared oneself. */
export async function openCard(page: Page, title: string) {
  await page.goto('/urzad/oceny')
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Oświadczenie o bezstronności')
  await expect(page.getByLabel('Uzasadnienie')).toHaveCount(0)
}

export async function declareNoConflict(page: Page) {
  await page.getByLabel('nie mam konfliktu interesów').check()
  await press(page, 'Składam oświadczenie')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Karta oceny')
}

/** Declares a conflict of interest: the card stays shut. */
export async function declareConflict(page: Page, what: string) {
  await page.getByLabel('to sprawa osoby mi bliskiej').check()
  await page.getByLabel('Na czym polega konflikt').fill(what)
  await press(page, 'Składam oświadczenie')
  await expect(page.getByText('Z powodu konfliktu interesów karta pozostaje zamknięta')).toBeVisible()
  await expect(page.getByLabel('Uzasadnienie')).toHaveCount(0)
}

/** Gives every criterion the same points for the same reason. */
export async function fillCard(page: Page, points: string, reason: string) {
  for (const field of await page.getByLabel('Punkty, od 0 do 5').all()) await field.fill(points)
  for (const field of await page.getByLabel('Uzasadnienie').all()) await field.fill(reason)
}

export async function handInCard(page: Page) {
  await press(page, 'Zapisz i sprawdź przed oddaniem')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sprawdź kartę przed oddaniem')
  await press(page, 'Oddaj kartę')
  await expect(page.getByText('Nie można jej już zmienić.')).toBeVisible()
}
