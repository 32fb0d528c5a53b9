import { AlignmentType, BorderStyle, Document, Footer, HeadingLevel, LevelFormat, Packer, PageNumber, Paragraph, ShadingType, Table as DocxTable, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, WidthType, type IParagraphOptions, type IRunOptions } from 'docx'
import { placed, type Block, type Fact, type Row, type Table, type TextDocument } from './document'
import type { Language } from './language'
import { translator } from './messages'

const codes = { pl: 'pl-PL', en: 'en-GB' } satisfies Record<Language, string>
/** In twips, 1/20 point: an A4 page with margins of 2 cm. */
const page = { width: 11906, height: 16838 }
const margin = 1134
const width = page.width - 2 * margin
const muted = '4D5855'

/**
 * A document as DOCX: headings, lists and tables are the word processor's own, heads of tables stand on each page and
 * rows are not broken.
 * @returns the file
 */
export async function toDocx(document: TextDocument): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    title: document.title,
    creator: translator(document.language)('site.name'),
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 20, language: { value: codes[document.language] } }, paragraph: { spacing: { after: 80, line: 264 } } },
        title: { run: { size: 38, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading2: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 360, after: 120 }, keepNext: true } },
        heading3: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
        heading4: { run: { size: 20, bold: true, color: muted }, paragraph: { spacing: { before: 160, after: 40 }, keepNext: true } },
      },
    },
    numbering: { config: [{ reference: 'list', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 360, hanging: 260 } } } }] }] },
    sections: [
      {
        properties: { page: { size: page, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
        footers: { default: footer(document) },
        children: [
          ...paragraphs(document, document.title, { heading: HeadingLevel.TITLE }, true),
          ...(document.about ?? []).flatMap((line) => paragraphs(document, line, {}, false, { color: muted })),
          ...document.blocks.flatMap((block) => written(document, block)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

const levels = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const

function written(document: TextDocument, block: Block): (Paragraph | DocxTable)[] {
  if (block.is === 'heading') return paragraphs(document, block.text, { heading: levels[block.level] }, false)
  if (block.is === 'paragraph') return paragraphs(document, block.text, {}, !block.ours)
  if (block.is === 'list') return block.items.flatMap((item) => paragraphs(document, item, { numbering: { reference: 'list', level: 0 } }, !block.ours))
  // A table right after another would become one with it.
  const after = new Paragraph({ spacing: { after: 0, line: 120 } })
  if (block.is === 'facts') return [factTable(document, block.facts), after]
  const caption = block.caption ? paragraphs(document, block.caption, { keepNext: true, spacing: { before: 160 } }, false, { bold: true, color: muted }) : []
  return [...caption, table(document, block), after]
}

/** Paragraphs of a text, to the letter, since they are copied from here; single line feeds stay in theirs. */
function paragraphs(document: TextDocument, text: string, options: IParagraphOptions, byPeople: boolean, run: IRunOptions = {}): Paragraph[] {
  const language = byPeople && document.textsIn ? { language: { value: codes[document.textsIn] } } : {}
  return text.split('\n\n').map((paragraph) => {
    const lines = paragraph.replace(/[\ufffe\uffff]/g, '').split('\n') // XML knows no such characters.
    return new Paragraph({ ...options, children: lines.map((line, place) => new TextRun({ ...run, ...language, text: line, ...(place && { break: 1 }) })) })
  })
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'AEB9B5' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = { top: rule, bottom: rule, left: none, right: none, insideHorizontal: rule, insideVertical: none }
const margins = { top: 60, bottom: 60, left: 80, right: 80 }

function factTable(document: TextDocument, facts: readonly Fact[]): DocxTable {
  const widths = [Math.round(width / 3), width - Math.round(width / 3)]
  const row = ({ name, value }: Fact) =>
    new TableRow({ children: [new TableCell({ children: paragraphs(document, name, {}, false, { bold: true }) }), new TableCell({ children: paragraphs(document, value, {}, true) })] })
  return new DocxTable({ layout: TableLayoutType.FIXED, width: { size: width, type: WidthType.DXA }, columnWidths: widths, borders, margins, rows: facts.map(row) })
}

/** Whether a row may be broken over two pages. */
const isLong = (row: Row) => [...placed(row)].some(({ text }) => text.length > 400)

function table(document: TextDocument, { columns, rows }: Table): DocxTable {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((width * share) / whole))
  const aligned = (column: number, span: number) => (columns[column]?.align && span === 1 ? { alignment: AlignmentType.END } : {})
  const cells = (row: Row, fill: string | null, keepNext: boolean) =>
    [...placed(row)].map(
      ({ text, column, span }) =>
        new TableCell({
          columnSpan: span,
          ...(fill && { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
          children: paragraphs(document, text, { ...aligned(column, span), keepNext, spacing: { after: 0 } }, !fill, { size: columns.length > 6 ? 16 : 18, bold: !!fill }),
        }),
    )
  const head = new TableRow({ tableHeader: true, cantSplit: true, children: cells({ cells: columns.map(({ name }) => name) }, 'E3EBE8', !rows[0] || !isLong(rows[0])) })
  const small = rows.length <= 8 && !rows.some(isLong)
  const keeps = (row: Row, place: number) => row.is === 'group' || rows[place + 1]?.is === 'total' || (small && place < rows.length - 1)
  const body = rows.map((row, place) => new TableRow({ cantSplit: !isLong(row), children: cells(row, row.is ? 'F1F5F3' : null, keeps(row, place)) }))
  return new DocxTable({ layout: TableLayoutType.FIXED, width: { size: width, type: WidthType.DXA }, columnWidths: widths, borders, margins, rows: [head, ...body] })
}

function footer({ source, language }: TextDocument): Footer {
  const [number, count] = ['{number}', '{count}']
  const said = translator(language)('document.page', { number, count }).split(/(\{\w+\})/)
  const run = { size: 17, color: muted }
  const numbered = said.map((piece) => new TextRun({ ...run, children: [piece === number ? PageNumber.CURRENT : piece === count ? PageNumber.TOTAL_PAGES : piece] }))
  return new Footer({ children: [new Paragraph({ tabStops: [{ type: TabStopType.RIGHT, position: width }], children: [new TextRun({ ...run, text: source ?? '' }), new TextRun({ ...run, children: ['\t'] }), ...numbered] })] })
}
