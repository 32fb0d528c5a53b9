import { expect, test, type Browser, type Page } from '@playwright/test'
import { assign, declareConflict, declareNoConflict, fillCard, handInCard, openCard } from './assessment-steps'
import { giveRole, signIn, someone, theDatabase } from './people'
import { looksRight, press, somebody } from './steps'

const sql = theDatabase()

/** A proposal that was formally accepted, of an organisation whose member has signed in. */
async function aPublishedProposal(member: string, title: string, slug: string) {
  const content = { title, summary: 'Sześć ogrodów.', need: 'Podwórka są puste.', targetGroup: 'Sąsiedzi.', tasks: ['1.1.16'], from: '2027-03-01', to: '2027-10-31', actions: [], results: [], costs: [], sources: { grant: 0, ownMoney: 0, ownNonMoney: 0, fees: 0 } }
  await sql`with organisation as (
      insert into organisations (id, slug, name, legal_form, seat, about, contact_email, registered_by_id, confirmed_at, confirmed_by_id)
      select gen_random_uuid(), ${`org-${slug}`}, ${`Stowarzyszenie ${slug}`}, 'association', 'Toruń', 'Ogrody.', 'biuro@example.org', id, now(), '00000000-0000-7000-8000-000000000001' from people where email = ${member} returning *),
    membership as (insert into organisation_members (organisation_id, person_id) select id, registered_by_id from organisation),
    thread as (insert into threads (id) values (gen_random_uuid()) returning id),
    question as (insert into questions (id, kind, choices) values (gen_random_uuid(), 'support', '{for}') returning id),
    proposal as (
      insert into proposals (id, organisation_id, created_by_id, state, draft, content, total_grosze, sources_grosze, slug, published_at, thread_id, question_id, version)
      select gen_random_uuid(), organisation.id, registered_by_id, 'published', '{}', ${JSON.stringify(content)}::text::jsonb, 0, 0, ${slug}, now(), thread.id, question.id, 1 from organisation, thread, question returning *)
    insert into proposal_versions (proposal_id, number, content, by_id) select id, 1, content, created_by_id from proposal`
  await sql`select pg_notify('touched', 'proposals')`
}

