import { expect, test, type Browser, type Page } from '@playwright/test'
import { aVisitor, giveRole, signIn, someone, theDatabase } from './people'
import { looksRight, press, unique } from './steps'

const sql = theDatabase()
const row = (page: Page, name: string) => page.getByRole('group', { name, exact: true })

/** A confirmed organisation of somebody, with an accepted proposal for a task of the strategy, in progress, over since a day. */
async function aTaskInProgress(member: string, title: string, to: string, code: string): Promise<{ id: string; slug: string }> {
  const content = {
    mode: 'idea', tasks: [code], title, summary: 'Sześć ogrodów za blokami.', need: 'Podwórka są puste.', targetGroup: 'Sąsiedzi.', from: '2026-03-01', to,
    actions: [{ id: 'r0', name: 'Sadzenie', description: 'Razem z sąsiadami.', from: '2026-04-01', to }],
    results: [
      { id: 'r0', name: 'Ogrody', targetThousandths: 6000, unit: 'ogrodów', measuring: 'Zdjęcia.', source: 'Protokoły odbioru.' },
      { id: 'r1', name: 'Sąsiedzi przy pracy', targetThousandths: 40_000, unit: 'osób', measuring: 'Listy obecności.', source: '' },
    ],
    costs: [{ id: 'r0', kind: 'Sadzonki', unit: 'sztuka', unitCostGrosze: 1000, quantityThousandths: 100_000, valueGrosze: 100_000, perYearGrosze: [100_000] }],
    sources: { grant: 90_000, ownMoney: 10_000, ownNonMoney: 0, fees: 0 },
  }
  const [made] = await sql`with organisation as (
      insert into organisations (id, slug, name, legal_form, seat, about, contact_email, registered_by_id, confirmed_at, confirmed_by_id)
      select gen_random_uuid(), ${crypto.randomUUID()}, ${unique('Stowarzyszenie Ogrody')}, 'association', 'Toruń', 'Ogrody.', ${`biuro-${member}`}, id, now(), '00000000-0000-7000-8000-000000000001' from people where email = ${member} returning *),
    joined as (insert into organisation_members (organisation_id, person_id) select id, registered_by_id from organisation),
    thread as (insert into threads (id) values (gen_random_uuid()) returning id),
    question as (insert into questions (id, kind) values (gen_random_uuid(), 'support') returning id),
    proposal as (insert into proposals (id, organisation_id, created_by_id, draft, content, total_grosze, sources_grosze, state, slug, published_at, version, thread_id, question_id)
      select gen_random_uuid(), organisation.id, registered_by_id, '{}'::jsonb, ${JSON.stringify(content)}::text::jsonb, 100000, 100000, 'inProgress', ${`ogrody-${crypto.randomUUID().slice(0, 8)}`}, now(), 1, thread.id, question.id from organisation, thread, question returning *),
    served as (insert into proposal_tasks (proposal_id, task_id) select proposal.id, tasks.id from proposal, tasks where tasks.code = ${code})
    select id, slug from proposal`
  await sql`select pg_notify('touched', 'proposals')`
  return made as unknown as { id: string; slug: string }
}

