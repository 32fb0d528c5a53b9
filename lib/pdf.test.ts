import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TextDocument } from './document'
import { toPdf } from './pdf'
import { linesOf } from './pdf-lines'
import { joined, opened, pageTexts, type Node } from './pdf-reading'

const sentence = 'Zażółć gęślą jaźń z okazji święta. '
const costs = Array.from({ length: 45 }, (_, place) => ({ cells: [`${place + 1}`, `Zajęcia nr ${place + 1}`, '6 000,00'] }))
const document: TextDocument = {
  title: 'Łódź, żółw i źdźbło',
  language: 'pl',
  date: new Date('2026-11-26T12:00:00Z'),
  about: ['Fundacja Ogrody'],
  source: 'Głos Torunia',
  blocks: [
    { is: 'heading', level: 2, text: 'I. Podstawowe informacje' },
    { is: 'facts', facts: [{ name: 'Organ', value: 'Prezydent Miasta Torunia' }] },
    { is: 'heading', level: 3, text: 'Opis' },
    { is: 'paragraph', text: `${sentence.repeat(60)}\n\nDrugi akapit: Українською 👍 → ≤.` },
    { is: 'list', items: ['pierwszy', 'drugi'] },
    { is: 'heading', level: 2, text: 'V. Koszty' },
    {
      is: 'table',
      caption: 'Zestawienie kosztów',
      named: 1,
      columns: [{ name: 'Lp.', share: 1 }, { name: 'Rodzaj kosztu', share: 4 }, { name: 'Wartość [PLN]', share: 2, align: 'end' }],
      rows: [{ is: 'group', cells: ['I', { text: 'Działania', span: 2 }] }, ...costs, { is: 'total', cells: [{ text: 'Suma', span: 2 }, '270 000,00'] }],
    },
  ],
}

describe('a document as PDF', async () => {
  const file = await toPdf(document)
  const pdf = await opened(file)
  const trees = await Promise.all(Array.from({ length: pdf.numPages }, async (_, page) => (await pdf.getPage(page + 1)).getStructTree() as Promise<Node>))
  const nodes = trees.flatMap((tree) => [...all(tree)])
  const roles = (role: string) => nodes.filter((node) => node.role === role)

  test('says its language, its title, and that it is tagged', async () => {
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: document.title, Language: 'pl-PL' })
    expect(metadata.getRaw()).toContain('pdfuaid:part')
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  })

  test('has a tree of headings, lists and tables with named cells', () => {
    expect(roles('H1')).toHaveLength(1)
    expect(roles('H2')).toHaveLength(2)
    expect(roles('H3')).toHaveLength(1)
    expect(roles('LI')).toHaveLength(2)
    const table = trees.flatMap((tree) => [...all(tree)]).filter(({ role }) => role === 'Table').at(-1)!
    expect([...all(table)].map(({ role }) => role)).toEqual(expect.arrayContaining(['Caption', 'THead', 'TBody', 'TR', 'TH', 'TD']))
    // Heads of three columns, of the group, of each row and of the total: once each, on however many pages the head is drawn.
    expect(new Set(roles('TH').flatMap(contents)).size).toBe(1 + 3 + 2 + costs.length + 1)
  })

  test('every text in it can be taken out again, with pages numbered', async () => {
    const pages = await pageTexts(pdf)
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, place) => expect(page).toContain(joined(`strona ${place + 1} z ${pages.length}`)))
    for (const text of [document.title, sentence, 'Українською', '👍', '→', '≤', 'Zajęcia nr 45', '270 000,00', 'Prezydent Miasta Torunia']) expect(pages.join('')).toContain(joined(text))
    expect(pages.at(-1)!.indexOf(joined('Wartość [PLN]'))).toBeLessThan(pages.at(-1)!.indexOf(joined('Suma')))
  })

  test('a heading stands with the beginning of what it heads', async () => {
    for (let lines = 0; lines < 46; lines++) {
      const pages = await pageTexts(await opened(await toPdf({ ...document, blocks: [{ is: 'paragraph', text: Array.from({ length: lines }, () => 'wiersz').join('\n') }, ...document.blocks.slice(5)] })))
      const page = pages.find((page) => page.includes(joined('V. Koszty')))!
      expect(page).toContain(joined('Zajęcia nr 1'))
    }
  })

  test('a total does not part from the last of its rows', async () => {
    for (let rows = 15; rows < 55; rows++) {
      const table = document.blocks.at(-1) as Extract<TextDocument['blocks'][number], { is: 'table' }>
      const pages = await pageTexts(await opened(await toPdf({ ...document, blocks: [{ ...table, rows: [...costs.slice(0, rows), table.rows.at(-1)!] }] })))
      const page = pages.find((page) => page.includes('270000,00'))!
      expect(page).toContain(joined(`Zajęcia nr ${Math.min(rows, costs.length)}`))
    }
  })

  test('the same document gives the same bytes', async () => {
    expect(Buffer.from(await toPdf(document)).equals(Buffer.from(file))).toBe(true)
  })

  test('a cell longer than a page goes on over the next', async () => {
    const long = Array.from({ length: 900 }, (_, place) => `słowo${place}`).join(' ')
    const pages = await pageTexts(await opened(await toPdf({ ...document, blocks: [{ is: 'table', caption: 'Plan', named: 0, columns: [{ name: 'Nazwa', share: 1 }, { name: 'Opis', share: 1 }], rows: [{ cells: ['Warsztaty', long] }] }] })))
    expect(pages.length).toBeGreaterThan(1)
    const text = pages.join('')
    for (let place = 0; place < 900; place++) expect(text).toContain(`słowo${place}`)
  })

  test('a character that no font has is a box, and the file says so', async () => {
    const [page] = await pageTexts(await opened(await toPdf({ ...document, blocks: [{ is: 'paragraph', text: 'Hasło: 中' }] })))
    expect(page).toContain('Hasło:□')
    expect(page).toContain(joined('W plikach DOCX i JSON są wszystkie znaki.'))
  })
})

describe('lines', () => {
  const widthOf = (piece: string) => [...piece].length
  test('hold everything that was written and are never too long', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'ż', ' ', '  ', '\n', 'słowo', 'bardzodługiesłowo', '-')).map((pieces) => pieces.join('')), fc.integer({ min: 1, max: 12 }), (text, width) => {
        const lines = linesOf(text, width, widthOf)
        expect(joined(lines.join(''))).toBe(joined(text))
        for (const line of lines) expect(widthOf(line.trim())).toBeLessThanOrEqual(width)
      }),
    )
  })
  test('words of different lines do not run together', () => {
    expect(linesOf('żółw i źdźbło', 6, widthOf).join('')).toBe('żółw i źdźbło')
  })
})

function* all(node: Node): Generator<Node> {
  yield node
  for (const child of node.children ?? []) if (child.role) yield* all(child)
}
const contents = ({ children = [] }: Node): string[] => children.flatMap((child) => (child.id ? [child.id] : contents(child)))
