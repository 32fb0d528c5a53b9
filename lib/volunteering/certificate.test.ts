import { expect, test } from 'vitest'
import { toPdf } from '../pdf'
import { joined, opened, pageTexts } from '../pdf-reading'
import { certificateOf } from './certificate'

const certificate = {
  organisation: { name: 'Fundacja Żółta Łódź', seat: 'ul. Szeroka 7, Toruń', krs: '0000030897' },
  role: 'Opieka nad kącikiem dla dzieci',
  duties: 'Czytanie i rysowanie.',
  place: 'Rynek 1',
  shifts: [
    { startsAt: new Date('2026-12-01T08:00:00Z'), endsAt: new Date('2026-12-01T11:30:00Z'), minutes: 210 },
    { startsAt: new Date('2026-12-02T21:00:00Z'), endsAt: new Date('2026-12-03T01:00:00Z'), minutes: 75 },
  ],
}
const textOf = async (name: string) => (await pageTexts(await opened(await toPdf(certificateOf(certificate, name, new Date('2027-01-05T12:00:00Z'), 'pl'))))).join('')

test('a certificate says who did what, when and for how long, with its article', async () => {
  const text = await textOf('Łucja Święcka')
  expect(text).not.toContain(`Imięinazwisko${'.'.repeat(30)}`)
  for (const said of ['Zaświadczenie o wolontariacie', 'Fundacja Żółta Łódź (KRS 0000030897)', 'Łucja Święcka', 'art. 44 ust. 2', 'Opieka nad kącikiem', 'Czytanie i rysowanie.', 'Rynek 1', '1 grudnia 2026, 09:00–12:30', '3,5', '22:00–02:00', '1,25', '4,75', '5 stycznia 2027']) expect(text).toContain(joined(said))
})

test('without a name it leaves room for one', async () => {
  expect(await textOf('')).toContain(`Imięinazwisko${'.'.repeat(30)}`)
})