async function aCoordinator(browser: Browser) {
  const [page, email] = [await aVisitor(browser, true, 1280), someone('nabor')]
  await signIn(page, email, 'Prowadząca nabór')
  await giveRole(sql, email, 'coordinator')
  return page
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a report' : 'a report without JavaScript on a phone', () => {
    const code = javaScriptEnabled ? '1.1.13' : '1.1.14'
    test.describe.configure({ timeout: 120_000 })
    test.use({ javaScriptEnabled, viewport: javaScriptEnabled ? { width: 1280, height: 900 } : { width: 360, height: 740 } })

    test('is late, written, checked in words, sent, returned, mended, accepted, and read by everybody', async ({ page, browser }) => {
      const [member, title] = [someone('ogrody'), unique('Ogrody sąsiedzkie')]
      await signIn(page, member, 'Ola z Mokrego')
      const { id, slug } = await aTaskInProgress(member, title, '2026-09-30', code)
      await page.goto(`/propozycje/${slug}`)
      await expect(page.getByText('Sprawozdanie spóźnione: termin minął 30 października 2026.')).toBeVisible()
      await page.goto('/konto')
      await page.getByRole('link', { name: title }).last().click()
      await expect(page.getByRole('heading', { level: 1, name: 'Sprawozdanie z rezultatów' })).toBeVisible()
      await looksRight(page, javaScriptEnabled)

      // Typed as people do: half of it, some of it wrong; nothing is lost.
      await row(page, 'Ogrody').getByLabel('Osiągnięta wartość').fill('cztery')
      await row(page, 'Sąsiedzi przy pracy').getByLabel('Osiągnięta wartość').fill('52')
      await page.getByLabel('Sadzonki: wydano').fill('1 000,00')
      await page.getByLabel('Dotacja', { exact: true }).fill('900')
      await press(page, 'Zapisz i sprawdź')
      await expect(page.getByRole('heading', { level: 1, name: 'Sprawdzenie sprawozdania' })).toBeVisible()
      await expect(page.getByText('Wpisz liczbę, na przykład 38 albo 2,5.')).toBeVisible()
      await expect(page.getByText('Brak źródła. Napisz, gdzie da się to sprawdzić.')).toBeVisible()
      await expect(page.getByText('Suma źródeł (900,00 zł) musi być równa sumie wydatków (1000,00 zł).')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Wyślij sprawozdanie' })).toHaveCount(0)
      await looksRight(page, javaScriptEnabled)
      await page.getByRole('link', { name: 'Wróć do pisania' }).click()
      await expect(row(page, 'Ogrody').getByLabel('Osiągnięta wartość')).toHaveValue('cztery')
      await expect(row(page, 'Ogrody').getByLabel('Osiągnięta wartość')).toHaveAccessibleDescription(/Wpisz liczbę/)
      await row(page, 'Ogrody').getByLabel('Osiągnięta wartość').fill('4')
      await row(page, 'Ogrody').getByLabel('Co wyszło inaczej i dlaczego').fill('Dwa podwórka są w remoncie.')
      await row(page, 'Sąsiedzi przy pracy').getByLabel('Skąd wiadomo').fill('Listy w biurze.')
      await row(page, 'Sadzenie').getByLabel('Czy działanie zostało wykonane').selectOption({ label: 'w części' })
      await row(page, 'Sadzenie').getByLabel('Jak przebiegło').fill('Posadziliśmy cztery ogrody.')
      await row(page, 'Sadzenie').getByLabel('Co wyszło inaczej i dlaczego').fill('Mniej podwórek.')
      await page.getByLabel('Własne pieniądze', { exact: true }).fill('100')
      await press(page, 'Zapisz i sprawdź')
      await expect(page.getByText('Sprawozdanie jest kompletne.')).toBeVisible()
      await press(page, 'Wyślij sprawozdanie')
      await expect(page.getByText('Sprawozdanie wysłane do urzędu')).toBeVisible()
      await page.goto(`/propozycje/${slug}`)
      await expect(page.getByText('czeka na przyjęcie przez urząd')).toBeVisible()
      await expect(page.getByText('Dwa podwórka są w remoncie.')).toHaveCount(0)

      const desk = await aCoordinator(browser)
      await desk.goto('/urzad/sprawozdania')
      await desk.getByRole('link', { name: title }).click()
      await looksRight(desk, true)
      await desk.getByLabel('Co poprawić').fill('Proszę dopisać, skąd wiadomo o ogrodach.')
      await press(desk, 'Zwróć do poprawy')
      await expect(desk.getByText('Ta propozycja jest już w realizacji.')).toBeVisible()

      await page.goto(`/sprawozdania/${id}`)
      await expect(page.getByText('Proszę dopisać, skąd wiadomo o ogrodach.')).toBeVisible()
      await row(page, 'Ogrody').getByLabel('Skąd wiadomo').fill('Protokoły i zdjęcia.')
      await press(page, 'Zapisz szkic')
      await expect(page.getByText('Szkic zapisany.')).toBeVisible()
      await expect(row(page, 'Ogrody').getByLabel('Skąd wiadomo')).toHaveValue('Protokoły i zdjęcia.')
      await press(page, 'Zapisz i sprawdź')
      await press(page, 'Wyślij sprawozdanie')
      await expect(page.getByText('Sprawozdanie wysłane do urzędu')).toBeVisible()
      await desk.goto(`/urzad/sprawozdania/${id}`)
      await press(desk, 'Przyjmij i opublikuj')
      await expect(desk.getByText('Ta propozycja została już zakończona.')).toBeVisible()

      // Everybody reads it: on the proposal's page, on the task's, on its own, as CSV.
      const reader = await aVisitor(browser, javaScriptEnabled)
      for (const path of [`/propozycje/${slug}`, `/zadania/${code}`, `/propozycje/${slug}/rezultaty`, `/en/proposals/${slug}/results`]) {
        await reader.goto(path)
        await expect(reader.getByText(path.startsWith('/en') ? 'Promised: 6 ogrodów. Achieved: 4 ogrodów, which is 66%.' : 'Obiecane: 6 ogrodów. Osiągnięte: 4 ogrodów, czyli 66%.').first()).toBeVisible()
        await looksRight(reader, javaScriptEnabled)
      }
      await expect(reader.getByText('Dwa podwórka są w remoncie.')).toBeVisible()
      const csv = await (await reader.request.get(`/api/v1/outcomes?proposal=${slug}&format=csv`)).text()
      expect(csv.split('\r\n').slice(0, 3).map((line) => line.split(',').slice(4, 8).join())).toEqual(['result,unit,promised,achieved', 'Ogrody,ogrodów,6,4', 'Sąsiedzi przy pracy,osób,40,52'])
      expect(csv).not.toContain(member)
      expect((await reader.request.get('/propozycje/nie-ma-takiej/rezultaty')).status()).toBe(404)
    })

    test('two people write at once: what one typed over the other waits for a choice', async ({ page, browser }) => {
      const [member, colleague, title] = [someone('ogrody'), someone('ogrody'), unique('Łąki kwietne')]
      await signIn(page, member, 'Ola z Mokrego')
      const { id } = await aTaskInProgress(member, title, '2099-09-30', code)
      const other = await aVisitor(browser, javaScriptEnabled)
      await signIn(other, colleague, 'Ala z Rubinkowa')
      await sql`insert into organisation_members (organisation_id, person_id) select organisation_id, people.id from proposals, people where proposals.id = ${id} and email = ${colleague}`
      for (const each of [page, other]) await each.goto(`/sprawozdania/${id}`)
      await page.getByLabel('III. Dodatkowe informacje').fill('Ola pisze.')
      await press(page, 'Zapisz szkic')
      await expect(page.getByText('Szkic zapisany.')).toBeVisible()
      await other.getByLabel('III. Dodatkowe informacje').fill('Ala pisze.')
      await other.getByLabel('Numer umowy').fill('12/2027')
      await press(other, 'Zapisz szkic')
      await expect(other.getByText('Twój tekst, niezapisany w polu: „Ala pisze.”')).toBeVisible()
      await expect(other.getByLabel('III. Dodatkowe informacje')).toHaveValue('Ola pisze.')
      await expect(other.getByLabel('Numer umowy')).toHaveValue('12/2027')
      await looksRight(other, javaScriptEnabled)
      await other.getByLabel('Wstaw moją wersję zamiast tej, która stoi w polu').check()
      await press(other, 'Zapisz szkic')
      await expect(other.getByText('Szkic zapisany.')).toBeVisible()
      await expect(other.getByLabel('III. Dodatkowe informacje')).toHaveValue('Ala pisze.')
    })
  })
}
