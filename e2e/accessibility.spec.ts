import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { addresses, type Page as SitePage } from '../lib/addresses'
import { signIn, someone } from './people'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// Every page that needs nothing but an address, and one of each that needs more.
const pages = (language: 'pl' | 'en') => [
  ...(Object.keys(addresses) as SitePage[]).map((page) => addresses[page][language]).filter((path) => !path.includes(':')),
  ...{
    pl: ['/zadania/1.1.18', '/zadania/kolejnosc/votes', '/szukaj?q=wolontariat', '/szukaj?q=xyzxyz', '/nie-ma-takiej'],
    en: ['/en/tasks/1.1.18', '/en/tasks/by/activity', '/en/search?q=volunteering'],
  }[language],
]

/** Looks at one page as many would: with a screen reader's rules, in the light and in the dark, on a phone. */
async function check(page: Page, path: string, language: string) {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1)
  expect(await page.title(), path).toMatch(/Głos Torunia/)
  await expect(page.locator('html'), path).toHaveAttribute('lang', language)
  const problems = async (axe: AxeBuilder, how: string) =>
    (await axe.analyze()).violations.map(({ id, nodes }) => `${path} ${how} ${id}: ${nodes.map(({ html }) => html).join(' ').slice(0, 400)}`)
  expect(await problems(new AxeBuilder({ page }).withTags(rules), 'light')).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await problems(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']), 'dark')).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} on a small phone`).toBeLessThanOrEqual(320)
  await page.setViewportSize({ width: 1280, height: 800 })
}

for (const language of ['pl', 'en'] as const) {
  test(`no page keeps anybody out (${language})`, async ({ page }) => {
    test.setTimeout(240_000)
    const said: string[] = []
    page.on('console', (message) => message.type() === 'error' && !message.text().includes('404') && said.push(`${page.url()} ${message.text()}`))
    page.on('pageerror', (error) => said.push(`${page.url()} ${error.message}`))
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url())
      if (protocol !== 'data:' && hostname !== 'localhost') said.push(`fetched from elsewhere: ${request.url()}`)
    })
    for (const path of pages(language)) await check(page, path, language)
    expect(said).toEqual([])
  })
}

test('nor a page of one’s own', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, someone('axe'), 'Dostępna')
  for (const path of ['/konto', '/konto/usun', '/propozycje/nowa', '/organizacje/nowa']) await check(page, path, 'pl')
  for (const path of ['/en/account', '/en/account/delete', '/en/proposals/new', '/en/organisations/new']) await check(page, path, 'en')
})
