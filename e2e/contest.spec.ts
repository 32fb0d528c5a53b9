import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { anOrganisation } from './offer-steps'
import { askForLink, asWide, atTheDesk, aVisitor, followLink, linkMailedTo, signIn, someone, theDatabase, violations } from './people'
import { post, unique } from './steps'

const sql = theDatabase()
/** As the site makes it (lib/accounts/secrets.ts). */
const keyed = (purpose: string, value: string) => createHmac('sha256', Buffer.from(hkdfSync('sha256', process.env.NEXTAUTH_SECRET!, '', purpose, 32))).update(value).digest('base64url')
const ofKind = { statement: /https?:\/\/\S+\/uzasadnienie\/\S+/, status: /https?:\/\/\S+\/zgloszenie\/\S+/ }

async function hide(moderator: Page, comment: string, why: string) {
  await moderator.goto(`/moderacja/komentarz/${comment}`)
  await moderator.getByLabel('Ukryj').check()
  await moderator.getByLabel('Obrażanie innych').check()
  await moderator.getByLabel('Uzasadnienie').fill(why)
  await moderator.getByRole('button', { name: 'Zapisz decyzję' }).click()
  await expect(moderator.getByText('Komentarz jest ukryty.')).toBeVisible()
}

test('reported without an account, hidden, contested by the author, and restored by another moderator', async ({ browser }) => {
  test.setTimeout(180_000)
  const [authorMail, reporterMail] = [someone('autorka'), someone('sasiad')]
  const text = unique('Ten plan jest bez sensu')
  const author = await aVisitor(browser, true)
  await signIn(author, authorMail, 'Krytyczna Kasia')
  const id = await post(sql, author, '1.1.9', text)

  const reporter = await aVisitor(browser, true)
  await reporter.goto('/zadania/1.1.9')
  await reporter.getByRole('article').filter({ hasText: text }).getByRole('button', { name: 'Zgłoś' }).click()
  await expect(reporter.getByText('116 111')).toBeVisible()
  await reporter.getByLabel('Obrażanie innych').check()
  await reporter.getByLabel('Dlaczego? Wystarczy jedno zdanie').fill('Obraża autorów planu.')
  await reporter.getByLabel('Twój adres e-mail').fill(reporterMail)
  expect(await violations(reporter, true)).toEqual([])
  await reporter.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
  await expect(reporter.getByRole('heading', { name: 'Dziękujemy, zgłoszenie dotarło' })).toBeVisible()
  await expect(reporter.getByRole('link', { name: 'Wróć do rozmowy' })).toBeVisible()
  const number = (await reporter.getByText(/^Z-/).textContent())!
  expect(await violations(reporter, true)).toEqual([])
  expect(await asWide(reporter)).toBeLessThanOrEqual(360)
  expect(await linkMailedTo(reporterMail, ofKind.status)).toContain(number)
  await reporter.goto('/zgloszenie')
  await reporter.getByLabel(/^Numer/).fill('Z-2222-2222-2222')
  await reporter.getByRole('button', { name: 'Sprawdź' }).click()
  await expect(reporter.getByText('Nie ma zgłoszenia o takim numerze.')).toBeVisible()
  await reporter.getByLabel(/^Numer/).fill(number.toLowerCase())
  await reporter.getByRole('button', { name: 'Sprawdź' }).click()
  await expect(reporter.getByText('Czeka na decyzję.')).toBeVisible()

  const first = await atTheDesk(await aVisitor(browser, true, 1280), sql)
  await hide(first, id, 'Obraża ludzi, którzy pisali plan.')
  await reporter.reload()
  await expect(reporter.getByText('Decyzja: ukrycie komentarza.')).toBeVisible()
  await expect(reporter.getByText(text)).toHaveCount(0)

  // The statement is mailed, opens without signing in, and stands on the account.
  const stranger = await aVisitor(browser, false)
  await stranger.goto(await linkMailedTo(authorMail, ofKind.statement))
  for (const part of ['Twój komentarz został ukryty', 'Obraża ludzi, którzy pisali plan.', 'Zdecydował człowiek', text]) await expect(stranger.getByText(part).first()).toBeVisible()
  await author.goto('/konto')
  await author.getByRole('link', { name: 'Twój komentarz został ukryty' }).click()
  expect(await violations(author, true)).toEqual([])
  await author.getByLabel('Dlaczego ta decyzja jest niesłuszna?').fill('ab')
  await author.getByRole('button', { name: 'Wyślij odwołanie' }).click()
  await expect(author.getByRole('alert').filter({ hasText: 'Popraw' })).toBeVisible()
  await author.getByLabel('Dlaczego ta decyzja jest niesłuszna?').fill('Krytykuję plan, a nie ludzi.')
  await author.getByRole('button', { name: 'Wyślij odwołanie' }).click()
  await expect(author.getByText(/Odwołanie dotarło/)).toBeVisible()
  expect(await asWide(author)).toBeLessThanOrEqual(360)

  // Whoever decided does not decide again.
  await first.goto('/moderacja/odwolania')
  expect(await violations(first, true)).toEqual([])
  const inList = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Krytykuję plan, a nie ludzi.' }).getByRole('link')
  await inList(first).click()
  await expect(first.getByText('O odwołaniu decyduje ktoś, kto nie miał udziału w tej decyzji.')).toBeVisible()
  const second = await atTheDesk(await aVisitor(browser, false, 1280), sql)
  await second.goto('/moderacja/odwolania')
  await inList(second).click()
  await second.getByLabel('Tak, cofnij decyzję').check()
  await second.getByRole('textbox', { name: 'Uzasadnienie' }).fill('To krytyka planu, wolno tak pisać.')
  await second.getByRole('button', { name: 'Zapisz rozstrzygnięcie' }).click()
  await expect(second.getByText('Odwołanie jest rozpatrzone.')).toBeVisible()

  await stranger.goto('/zadania/1.1.9')
  await expect(stranger.getByText(text)).toBeVisible()
  await author.reload()
  await expect(author.getByText(/Odwołanie uwzględnione/)).toBeVisible()
  await expect(author.getByText('To krytyka planu, wolno tak pisać.')).toBeVisible()
})

