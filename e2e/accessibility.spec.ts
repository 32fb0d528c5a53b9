import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { addresses, type Page as SitePage } from '../lib/addresses'
import { signIn, someone } from './people'

// Every page that needs nothing but an address, in both languages and both themes; those of one's own work signed in.
const open = (Object.keys(addresses) as SitePage[]).filter((page) => !addresses[page].pl.includes(':'))
const parametered = ['/zadania/1.1.18', '/en/tasks/1.1.18', '/zadania/kolejnosc/votes', '/en/tasks/by/activity', '/szukaj?q=wolontariat', '/en/search?q=volunteering', '/nie-ma-takiej']
const paths = [...open.flatMap((page) => [addresses[page].pl, addresses[page].en]), ...parametered]

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}`, () => {
    test.use({ colorScheme })
    for (const who of ['nobody', 'a resident'] as const) {
      test(`no page keeps anybody out, seen by ${who}`, async ({ page }) => {
        test.setTimeout(240_000)
        if (who === 'a resident') await signIn(page, someone('axe'), 'Dostępna')
        for (const path of who === 'nobody' ? paths : ['/konto', '/konto/usun', '/propozycje/nowa', '/organizacje/nowa', '/en/account']) {
          await page.goto(path)
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
          expect(await page.title(), path).toMatch(/Głos Torunia/)
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
          expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html).join(' ').slice(0, 400)}`)).toEqual([])
        }
      })
    }
  })
}

test('no page is wider than a phone, and the language of each is right', async ({ page }) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of paths) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
    await expect(page.locator('html')).toHaveAttribute('lang', path.startsWith('/en') ? 'en' : 'pl')
  }
})

test('nothing is fetched from another host, and the console is silent', async ({ page }) => {
  const said: string[] = []
  page.on('console', (message) => message.type() === 'error' && said.push(`${page.url()} ${message.text()}`))
  page.on('pageerror', (error) => said.push(`${page.url()} ${error.message}`))
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol !== 'data:' && hostname !== 'localhost') said.push(request.url())
  })
  for (const path of paths.filter((path) => path !== '/nie-ma-takiej')) await page.goto(path, { waitUntil: 'networkidle' })
  expect(said).toEqual([])
})