/** Somebody who works at the office, at their work list. */
async function atTheOffice(browser: Browser, javaScriptEnabled: boolean, width: number, name: string, role: string) {
  const official = await somebody(browser, name, javaScriptEnabled, width)
  await giveRole(sql, official.email, role)
  await official.page.goto('/urzad/oceny')
  return official
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'an assessment' : 'an assessment without JavaScript', () => {
    const width = 360
    test.describe.configure({ timeout: 120_000 })
    test.use({ javaScriptEnabled, viewport: { width, height: 740 } })
    const fits = (page: Page) => looksRight(page, javaScriptEnabled)

    test('from two people of whom one has a conflict, by a third card, to the outcome', async ({ page, browser }) => {
      const mark = crypto.randomUUID().slice(0, 8)
      const [member, title, slug] = [someone('ngo'), `Ogrody za blokiem ${mark}`, `ogrody-${mark}`]
      await signIn(page, member, 'Basia z Rubinkowa')
      await aPublishedProposal(member, title, slug)
      const [lead, ...officials] = await Promise.all([
        atTheOffice(browser, javaScriptEnabled, width, 'Koordynacja', 'coordinator'),
        ...['Pierwsza', 'Druga', 'Trzecia', 'Czwarta'].map((name) => atTheOffice(browser, javaScriptEnabled, width, `Osoba ${name} ${mark}`, 'official')),
      ])
      const [first, second, third, fourth] = officials as [typeof lead, typeof lead, typeof lead, typeof lead]

      await lead.page.getByRole('link', { name: title }).click()
      await fits(lead.page)
      await press(lead.page, 'Wyznacz')
      await expect(lead.page.getByLabel('Kto oceni')).toHaveAccessibleDescription(/Wybierz osobę z\slisty/)
      await assign(lead.page, first.name)
      await assign(lead.page, second.name)

      // One has a conflict of interest: the sheet stays shut, and the place goes to another.
      await openCard(first.page, title)
      await fits(first.page)
      await first.page.getByLabel('to sprawa osoby mi bliskiej').check()
      await press(first.page, 'Składam oświadczenie')
      await expect(first.page.getByLabel('Na czym polega konflikt')).toHaveAccessibleDescription(/Napisz, na czym polega konflikt/)
      await expect(first.page.getByLabel('to sprawa osoby mi bliskiej')).toBeChecked()
      await declareConflict(first.page, 'Siostra jest w zarządzie.')
      await lead.page.reload()
      await expect(lead.page.getByText('Siostra jest w zarządzie.')).toBeVisible()
      await assign(lead.page, third.name)

      // What is typed stays, whatever it is; what is missing is said; nobody sees the other's card before both are in.
      await openCard(second.page, title)
      await declareNoConflict(second.page)
      await second.page.getByLabel('Punkty, od 0 do 5').first().fill('dużo')
      await press(second.page, 'Zapisz i sprawdź przed oddaniem')
      await expect(second.page.getByText('Kryterium 1: podaj całą liczbę punktów od 0 do 5.')).toBeVisible()
      await expect(second.page.getByRole('button', { name: 'Oddaj kartę' })).toHaveCount(0)
      await fits(second.page)
      await second.page.getByRole('link', { name: 'Wróć do karty' }).click()
      await expect(second.page.getByLabel('Punkty, od 0 do 5').first()).toHaveValue('dużo')
      await fillCard(second.page, '5', 'Bardzo dobry plan.')
      await press(second.page, 'Zapisz szkic')
      await second.page.waitForURL('**#zapisano')
      await expect(second.page.getByText('Karta nie jest jeszcze oddana.')).toBeVisible()
      await second.page.reload()
      await expect(second.page.getByLabel('Uzasadnienie').last()).toHaveValue('Bardzo dobry plan.')
      await fits(second.page)
      await handInCard(second.page)
      await expect(second.page.getByText('Karty innych osób zobaczysz')).toBeVisible()
      await lead.page.reload()
      await expect(lead.page.getByText('Karty zobaczysz, gdy obie zostaną oddane.')).toBeVisible()
      await openCard(third.page, title)
      await declareNoConflict(third.page)
      expect(await third.page.content()).not.toContain('Bardzo dobry plan.')
      await fillCard(third.page, '2', 'Koszty bez opisu.')
      await handInCard(third.page)
      await expect(third.page.getByRole('table', { name: 'Karty oceny: punkty i uzasadnienia' })).toContainText('Bardzo dobry plan.')

      // They differ by 60 of 100.
      await lead.page.reload()
      await expect(lead.page.getByText('Oceny różnią się o 60 pkt')).toBeVisible()
      await fits(lead.page)
      await assign(lead.page, fourth.name)
      await openCard(fourth.page, title)
      await declareNoConflict(fourth.page)
      expect(await fourth.page.content()).not.toContain('Bardzo dobry plan.')
      await fillCard(fourth.page, '4', 'Dobrze opisane rezultaty.')
      await handInCard(fourth.page)
      await lead.page.reload()
      await expect(lead.page.getByText('Wynik: 90 z 100 punktów.')).toBeVisible()
      await lead.page.goto('/urzad/oceny')
      await fits(lead.page)

      // The applicant and everybody else learn of it with the decision, without names.
      await page.goto(`/propozycje/${slug}`)
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
      expect(await page.content()).not.toContain('Bardzo dobry plan.')
      await sql`with moved as (update proposals set state = 'accepted' where slug = ${slug} returning id)
        select pg_notify('touched', 'proposal:' || id) from moved`
      await expect(async () => {
        await page.reload()
        await expect(page.getByText('Wynik: 90 z 100 punktów.')).toBeVisible({ timeout: 1000 })
      }).toPass()
      const outcome = page.getByRole('region', { name: 'Ocena' })
      for (const said of ['Bardzo dobry plan.', 'Koszty bez opisu.', 'Dobrze opisane rezultaty.', 'wyłączono: 1 osobę']) await expect(outcome).toContainText(said)
      for (const secret of [mark + ',', 'Osoba ', 'Siostra', 'Koordynacja']) await expect(outcome).not.toContainText(secret)
      await fits(page)
      await outcome.getByRole('link', { name: 'Kryteria oceny i zasady' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Kryteria oceny' })).toBeVisible()
      await fits(page)
    })
  })
}