/** A public proposal of an organisation that somebody who has signed in answers for. */
async function aProposalOf(member: string, title: string, slug: string) {
  const content = { title, summary: 'Sześć ogrodów.', need: 'Podwórka są puste.', targetGroup: 'Sąsiedzi.', tasks: ['1.1.16'], from: '2027-03-01', to: '2027-10-31', actions: [], results: [], costs: [], sources: { grant: 0, ownMoney: 0, ownNonMoney: 0, fees: 0 } }
  const name = `Ogrodnicy ${slug}`
  await anOrganisation(sql, name, member)
  await sql`with thread as (insert into threads (id) values (gen_random_uuid()) returning id),
    question as (insert into questions (id, kind, choices) values (gen_random_uuid(), 'support', '{for}') returning id),
    proposal as (insert into proposals (id, organisation_id, created_by_id, state, draft, content, total_grosze, sources_grosze, slug, published_at, thread_id, question_id, version)
    select gen_random_uuid(), organisations.id, registered_by_id, 'published', '{}', ${JSON.stringify(content)}::text::jsonb, 0, 0, ${slug}, now(), thread.id, question.id, 1 from organisations, thread, question where name = ${name} returning *)
    insert into proposal_moves (id, proposal_id, move, "from", "to", by_id) select gen_random_uuid(), id, 'publish', 'submitted', 'published', created_by_id from proposal`
  await sql`select pg_notify('touched', 'proposals')`
}

