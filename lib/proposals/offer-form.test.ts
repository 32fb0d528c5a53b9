import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { toDocx } from '../docx'
import { placed, type TextDocument } from '../document'
import { toPdf } from '../pdf'
import { canWrite } from '../pdf-fonts'
import { joined, opened, pageTexts } from '../pdf-reading'
import { totalOf, type ProposalContent } from './content'
import { anyContent, contentOf } from './content-arbitrary'
import { contentRecord, exported, readExported } from './exported'
import { modes } from './modes'
import { sum } from './money'
import { offerDocument, type Offer } from './offer-form'
import { sayAmount, sayQuantity } from './offer-form-numbers'

const contact = { email: 'kanarek@example.org', phone: '600 700 800' }
const offerOf = (content: ProposalContent, withContact = false): Offer & { slug: string; publishedAt: Date } => ({
  content,
  applicant: { name: 'Fundacja Żywa Wisła', legalForm: 'foundation', krs: '0000030897', nip: '5213003700', regon: null, seat: 'ul. Mostowa 1, Toruń', contact: withContact ? contact : null },
  joint: {},
  tasks: [{ code: '1.1.18', title: 'Rozwijanie wolontariatu' }],
  date: new Date('2026-11-26T12:00:00Z'),
  url: 'https://glos.example.org/propozycje/zywa-wisla',
  slug: 'zywa-wisla',
  publishedAt: new Date('2026-11-26T12:00:00Z'),
})

/** Every text that a document holds. */
const texts = ({ title, about = [], blocks }: TextDocument): string[] => [
  title,
  ...about,
  ...blocks.flatMap((block) => {
    if (block.is === 'list') return block.items
    if (block.is === 'facts') return block.facts.flatMap(({ name, value }) => [name, value])
    if (block.is === 'table') return [block.caption ?? '', ...block.columns.map(({ name }) => name), ...block.rows.flatMap((row) => [...placed(row)].map(({ text }) => text))]
    return block.text
  }),
]

/** Everything that somebody typed, and every amount as the form writes it. */
function values(content: ProposalContent): string[] {
  const found: string[] = []
  const walk = (value: unknown, name: string) => {
    if (typeof value === 'number') found.push(name.endsWith('Thousandths') ? sayQuantity(value, 'pl') : sayAmount(value, 'pl'))
    else if (typeof value === 'string' && !['id', 'mode', 'belongsTo', 'applicant', 'from', 'to'].includes(name)) found.push(value)
    else if (value && typeof value === 'object') for (const [key, inner] of Object.entries(value)) if (key !== 'tasks') walk(inner, Array.isArray(value) && typeof inner === 'number' ? name : key)
  }
  // A cost's only year is its value.
  walk({ ...content, costs: content.costs.map((cost) => ({ ...cost, perYearGrosze: cost.perYearGrosze.length > 1 ? cost.perYearGrosze : [] })) }, '')
  return [...found, sayAmount(totalOf(content), 'pl')]
}

