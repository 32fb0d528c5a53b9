import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'

const mailFolder = () => join(process.env.DATA_DIR!, 'mail')

/** The link in the newest mail to an address, as a person would find it. */
export async function linkMailedTo(email: string): Promise<string> {
  let link: string | undefined
  await expect
    .poll(async () => {
      for (const file of (await readdir(mailFolder()).catch(() => [])).filter((name) => name.endsWith('.eml')).toSorted().toReversed()) {
        const mail = await readFile(join(mailFolder(), file), 'utf8')
        if (!mail.includes(`<${email}>`) && !mail.includes(`To: ${email}`)) continue
        const text = mail.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
        link = /https?:\/\/\S+token=\S+/.exec(text)?.[0]
        if (link) return link
      }
      return link
    })
    .toBeTruthy()
  return link!
}

let counter = 0

/** An address nobody has used yet. */
export const someone = (name: string) => `${name}-${process.pid}-${Date.now().toString(36)}-${counter++}@example.org`

/** Signs in the way everybody does: address, mail, link, button; then chooses a name if asked. */
export async function signIn(page: Page, email: string, name: string) {
  await page.goto('/logowanie')
  await page.getByLabel('Adres e-mail').fill(email)
  await page.getByRole('button', { name: 'Wyślij link do logowania' }).click()
  await expect(page.getByRole('heading', { name: 'Sprawdź pocztę' })).toBeVisible()
  await followLink(page, await linkMailedTo(email), name)
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
