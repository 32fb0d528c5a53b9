import type { Block, TextDocument } from './document'
import { translator } from './messages'
import { canWrite } from './pdf-fonts'
import { lineHeight, muted, openSheet, type Element, type Sheet, type Style } from './pdf-sheet'
import { startOfTable, writeFacts, writeTable } from './pdf-table'

type Look = Record<'title' | 'about' | 'body' | 2 | 3, Style> & { apart: number }
const looks: Record<NonNullable<TextDocument['look']>, Look> = {
  form: { title: { size: 19, bold: true }, about: { size: 10, colour: muted }, body: { size: 10.5 }, 2: { size: 14, bold: true }, 3: { size: 11, bold: true }, apart: 8 },
  certificate: {
    title: { size: 32, bold: true, align: 'middle' },
    about: { size: 14, colour: muted, align: 'middle' },
    body: { size: 14, align: 'middle' },
    2: { size: 22, bold: true, align: 'middle' },
    3: { size: 16, bold: true, align: 'middle' },
    apart: 18,
  },
}

/**
 * A document as PDF: tagged (PDF/UA-1: language, title, headings, lists, tables with named cells), with its fonts in it,
 * pages numbered. Characters that no font has become boxes, and a note at the end says so.
 * @returns the file; the same document always gives the same bytes
 */
export async function toPdf(document: TextDocument): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = openSheet(document)
  const look = looks[document.look ?? 'form']
  if (document.look === 'certificate') sheet.down(110)
  writeText(sheet, sheet.child(sheet.root, 'H1'), document.title, look.title)
  sheet.doc.outline.addItem(document.title)
  sheet.space(look.apart / 2)
  for (const line of document.about ?? []) writeText(sheet, sheet.child(sheet.root, 'P'), line, look.about)
  const blocks = complete(document) ? document.blocks : [...document.blocks, { is: 'paragraph', text: translator(document.language)('document.boxes') } as const]
  blocks.forEach((block, place) => writeBlock(sheet, look, block, blocks[place + 1]))
  return sheet.end({ numbered: document.look !== 'certificate' })
}

const complete = (document: TextDocument) => canWrite(JSON.stringify(document))

function writeBlock(sheet: Sheet, look: Look, block: Block, next: Block | undefined) {
  if (block.is === 'heading') return writeHeading(sheet, look, block, next)
  sheet.space(look.apart)
  if (block.is === 'table') {
    if (sheet.room < startOfTable(sheet, block)) sheet.turn()
    return writeTable(sheet, block)
  }
  if (block.is === 'facts') return writeFacts(sheet, block.facts)
  if (block.is === 'paragraph') return writeParagraphs(sheet, block.text, look.body)
  const list = sheet.child(sheet.root, 'L')
  for (const item of block.items) writeItem(sheet, list, item, look.body)
}

function writeParagraphs(sheet: Sheet, text: string, style: Style) {
  text.split('\n\n').forEach((paragraph, place) => {
    if (place) sheet.space(lineHeight(style) / 2)
    writeText(sheet, sheet.child(sheet.root, 'P'), paragraph, style)
  })
}

/** A heading, on one page with the beginning of what it heads. */
function writeHeading(sheet: Sheet, look: Look, { level, text }: Extract<Block, { is: 'heading' }>, next: Block | undefined) {
  const style = look[level]
  const height = sheet.wrap(text, style, sheet.width).length * lineHeight(style)
  if (sheet.room < height + 20 + startOf(sheet, look, next)) sheet.turn()
  sheet.space(look.apart + (level === 2 ? 12 : 4))
  if (level === 2) sheet.doc.outline.addItem(text)
  writeText(sheet, sheet.child(sheet.root, `H${level}`), text, style)
}

/** How much of a block must follow its heading on the same page. */
function startOf(sheet: Sheet, look: Look, block: Block | undefined): number {
  if (!block) return 0
  if (block.is === 'table') return look.apart + startOfTable(sheet, block)
  if (block.is === 'heading') return look.apart + 3 * lineHeight(look[block.level]) + 3 * lineHeight(look.body)
  return look.apart + 3 * lineHeight(look.body)
}

function writeItem(sheet: Sheet, list: Element, item: string, style: Style) {
  const element = sheet.child(list, 'LI')
  if (sheet.room < 2 * lineHeight(style)) sheet.turn()
  sheet.write(sheet.child(element, 'Lbl'), ['•'], style)
  writeText(sheet, sheet.child(element, 'LBody'), item, style, 14)
}

/** Writes a text over as many pages as it needs, never one line of several by itself. */
function writeText(sheet: Sheet, element: Element, text: string, style: Style, indent = 0) {
  const within = sheet.width - indent
  const lines = sheet.wrap(text, style, within)
  for (let from = 0; from < lines.length; ) {
    const left = lines.length - from
    const fits = Math.min(left, Math.floor(sheet.room / lineHeight(style)))
    const now = left - fits === 1 ? fits - 1 : fits
    if (now < Math.min(2, left)) {
      sheet.turn()
      continue
    }
    sheet.write(element, lines.slice(from, from + now), style, { x: sheet.left + indent, within })
    sheet.down(now * lineHeight(style))
    from += now
  }
  element.end()
}
