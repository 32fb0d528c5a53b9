import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { asWide, aVisitor, signIn, someone, violations, type theDatabase } from './people'

/** A name that nothing else bears. */
export const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`

export const press = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true }).click()

export const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true })

/** Types into fields, by their labels. */
export async function fill(place: Page | Locator, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) await place.getByLabel(label, { exact: true }).fill(value)
}

/** Says something under a task. @returns its key */
export async function post(sql: ReturnType<typeof theDatabase>, page: Page, code: string, text: string) {
  await page.goto(`/zadania/${code}`)
  await page.getByLabel('Twój komentarz').fill(text)
  await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
  await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible()
  return (await sql`select id from comments where body = ${text}`)[0]!.id as string
}

/** Somebody signed in, in a browser of their own. */
export async function somebody(browser: Browser, name: string, javaScriptEnabled: boolean, width: number) {
  const [page, email] = [await aVisitor(browser, javaScriptEnabled, width), someone(name.toLowerCase().replace(/[^a-z]/g, ''))]
  await signIn(page, email, name)
  return { page, email, name }
}

/** That a page has no violation that axe can find, and does not scroll sideways. */
export async function looksRight(page: Page, javaScriptEnabled: boolean) {
  expect(await violations(page, javaScriptEnabled)).toEqual([])
  expect(await asWide(page)).toBeLessThanOrEqual(page.viewportSize()!.width)
}
