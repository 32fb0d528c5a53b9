// oxlint-disable-next-line import/no-named-as-default -- the class is the default export; the name beside it is a type
import PDFDocument from 'pdfkit'
import type { TextDocument } from './document'
import type { Language } from './language'
import { translator } from './messages'
import { firstFont, runsOf } from './pdf-fonts'
import { linesOf } from './pdf-lines'
import { bindShortWords } from './text'

export type Style = { size: number; bold?: boolean; colour?: string; align?: 'end' | 'middle' }
/** A node of the tree that tells a screen reader what is a heading, a list, a table. */
export type Element = PDFKit.PDFStructureElement
export type Sheet = ReturnType<typeof openSheet>

/** In points, 1/72 inch. */
const margins = { top: 56, bottom: 64, left: 56, right: 56 }
export const ink = '#1c2321'
export const muted = '#4d5855'
export const hairline = '#aeb9b5'

const codes = { pl: 'pl-PL', en: 'en-GB' } satisfies Record<Language, string>

export const lineHeight = ({ size }: Style) => size * 1.36

/** Pages to write on from the top down, each piece of text under the element of the structure that it belongs to. */
export function openSheet({ title, language, textsIn, date, source }: TextDocument) {
  const doc = new PDFDocument({
    size: 'A4',
    margins,
    font: firstFont,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never, // Known to the library, not to its types.
    tagged: true,
    lang: codes[language],
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Creator: 'Głos', CreationDate: date },
  })
  const bytes = collect(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const left = margins.left
  const width = doc.page.width - margins.left - margins.right
  const bottom = doc.page.height - margins.bottom
  let y = margins.top

  const widthOf = (bold: boolean, size: number) => (text: string) => runsOf(text, bold).reduce((sum, run) => sum + doc.font(run.font).fontSize(size).widthOfString(run.text), 0)

  return {
    doc,
    root,
    left,
    width,
    get y() {
      return y
    },
    /** What is left on this page, and what a whole page holds. */
    get room() {
      return bottom - y
    },
    pageRoom: bottom - margins.top,
    /** Goes on further down. */
    down(height: number) {
      y += height
    },
    /** Room between two things; none at the top of a page. */
    space(height: number) {
      if (y > margins.top) y += height
    },
    turn() {
      doc.addPage()
      y = margins.top
    },
    /** @param written by people, so perhaps in another language than the labels */
    child(parent: Element, kind: string, { scope, written }: { scope?: 'Column' | 'Row' | undefined; written?: boolean } = {}): Element {
      const element = doc.struct(kind, { ...(scope && { scope }), ...(written && textsIn && { lang: codes[textsIn] }) })
      parent.add(element)
      return element
    },
    wrap: (text: string, style: Style, within: number) => linesOf((language === 'pl' ? bindShortWords(text) : text).replaceAll('\u202f', '\u00a0'), within, widthOf(!!style.bold, style.size)),
    /** Writes lines from where we are, `x` from the left; they must fit on the page. Without an element they belong to what is drawn. */
    write(element: Element | null, lines: readonly string[], style: Style, { x = left, within = width, lower = 0 } = {}) {
      const ink = () => lines.forEach((line, place) => writeLine(doc, line, style, x, y + lower + place * lineHeight(style), within, widthOf(!!style.bold, style.size)))
      if (!element) ink()
      else if (lines.some((line) => line.trim())) element.add(ink)
    },
    /** Draws what is not read out: lines, grounds, the numbers of pages. */
    draw(what: () => void, type: 'Layout' | 'Pagination' = 'Layout') {
      doc.markContent('Artifact', { type })
      what()
      doc.endMarkedContent()
    },
    /** Numbers the pages and gives the file. */
    async end({ numbered = true } = {}): Promise<Uint8Array<ArrayBuffer>> {
      root.end()
      const { count } = doc.bufferedPageRange()
      const style = { size: 8.5, colour: muted }
      const foot = (text: string, align?: 'end') => writeLine(doc, text, { ...style, ...(align && { align }) }, left, bottom + 22, width, widthOf(false, style.size))
      for (let page = 0; page < count; page++) {
        doc.switchToPage(page)
        doc.markContent('Artifact', { type: 'Pagination' })
        if (source) foot(linesOf(source, width * 0.8, widthOf(false, style.size))[0]!)
        if (numbered) foot(translator(language)('document.page', { number: page + 1, count }), 'end')
        doc.endMarkedContent()
      }
      doc.end()
      return bytes
    },
  }
}

function writeLine(doc: PDFKit.PDFDocument, line: string, { size, bold = false, colour = ink, align }: Style, x: number, y: number, within: number, widthOf: (text: string) => number) {
  const spare = align ? within - widthOf(line.trimEnd()) : 0
  let at = x + (align === 'middle' ? spare / 2 : spare)
  const baseline = y + size * 1.02
  for (const { font, text } of runsOf(line, bold)) {
    doc.font(font).fontSize(size).fillColor(colour).text(text, at, baseline, { lineBreak: false, baseline: 'alphabetic' })
    at += doc.widthOfString(text)
  }
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
}
