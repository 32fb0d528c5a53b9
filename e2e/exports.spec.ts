import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { totalOf, wholeContent, type Cost } from '../lib/proposals/content'
import { readExported } from '../lib/proposals/exported'
import { retyped } from '../lib/proposals/retyped'
import { asWide, aVisitor, signIn, someone, theDatabase, violations } from './people'

const sql = theDatabase()
const contact = 'biuro@eksport.example.org'

/** An offer in an open competition, with forty costs. */
function anOffer(title: string) {
  const costs = Array.from({ length: 40 }, (_, place): Cost => ({
    id: `c${place}`, kind: `Zajęcia w grupie ${place + 1}`, belongsTo: place < 30 ? 'a1' : 'admin', unit: 'godzina', unitCostGrosze: 10_050, quantityThousandths: 2500, valueGrosze: 25_125, fromGrantGrosze: null, perYearGrosze: [25_125],
  }))
  const total = totalOf({ costs })
  return wholeContent({
    mode: 'openCall', tasks: ['1.1.18'], title, taskKind: '27', summary: 'Uczymy osoby, które poprowadzą wolontariat.', need: 'Chętnych jest więcej niż prowadzących.', targetGroup: 'Dorośli z Rubinkowa.', places: 'Biblioteka na Rubinkowie.', complementarity: 'Z kursami w bibliotekach.',
    from: '2027-03-01', to: '2027-11-30',
    actions: [{ id: 'a1', name: 'Warsztaty', description: 'Dziesięć spotkań.', targetGroup: 'Dorośli', from: '2027-03-01', to: '2027-06-30', nonParty: '' }],
    narrative: { direct: 'Dwadzieścia osób.', change: 'Więcej grup.', durability: 'Grupy zostają.' },
    results: [{ id: 'r1', definition: null, name: 'Przeszkolone osoby', targetThousandths: 20_000, unit: 'osób', measuring: 'Listy obecności.', source: 'Dokumentacja.' }],
    experience: 'Pięć kursów.', resources: { people: 'Dwie osoby.', things: 'Sala.', money: '' }, costs, sources: { grant: total - 100_000, ownMoney: 100_000, ownNonMoney: 0, fees: 0 }, paid: false, otherInformation: '',
  })
}

/** A published proposal and a draft of an organisation that somebody belongs to. */
async function made(member: string, title: string) {
  const [organisation, slug, content] = [crypto.randomUUID(), crypto.randomUUID(), anOffer(title)]
  const total = String(totalOf(content))
  await sql`insert into organisations (id, slug, name, legal_form, seat, about, contact_email, registered_by_id, confirmed_at, confirmed_by_id)
    select ${organisation}, ${organisation}, ${`Fundacja ${organisation.slice(0, 8)}`}, 'foundation', 'Toruń', 'Rzeka.', ${contact}, id, now(), '00000000-0000-7000-8000-000000000001' from people where email = ${member}`
  await sql`insert into organisation_members (organisation_id, person_id) select ${organisation}, id from people where email = ${member}`
  await sql`with thread as (insert into threads (id) values (gen_random_uuid()) returning id), question as (insert into questions (id, kind, choices) values (gen_random_uuid(), 'support', '{for}') returning id)
    insert into proposals (id, organisation_id, created_by_id, state, draft, content, total_grosze, sources_grosze, slug, published_at, version, thread_id, question_id)
    select gen_random_uuid(), ${organisation}, people.id, 'published', '{}', ${JSON.stringify(content)}::text::jsonb, ${total}::text::bigint, ${total}::text::bigint, ${slug}, now(), 1, thread.id, question.id from people, thread, question where email = ${member}`
  const [draft] = await sql`insert into proposals (id, organisation_id, created_by_id, draft) select gen_random_uuid(), ${organisation}, id, ${JSON.stringify(retyped(content))}::text::jsonb from people where email = ${member} returning id`
  return { content, slug, draft: String(draft!.id) }
}

async function download(page: Page, name: RegExp) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

for (const javaScriptEnabled of [true, false]) {
  const width = javaScriptEnabled ? 360 : 1280
  test.describe(javaScriptEnabled ? 'a proposal is taken away' : 'a proposal is taken away without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width, height: 740 } })

    test('by anyone once it is published, by its members before', async ({ page, browser }) => {
      const [member, title] = [someone('ngo'), `Szkoła nad Wisłą ${crypto.randomUUID().slice(0, 6)}`]
      await signIn(page, member, 'Basia z Rubinkowa')
      const { content, slug, draft } = await made(member, title)

      const visitor = await aVisitor(browser, javaScriptEnabled, width)
      await visitor.goto(`/propozycje/${slug}`)
      const pdf = await download(visitor, /^PDF/)
      expect(pdf.name).toBe(`${slug}.pdf`)
      expect(pdf.bytes.toString('latin1')).toMatch(/^%PDF-1\.7/)
      expect((await download(visitor, /^DOCX/)).bytes.toString('latin1')).toMatch(/^PK/)
      const json = await (await visitor.request.get(`/api/v1/proposals/${slug}?format=json`)).text()
      expect(readExported(json)).toEqual(content)
      expect(json).not.toContain(contact)

      await visitor.getByRole('link', { name: 'Strona do druku' }).click()
      await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await expect(visitor.getByRole('heading', { level: 2 }).filter({ hasText: /^[IV]+\./ })).toHaveCount(7)
      await expect(visitor.getByRole('row', { name: /Suma wszystkich kosztów realizacji zadania 10\s050,00$/ }).first()).toBeVisible()
      await expect(visitor.getByText(contact)).toHaveCount(0)
      expect(await violations(visitor, javaScriptEnabled)).toEqual([])
      expect(await asWide(visitor)).toBeLessThanOrEqual(width)

      await page.goto(`/propozycje/szkic/${draft}/8`)
      const own = await download(page, /^DOCX/)
      expect(own.name).toMatch(/^szkola-nad-wisla-.*\.docx$/)
      expect(await violations(page, javaScriptEnabled)).toEqual([])
      const file = `/api/proposals/${draft}?format=pdf`
      expect((await page.request.get(file)).headers()['cache-control']).toBe('private, no-store')
      expect((await visitor.request.get(file)).status()).toBe(404)
    })
  })
}