test('a proposal is reported without an account, hidden, contested by its organisation, and shown again by another moderator', async ({ browser }) => {
  test.setTimeout(180_000)
  const mark = crypto.randomUUID().slice(0, 8)
  const [title, slug, memberMail, reporterMail] = [`Ogrody z reklamą ${mark}`, `ogrody-z-reklama-${mark}`, someone('ngo'), someone('czytelnik')]
  const member = await aVisitor(browser, true)
  await signIn(member, memberMail, 'Basia z ogrodów')
  await aProposalOf(memberMail, title, slug)
  const here = `/propozycje/${slug}`

  const reporter = await aVisitor(browser, false)
  await reporter.goto(here)
  await reporter.getByRole('link', { name: 'Zgłoś tę propozycję' }).click()
  await expect(reporter.getByRole('heading', { level: 1, name: 'Zgłoś propozycję' })).toBeVisible()
  await reporter.getByLabel('Spam lub reklama').check()
  await reporter.getByLabel('Dlaczego? Wystarczy jedno zdanie').fill('To reklama sklepu ogrodniczego.')
  await reporter.getByLabel('Twój adres e-mail').fill(reporterMail)
  await reporter.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
  await expect(reporter.getByText('Czeka na decyzję. Propozycję przeczyta ktoś z moderacji.')).toBeVisible()
  const status = reporter.url()
  expect(await linkMailedTo(reporterMail, ofKind.status)).toContain((await reporter.getByText(/^Z-/).textContent())!)

  const first = await atTheDesk(await aVisitor(browser, true, 1280), sql)
  const waiting = first.getByRole('listitem').filter({ hasText: title })
  await expect(waiting.getByText('zgłoszona propozycja')).toBeVisible()
  await waiting.getByRole('button', { name: /Rozpatrz/ }).click()
  await expect(first.getByText('To reklama sklepu ogrodniczego.')).toBeVisible()
  await expect(first.getByText(/^Sprawdzasz tę sprawę od/)).toBeVisible()
  expect(await violations(first, true)).toEqual([])
  await first.getByLabel('Ukryj').check()
  await first.getByLabel('Spam lub reklama').check()
  await first.getByLabel('Uzasadnienie').fill('To reklama jednego sklepu.')
  await first.getByRole('button', { name: 'Zapisz decyzję' }).click()
  await expect(first.getByText('Propozycja jest ukryta. Organizacja dostanie uzasadnienie.')).toBeVisible()

  // Its address says that it is hidden and why; nothing else says anything of it.
  const stranger = await aVisitor(browser, true)
  await stranger.goto(here)
  await expect(stranger.getByRole('heading', { level: 1, name: 'Ta propozycja jest ukryta' })).toBeVisible()
  await expect(stranger.getByText('Zasada: spam lub reklama.')).toBeVisible()
  expect(await violations(stranger, true)).toEqual([])
  expect(await asWide(stranger)).toBeLessThanOrEqual(360)
  for (const path of [here, '/propozycje', `/szukaj?q=${mark}`, '/feeds/proposals/all.atom', '/api/v1/proposals?format=csv', '/sitemap.xml', '/zadania/1.1.16', '/przejrzystosc']) {
    expect(await (await stranger.request.get(path)).text(), path).not.toContain(title)
  }
  expect((await stranger.request.get(`/api/v1/proposals/${slug}`)).status()).toBe(404)
  await reporter.goto(status)
  await expect(reporter.getByText('Decyzja: ukrycie propozycji.')).toBeVisible()

  // The organisation reads why, in the mail and on the account, and appeals.
  await stranger.goto(await linkMailedTo(memberMail, ofKind.statement))
  for (const part of ['Propozycja organizacji została ukryta', 'To reklama jednego sklepu.', 'Zdecydował człowiek']) await expect(stranger.getByText(part).first()).toBeVisible()
  await member.goto('/konto')
  await expect(member.getByText('ukryte przez moderację')).toBeVisible()
  await member.getByRole('link', { name: 'Propozycja organizacji została ukryta' }).click()
  expect(await violations(member, true)).toEqual([])
  await member.getByLabel('Dlaczego ta decyzja jest niesłuszna?').fill('Sklep jest partnerem, a nie reklamą.')
  await member.getByRole('button', { name: 'Wyślij odwołanie' }).click()
  await expect(member.getByText(/Odwołanie dotarło/)).toBeVisible()

  const second = await atTheDesk(await aVisitor(browser, false, 1280), sql)
  await second.goto('/moderacja/odwolania')
  await second.getByRole('listitem').filter({ hasText: 'Sklep jest partnerem' }).getByRole('link').click()
  await second.getByLabel('Tak, cofnij decyzję').check()
  await second.getByRole('textbox', { name: 'Uzasadnienie' }).fill('Partnera wolno wymienić.')
  await second.getByRole('button', { name: 'Zapisz rozstrzygnięcie' }).click()
  await expect(second.getByText('Odwołanie jest rozpatrzone.')).toBeVisible()
  await stranger.goto(here)
  await expect(stranger.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await member.reload()
  await expect(member.getByText('Partnera wolno wymienić.')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('something illegal is reported in full; its reporter contests that nothing was done', async ({ page, browser }) => {
    test.setTimeout(120_000)
    const [author, text] = [await aVisitor(browser, false), unique('Groźne słowa')]
    await signIn(author, someone('grozi'), 'Groźny Gienek')
    const id = await post(sql, author, '1.1.10', text)
    const mail = someone('swiadek')
    await page.goto(`/zglos/${id}`)
    await page.getByRole('link', { name: 'To treść niezgodna z prawem? Wyślij pełne zgłoszenie' }).click()
    await page.getByLabel('O które słowa chodzi?').fill('Groźne słowa')
    await page.getByLabel('Dlaczego są niezgodne z prawem?').fill('To groźba karalna wobec mnie.')
    await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
    for (const problem of ['Podaj imię i nazwisko lub nazwę.', 'Zaznacz, że piszesz w dobrej wierze.']) await expect(page.getByText(problem).first()).toBeVisible()
    await expect(page.getByLabel('O które słowa chodzi?')).toHaveValue('Groźne słowa')
    await page.getByLabel('Imię i nazwisko albo nazwa').fill('Świadek Stanisław')
    await page.getByLabel('Adres e-mail').fill(mail)
    await page.getByRole('checkbox', { name: /dobrej wierze/ }).check()
    await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
    await expect(page.getByRole('heading', { name: 'Dziękujemy, zgłoszenie dotarło' })).toBeVisible()
    const status = await linkMailedTo(mail, ofKind.status)

    const moderator = await atTheDesk(await aVisitor(browser, false, 1280), sql)
    await moderator.goto(`/moderacja/komentarz/${id}`)
    await expect(moderator.getByText('To groźba karalna wobec mnie.')).toBeVisible()
    await expect(moderator.getByText('Świadek Stanisław')).toHaveCount(0)
    await moderator.getByLabel('Zostaw').check()
    await moderator.getByLabel('Uzasadnienie').fill('Słowa nie są groźbą.')
    await moderator.getByRole('button', { name: 'Zapisz decyzję' }).click()
    await page.goto(status)
    await expect(page.getByText('Słowa nie są groźbą.')).toBeVisible()
    await page.getByLabel('Dlaczego ta decyzja jest niesłuszna?').fill('Boję się tej osoby.')
    await page.getByRole('button', { name: 'Wyślij odwołanie' }).click()
    await expect(page.getByText(/Odwołanie dotarło/)).toBeVisible()
  })
})

test('a ban, proposed by one moderator and confirmed by another, ends the session in another browser, bars signing in with its reason, and is contested there', async ({ browser }) => {
  test.setTimeout(180_000)
  const mail = someone('zbanowany')
  const [person, phone] = [await aVisitor(browser, true), await aVisitor(browser, true)]
  await signIn(person, mail, 'Uparty Ulryk')
  await signIn(phone, mail, 'Uparty Ulryk')
  const [{ id }] = (await sql`select id from people where email = ${mail}`) as unknown as [{ id: string }]
  const moderator = await atTheDesk(await aVisitor(browser, true, 1280), sql)
  await moderator.goto(`/moderacja/osoba/${id}`)
  expect(await violations(moderator, true)).toEqual([])
  await moderator.getByLabel('Zablokuj konto').check()
  await moderator.getByLabel('Spam lub reklama').check()
  await moderator.getByLabel('Co się stało?').fill('Dwadzieścia reklam w ciągu dnia.')
  await moderator.getByRole('button', { name: 'Zapisz decyzję' }).click()
  await expect(moderator.getByText('Blokada czeka na drugą osobę. Do tego czasu konto jest zawieszone')).toBeVisible()
  await expect(moderator.getByText('Potwierdzić może ją tylko ktoś inny z moderacji.')).toBeVisible()
  await expect(moderator.getByRole('button', { name: 'Potwierdź blokadę' })).toHaveCount(0)
  expect(await violations(moderator, true)).toEqual([])

  // Suspended at once, and told so; still signed in.
  await person.goto('/konto')
  await person.getByRole('link', { name: 'Twoje konto zostało zawieszone' }).click()
  await expect(person.getByText('Ktoś z moderacji proponuje zablokować to konto.')).toBeVisible()

  // The second pair of eyes, from the one queue.
  const second = await atTheDesk(await aVisitor(browser, true, 1280), sql)
  await second.goto('/moderacja?rodzaj=bans')
  await second.getByRole('link', { name: 'Blokada konta „Uparty Ulryk” czeka na drugą osobę' }).first().click()
  await expect(second.getByText('Dwadzieścia reklam w ciągu dnia.').first()).toBeVisible()
  expect(await violations(second, true)).toEqual([])
  await second.getByRole('button', { name: 'Potwierdź blokadę' }).click()
  await expect(second.getByText('Konto jest zablokowane.')).toBeVisible()

  for (const page of [person, phone]) {
    await page.goto('/konto')
    await expect(page.getByRole('heading', { name: 'Logowanie' })).toBeVisible()
  }
  await phone.goto(await askForLink(phone, mail))
  await phone.getByRole('button', { name: 'Zaloguj się' }).click()
  await expect(phone.getByText('Na to konto nie można się zalogować.')).toBeVisible()
  await expect(phone.getByText('Dwadzieścia reklam w ciągu dnia.')).toBeVisible()
  expect(await sql`select 1 from sessions where person_id = ${id}`).toHaveLength(0)
  await phone.getByLabel('Dlaczego ta decyzja jest niesłuszna?').fill('Ktoś pisał z mojego komputera.')
  await phone.getByRole('button', { name: 'Wyślij odwołanie' }).click()
  await expect(phone.getByText(/Odwołanie dotarło/)).toBeVisible()

  const another = await atTheDesk(await aVisitor(browser, true, 1280), sql)
  await another.goto('/moderacja/odwolania')
  await another.getByRole('listitem').filter({ hasText: 'Ktoś pisał z mojego komputera.' }).getByRole('link').click()
  await another.getByLabel('Tak, cofnij decyzję').check()
  await another.getByRole('textbox', { name: 'Uzasadnienie' }).fill('Wierzymy, konto jest znów otwarte.')
  await another.getByRole('button', { name: 'Zapisz rozstrzygnięcie' }).click()
  await expect(another.getByText('Odwołanie jest rozpatrzone.')).toBeVisible()
  await sql`delete from limits where key like ${`link.mailed%:${keyed('address', mail)}`}` // A fourth link in a quarter of an hour would be one too many.
  await followLink(phone, await askForLink(phone, mail), 'Uparty Ulryk')
  await phone.goto('/konto')
  await expect(phone.getByText('Cześć, Uparty Ulryk')).toBeVisible()
})

test('somebody suspended leaves and comes back with the same mailbox: still suspended, with the reason', async ({ browser }) => {
  test.setTimeout(120_000)
  const mail = someone('wracajacy')
  const person = await aVisitor(browser, true)
  await signIn(person, mail, 'Wracający Wit')
  const [{ id }] = (await sql`select id from people where email = ${mail}`) as unknown as [{ id: string }]
  const moderator = await atTheDesk(await aVisitor(browser, true, 1280), sql)
  await moderator.goto(`/moderacja/osoba/${id}`)
  await moderator.getByLabel('Zawieś').check()
  await moderator.getByLabel('Na ile dni?').selectOption('14')
  await moderator.getByLabel('Obrażanie innych').check()
  await moderator.getByLabel('Co się stało?').fill('Trzeci raz wyzwiska.')
  await moderator.getByRole('button', { name: 'Zapisz decyzję' }).click()
  await expect(moderator.getByText('Decyzja jest zapisana.')).toBeVisible()

  await person.goto('/konto/usun')
  await expect(person.getByText('Usunięcie konta jej nie kończy')).toBeVisible()
  await person.getByRole('checkbox').check()
  await person.getByRole('button', { name: /Usuń/ }).click()
  await expect(person).toHaveURL(/usuniete/)
  expect(await sql`select 1 from people where email = ${mail}`).toHaveLength(0)

  await signIn(person, mail, 'Wracający Wit')
  await person.goto('/konto')
  await person.getByRole('link', { name: 'Twoje konto zostało zawieszone' }).click()
  await expect(person.getByText('Usunięcie konta nie kończy kary')).toBeVisible()
  await expect(person.getByRole('button', { name: 'Wyślij odwołanie' })).toBeVisible()
  expect(await violations(person, true)).toEqual([])
})

test('one press in a mail program stops the summary; a mail scanner that looks does not', async ({ page, request }) => {
  const moderator = await atTheDesk(page, sql)
  const session = (await moderator.context().cookies()).find(({ name }) => name === 'glos-session')!.value
  const [{ id }] = (await sql`select person_id as id from sessions where token_hash = ${createHash('sha256').update(session).digest('hex')}`) as unknown as [{ id: string }]
  const link = `/wypisz/${id}~${keyed('unsubscribe', id)}`
  await page.goto(link)
  expect(await violations(page, true)).toEqual([])
  expect(await sql`select 1 from desk_settings where person_id = ${id} and summary_off_at is not null`).toHaveLength(0)
  await page.getByRole('button', { name: 'Nie wysyłaj podsumowania' }).click()
  await expect(page.getByRole('heading', { name: 'Gotowe' })).toBeVisible()
  expect(await sql`select 1 from desk_settings where person_id = ${id} and summary_off_at is not null`).toHaveLength(1)
  const pressed = await request.post(link.replace('/wypisz/', '/api/unsubscribe/'), { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 })
  expect(pressed.status()).toBe(200)
})
