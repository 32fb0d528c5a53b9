import { expect, test, type Browser, type Page } from '@playwright/test'
import { withDatabase } from '../scripts/database'
import { anotherInstance } from './instances'
import { asWide, aVisitor, followLink, linkMailedTo, signIn, someone, violations } from './people'

// Residence confirmed by an identity provider (scripts/test-identity-provider.ts, started with the site): the way there and
// back, and every way in which it may fail. Nothing of it may ever be a fault of ours.

const begin = 'Potwierdź przez Węzeł testowy'
const refused = 'Potwierdzenie nie udało się albo trwało zbyt długo. Zacznij jeszcze raz.'
let counter = 0
const anIdentity = () => ({ subject: `osoba-${process.pid}-${Date.now()}-${counter++}`, pesel: `${Date.now()}${counter}` })
type Identity = ReturnType<typeof anIdentity>

/** Somebody at their account, in a browser of their own that notes what was answered with a fault. */
async function atTheirAccount(browser: Browser, javaScriptEnabled: boolean, name: string) {
  const page = await aVisitor(browser, javaScriptEnabled)
  const faults: string[] = []
  page.on('response', (response) => response.status() >= 500 && faults.push(`${response.status()} ${response.url()}`))
  await signIn(page, someone('mieszka'), name)
  await page.goto('/konto')
  return { page, faults }
}