const bound = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('the form in the order of the official one', () => {
  test.each(modes)('%s: holds everything that was typed, and every amount', (mode) => {
    fc.assert(
      fc.property(contentOf(mode), (content) => {
        const all = bound(texts(offerDocument(offerOf(content), 'pl')).join('\n'))
        for (const value of values(content)) expect(all).toContain(bound(value))
      }),
      { numRuns: 60 },
    )
  })

  test('parts stand in the order of the law, and no number comes twice', () => {
    const [content] = fc.sample(contentOf('openCall').filter(({ applicants }) => applicants.length > 0), { numRuns: 1, seed: 7 })
    const titles = offerDocument(offerOf(content!), 'pl').blocks.flatMap((block) => (block.is === 'heading' && block.level === 2 ? block.text.split(' ')[0]! : []))
    expect(titles).toEqual(['I.', 'II.', 'III.', 'IV.', 'V.', 'VI.', 'VII.'])
    const small = offerDocument(offerOf(fc.sample(contentOf('smallGrant'), { numRuns: 1, seed: 7 })[0]!), 'pl').blocks.flatMap((block) => (block.is === 'heading' && block.level === 2 ? block.text.split(' ')[0]! : []))
    expect(small).toEqual(['I.', 'II.', 'III.', 'IV.', 'V.'])
  })

  test('rows of costs add up to the sums below them, in each column', () => {
    fc.assert(
      fc.property(contentOf('openCall'), (content) => {
        const table = offerDocument(offerOf(content), 'pl').blocks.find((block) => block.is === 'table' && block.caption?.startsWith('V.A'))
        if (table?.is !== 'table') throw new Error('no table of costs')
        const amount = (text: string) => Number(text.replace(/[^\d]/g, ''))
        const from = (row: (typeof table.rows)[number]) => [...placed(row)].filter(({ column }) => column >= 5).map(({ text }) => amount(text))
        const plain = table.rows.filter((row) => !row.is).map(from)
        const totals = table.rows.filter((row) => row.is === 'total').map(from)
        const [actions, admin, all] = totals
        all!.forEach((total, column) => {
          expect(sum(plain.map((row) => row[column]!))).toBe(total)
          expect(actions![column]! + admin![column]!).toBe(total)
        })
        expect(all![0]).toBe(totalOf(content))
      }),
    )
  })

  test('every cell has its column, in every table', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        for (const block of offerDocument(offerOf(content), 'en').blocks) {
          if (block.is !== 'table') continue
          for (const row of block.rows) expect([...placed(row)].reduce((columns, { span }) => columns + span, 0)).toBe(block.columns.length)
        }
      }),
    )
  })

  test('how to reach the applicant stands only where it was given, for its members', () => {
    const content = fc.sample(anyContent, { numRuns: 1, seed: 1 })[0]!
    expect(texts(offerDocument(offerOf(content, true), 'pl'))).toEqual(expect.arrayContaining([contact.email, contact.phone]))
    expect(JSON.stringify(exported(offerOf(content, true)))).not.toContain('kanarek')
    expect(texts(offerDocument(offerOf(content), 'pl')).join('')).not.toContain('kanarek')
  })
})

/** Whole on the pages, or cut by the end of one: a row that goes on overleaf has the table's head and its other cells between its parts. */
function isIn(pages: readonly string[], text: string): boolean {
  if (pages.join('').includes(text)) return true
  return pages.slice(1).some((next, place) => Array.from({ length: text.length }, (_, cut) => cut).some((cut) => pages[place]!.includes(text.slice(0, cut)) && next.includes(text.slice(cut))))
}

describe('read back', () => {
  test('JSON gives the same content', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(readExported(JSON.stringify(exported(offerOf(content))))).toEqual(content)
      }),
    )
  })

  test('what is no proposal is refused, and what the record does not know stays out', () => {
    const content = fc.sample(anyContent, { numRuns: 1, seed: 3 })[0]!
    expect(() => readExported('{"content":{}}')).toThrow()
    expect(() => readExported(JSON.stringify({ ...exported(offerOf(content)), content: { ...content, from: 'jutro' } }))).toThrow()
    expect(JSON.stringify(exported(offerOf({ ...content, phone: 'kanarek' } as ProposalContent)))).not.toContain('kanarek')
    expect(contentRecord.parse(content)).toEqual(content)
  })

  test.each(modes)('%s: PDF holds every text of the form', async (mode) => {
    await fc.assert(
      fc.asyncProperty(contentOf(mode), async (content) => {
        const document = offerDocument(offerOf(content), 'pl')
        const pages = await pageTexts(await opened(await toPdf(document)))
        const feet = pages.map((_, place) => [document.source!, `strona ${place + 1} z ${pages.length}`].map(joined))
        const read = pages.map((page, place) => visible(feet[place]!.reduce((rest, foot) => rest.replace(foot, ''), page)))
        const lost = texts(document).filter(canWrite).flatMap((text) => text.split('\n')).filter((piece) => !isIn(read, visible(joined(piece))))
        expect(lost).toEqual([])
      }),
      { numRuns: 5, endOnFailure: true },
    )
  })

  test.each(modes)('%s: DOCX holds every text of the form, to the letter', async (mode) => {
    await fc.assert(
      fc.asyncProperty(contentOf(mode), async (content) => {
        const document = offerDocument(offerOf(content), 'pl')
        const xml = await (await JSZip.loadAsync(await toDocx(document))).file('word/document.xml')!.async('string')
        const read = bound(textOf(xml))
        for (const text of texts(document)) for (const piece of text.split('\n')) expect(read).toContain(bound(piece))
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })
})

/** Without what joins characters and shows nothing itself. */
const visible = (text: string) => text.normalize('NFC').replace(/\u200d|\ufe0f/g, '')

/** The text of WordprocessingML, one line a paragraph or break. */
const textOf = (xml: string) =>
  xml
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
