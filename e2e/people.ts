import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import postgres from 'postgres'
import { withDatabase } from '../scripts/database'

const mailFolder = () => join(process.env.DATA_DIR!, 'mail')

const toSignIn = /https?:\/\/\S+token=\S+/

/** The link in the newest mail to an address that is there now. */
async function newestLink(email: string, kind: RegExp): Promise<string | undefined> {
  for (const file of (await readdir(mailFolder()).catch(() => [])).filter((name) => name.endsWith('.eml')).toSorted().toReversed()) {
    const mail = await readFile(join(mailFolder(), file), 'utf8')
    if (!mail.includes(`<${email}>`) && !mail.includes(`To: ${email}`)) continue
    const text = mail.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    const link = kind.exec(text)?.[0]
    if (link) return link
  }
}

/** The same, as a person would find it, who waits for it: to sign in, or one of another kind; `after`: another than the one before. */
export async function linkMailedTo(email: string, kind = toSignIn, after?: string): Promise<string> {
  let link: string | undefined
  await expect.poll(async () => (link = await newestLink(email, kind)) !== undefined && link !== after).toBe(true)
  return link!
}

/** Asks for a link to sign in, and waits for the mail. */
export async function askForLink(page: Page, email: string): Promise<string> {
  const before = await newestLink(email, toSignIn)
  await page.goto('/logowanie')
  await page.getByLabel('Adres e-mail').fill(email)
  await page.getByRole('button', { name: 'Wyślij link do logowania' }).click()
  await expect(page.getByRole('heading', { name: 'Sprawdź pocztę' })).toBeVisible()
  return linkMailedTo(email, toSignIn, before)
}

let counter = 0

/** An address nobody has used yet. */
export const someone = (name: string) => `${name}-${process.pid}-${Date.now().toString(36)}-${counter++}@example.org`

/** A connection of one's own, as the test site's proxy would say: not everybody sits in one room. */
export function aNetwork(): string {
  const number = networks++
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
}
let networks = process.pid * 1000

/** Signs in the way everybody does: address, mail, link, button; then chooses a name if asked. */
export async function signIn(page: Page, email: string, name: string) {
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': aNetwork() })
  await followLink(page, await askForLink(page, email), name)
}

/** Opens a mailed link, presses its button, and chooses a name if asked. */
export async function followLink(page: Page, link: string, name: string) {
  await page.goto(link)
  await page.getByRole('button', { name: 'Zaloguj się' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/logowanie'))
  if (new URL(page.url()).pathname === '/witaj') {
    await page.getByLabel('Nazwa widoczna dla innych').fill(name)
    await page.getByRole('button', { name: 'Zapisz nazwę' }).click()
    await page.waitForURL((url) => url.pathname !== '/witaj')
  }
}

/** The site's database, for a spec that asks or does what no page does; to be called at its top. */
export function theDatabase() {
  let connection: postgres.Sql
  test.beforeAll(async () => {
    connection = postgres(await withDatabase(async (url) => url), { max: 2 })
  })
  test.afterAll(() => connection.end())
  return (query: TemplateStringsArray, ...values: string[]) => connection(query, ...values)
}

/** What `npm run role` does. */
export const giveRole = (sql: ReturnType<typeof theDatabase>, email: string, role: string) =>
  sql`insert into role_grants (person_id, role, granted_by_id) select id, ${role}, '00000000-0000-7000-8000-000000000001' from people where email = ${email} on conflict do nothing`

/** A browser of somebody else. */
export async function aVisitor(browser: Browser, javaScriptEnabled: boolean, width = 360) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 740 } })
  return context.newPage()
}

/** A new moderator, at the desk. */
export async function atTheDesk(page: Page, sql: ReturnType<typeof theDatabase>) {
  const email = someone('moderuje')
  await signIn(page, email, 'Moderująca')
  await giveRole(sql, email, 'moderator')
  await page.goto('/moderacja')
  return page
}

/** At the desk: something that waits, wherever in the queue it stands. */
export async function inTheQueue(desk: Page, item: Locator): Promise<Locator> {
  const further = desk.getByRole('link', { name: 'Dalsza część kolejki' })
  let path: string | null = '/moderacja'
  while (path) {
    await desk.goto(path)
    path = (await item.count()) || !(await further.count()) ? null : await further.getAttribute('href')
  }
  return item
}

/** Whether each of the addresses says one thing, and nowhere any of the others. */
export async function checkSaid(page: Page, paths: string[], said: string, unsaid: string[]) {
  for (const path of paths) {
    const text = await (await page.request.get(path)).text()
    expect(text).toContain(said)
    for (const secret of unsaid) expect(text).not.toContain(secret)
  }
}

/** What axe finds; it needs scripts, so without them nothing is asked. */
export async function violations(page: Page, javaScriptEnabled: boolean) {
  if (!javaScriptEnabled) return []
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  return violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html).join(' ').slice(0, 400)}`)
}

/** How wide a page is, in CSS pixels: more than the window means that it scrolls sideways. */
export const asWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