/** Begins at the account and answers the provider's question. */
async function answer(page: Page, { subject, pesel }: Identity, button: string, locality = 'Toruń') {
  await page.getByRole('button', { name: begin }).click()
  await expect(page.getByRole('heading', { name: 'Węzeł testowy' })).toBeVisible()
  await page.getByLabel('Kto').fill(subject)
  await page.getByLabel('PESEL').fill(pesel)
  await page.getByLabel('Miejscowość').fill(locality)
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** They read why, the way to begin anew stands there, and nothing of it is too wide or keeps anybody out. */
async function expectRefusal(page: Page, sentence: string, javaScriptEnabled: boolean) {
  await expect(page).toHaveURL(/\/konto\?/)
  await expect(page.locator('#zamieszkanie').getByRole('alert')).toHaveText(sentence)
  await expect(page.getByText('Znamy tylko Twój adres e-mail.')).toBeVisible()
  await expect(page.getByRole('button', { name: begin })).toBeVisible()
  expect(await asWide(page)).toBeLessThanOrEqual(360)
  expect(await violations(page, javaScriptEnabled)).toEqual([])
}

/** Says yes at the provider, and holds its answer back: the address that the browser was sent to, not opened by anybody yet. */
async function anAnswerHeldBack(page: Page, identity: Identity) {
  const provider = /\/authorize\?.*answer=yes/
  let sentTo = ''
  await page.route(provider, async (route) => {
    sentTo = (await route.fetch({ maxRedirects: 0 })).headers().location!
    await route.fulfill({ body: 'held back' })
  })
  await answer(page, identity, 'Potwierdzam')
  await expect(page.getByText('held back')).toBeVisible()
  await page.unroute(provider)
  return sentTo
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'residence' : 'residence without JavaScript', () => {
    test.beforeEach(() => test.setTimeout(90_000))

    test('is confirmed, stands beside one’s voice, and counts one’s vote among the confirmed; once a person', async ({ browser }) => {
      const code = javaScriptEnabled ? '1.1.13' : '1.1.15'
      const { page, faults } = await atTheirAccount(browser, javaScriptEnabled, 'Potwierdzona Ewa')
      const identity = anIdentity()
      await answer(page, identity, 'Potwierdzam')
      await expect(page.getByRole('status').filter({ hasText: 'Zamieszkanie zostało potwierdzone.' })).toBeVisible()
      await expect(page.getByText('Twoje zamieszkanie jest potwierdzone.')).toBeVisible()
      expect(await asWide(page)).toBeLessThanOrEqual(360)

      await page.goto(`/zadania/${code}`)
      const text = `Mieszkam tu od lat. ${Date.now()}`
      await page.getByLabel('Twój komentarz').fill(text)
      await page.getByRole('button', { name: 'Opublikuj komentarz' }).click()
      await expect(page.getByRole('article').filter({ hasText: text })).toContainText('potwierdzone zamieszkanie')
      await page.getByRole('group', { name: 'Czy popierasz to zadanie?' }).getByRole('button', { name: 'Za', exact: true }).click()
      await expect(page.getByText('Twój głos: Za.').first()).toBeVisible()
      await page.goto(`/zadania/${code}`)
      await page.getByRole('link', { name: 'Wyniki i szczegóły' }).click()
      await expect(page.getByRole('row', { name: /^Potwierdzone zamieszkanie/ })).toContainText(/1 100%0 0%0 0%1$/)

      const second = await atTheirAccount(browser, javaScriptEnabled, 'Drugie konto')
      await answer(second.page, identity, 'Potwierdzam')
      await expectRefusal(second.page, 'Ta tożsamość jest już związana z innym kontem, a jedna osoba może potwierdzić tylko jedno. Jeśli tamto konto jest Twoje, zaloguj się na nie.', javaScriptEnabled)
      await answer(second.page, { ...anIdentity(), pesel: identity.pesel }, 'Potwierdzam')
      await expect(second.page.locator('#zamieszkanie').getByRole('alert')).toContainText('Ta tożsamość jest już związana z innym kontem')
      expect([...faults, ...second.faults]).toEqual([])
    })

    test('is not confirmed when one says no or lives elsewhere, and can be begun anew', async ({ browser }) => {
      const { page, faults } = await atTheirAccount(browser, javaScriptEnabled, 'Wahająca się')
      const identity = anIdentity()
      await answer(page, identity, 'Odmawiam')
      await expectRefusal(page, 'Potwierdzenie zostało przerwane, więc nic się nie zmieniło. W każdej chwili możesz zacząć jeszcze raz.', javaScriptEnabled)
      await answer(page, identity, 'Potwierdzam', 'Bydgoszcz')
      await expectRefusal(page, 'Strona potwierdzająca tożsamość nie podaje, że mieszkasz w Toruniu.', javaScriptEnabled)
      await answer(page, identity, 'Potwierdzam w chwili awarii')
      await expectRefusal(page, 'Nie udało się połączyć ze stroną, która potwierdza tożsamość. Spróbuj ponownie za chwilę.', javaScriptEnabled)
      await answer(page, identity, 'Potwierdzam')
      await expect(page.getByText('Zamieszkanie zostało potwierdzone.')).toBeVisible()
      expect(faults).toEqual([])
    })

    test('is not confirmed by an answer that is forged, used or somebody else’s', async ({ browser }) => {
      const [mine, other] = [await atTheirAccount(browser, javaScriptEnabled, 'Zaczynająca'), await atTheirAccount(browser, javaScriptEnabled, 'Obca przeglądarka')]
      const stranger = await aVisitor(browser, javaScriptEnabled)
      const identity = anIdentity()
      const forged = new URL(await anAnswerHeldBack(mine.page, identity))
      forged.searchParams.set('state', 'podrobiony')
      await mine.page.goto(forged.href)
      await expectRefusal(mine.page, refused, javaScriptEnabled)

      const held = await anAnswerHeldBack(mine.page, identity)
      await other.page.goto(held)
      await expectRefusal(other.page, refused, javaScriptEnabled)
      await stranger.goto(held)
      await expect(stranger.getByRole('heading', { name: 'Logowanie' })).toBeVisible()
      await mine.page.goto(held)
      await expect(mine.page.getByText('Zamieszkanie zostało potwierdzone.')).toBeVisible()
      await mine.page.goto(held)
      await expect(mine.page.locator('#zamieszkanie').getByRole('alert')).toHaveText('To konto ma już potwierdzenie.')
      await other.page.goto(held)
      await expectRefusal(other.page, refused, javaScriptEnabled)
      await other.page.goto('/api/identity/callback')
      await expectRefusal(other.page, refused, javaScriptEnabled)
      expect([...mine.faults, ...other.faults]).toEqual([])
    })

    test('asks whoever has been signed out meanwhile to begin anew', async ({ browser }) => {
      const { page, faults } = await atTheirAccount(browser, javaScriptEnabled, 'Wylogowana')
      const held = await anAnswerHeldBack(page, anIdentity())
      await page.goto('/konto')
      await page.getByRole('button', { name: 'Wyloguj się', exact: true }).click()
      await expect(page).toHaveURL('/')
      await page.goto(held)
      await expect(page.getByRole('heading', { name: 'Logowanie' })).toBeVisible()
      const email = someone('wraca')
      await page.getByLabel('Adres e-mail').fill(email)
      await page.getByRole('button', { name: 'Wyślij link do logowania' }).click()
      await expect(page.getByRole('heading', { name: 'Sprawdź pocztę' })).toBeVisible()
      await followLink(page, await linkMailedTo(email), 'Wracająca')
      await expectRefusal(page, 'Zanim wróciło potwierdzenie, skończyło się Twoje logowanie. Zacznij jeszcze raz.', javaScriptEnabled)
      expect(faults).toEqual([])
    })

    test('says so where the provider cannot be reached', async ({ browser }) => {
      const site = await anotherInstance(await withDatabase(async (url) => url), { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'glos', OIDC_CLIENT_SECRET: 'a secret of the tests', OIDC_NAME: 'Węzeł testowy' })
      try {
        const page = await (await browser.newContext({ baseURL: site.url, javaScriptEnabled, viewport: { width: 360, height: 740 } })).newPage()
        await signIn(page, someone('daleko'), 'Bez węzła')
        await page.goto('/konto')
        const answered = page.waitForResponse((response) => response.url().includes('/api/identity/start'))
        await page.getByRole('button', { name: begin }).click()
        expect((await answered).status()).toBe(303)
        await expectRefusal(page, 'Nie udało się połączyć ze stroną, która potwierdza tożsamość. Spróbuj ponownie za chwilę.', javaScriptEnabled)
      } finally {
        await site.stop()
      }
    })
  })
}

test('whoever reads English comes back to English', async ({ page }) => {
  await signIn(page, someone('english'), 'Newcomer')
  await page.goto('/en/account')
  await page.getByRole('button', { name: 'Verify with Węzeł testowy' }).click()
  await page.getByRole('button', { name: 'Odmawiam' }).click()
  await expect(page).toHaveURL(/\/en\/account\?/)
  await expect(page.locator('#zamieszkanie').getByRole('alert')).toHaveText('The verification was broken off, so nothing has changed. You can start again at any time.')
})

test('what no form of ours sends is refused by its right status', async ({ request }) => {
  expect((await request.post('/api/identity/start', { headers: { origin: 'https://evil.example' }, maxRedirects: 0 })).status()).toBe(403)
  expect((await request.post('/api/identity/start', { maxRedirects: 0 })).status()).toBe(403)
  expect((await request.get('/api/identity/start')).status()).toBe(405)
  const signedOut = await request.get('/api/identity/callback?state=a&state=b&code=%00', { maxRedirects: 0 })
  expect([signedOut.status(), signedOut.headers().location]).toEqual([303, expect.stringMatching(/^\/logowanie\?powrot=/)])
})
