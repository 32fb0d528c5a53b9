import { placed, type Row, type Table } from './document'
import { hairline, lineHeight, muted, type Element, type Sheet, type Style } from './pdf-sheet'

const padding = 4
const text: Style = { size: 9 }
const captionStyle: Style = { size: 9, bold: true, colour: muted }

type Laid = { kind: Row['is'] | 'head'; height: number; cells: { lines: string[]; style: Style; x: number; width: number; column: number; span: number }[] }

/** Writes a table: its head stands on each page, a row is broken only when it is higher than a page, sums and headings keep their rows. */
export function writeTable(sheet: Sheet, table: Table, parent: Element = sheet.root) {
  const { head, rows } = layOut(sheet, table)
  const element = sheet.child(parent, 'Table')
  writeCaption(sheet, sheet.child(element, 'Caption'), table.caption)
  const names = sheet.child(sheet.child(element, 'THead'), 'TR')
  writeRow(sheet, head, () => sheet.child(names, 'TH', { scope: 'Column' }))
  const body = sheet.child(element, 'TBody')
  rows.forEach((row, place) => {
    if (sheet.room < together(rows, place, sheet.pageRoom / 2)) turn(sheet, head)
    writeBodyRow(sheet, row, body, table.named, head)
  })
  element.end()
}

/** Names and values, each name heading its row. */
export function writeFacts(sheet: Sheet, facts: readonly { name: string; value: string }[]) {
  const element = sheet.child(sheet.root, 'Table')
  const rows = facts.map(({ name, value }) => layOutRow(sheet, { cells: [name, value] }, columnsOf(sheet, [{ share: 1 }, { share: 2 }]), (column) => ({ ...text, size: 10, bold: column === 0 })))
  for (const row of rows) writeBodyRow(sheet, row, element, 0, null)
  element.end()
}

/** How much room a table wants before it begins on a page. */
export function startOfTable(sheet: Sheet, table: Table): number {
  const { head, rows } = layOut(sheet, table)
  return captionHeight(sheet, table.caption) + head.height + together(rows, 0, sheet.pageRoom / 2)
}

function layOut(sheet: Sheet, { columns, rows }: Table): { head: Laid; rows: Laid[] } {
  const places = columnsOf(sheet, columns)
  const style = (bold: boolean) => (column: number): Style => ({ ...text, bold, ...(columns[column]?.align && { align: columns[column].align }) })
  const head = layOutRow(sheet, { cells: columns.map(({ name }) => name) }, places, style(true))
  return { head: { ...head, kind: 'head' }, rows: rows.map((row) => layOutRow(sheet, row, places, style(!!row.is))) }
}

function columnsOf(sheet: Sheet, columns: readonly { share: number }[]) {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  let x = sheet.left
  return columns.map(({ share }) => {
    const width = (sheet.width * share) / whole
    x += width
    return { x: x - width, width }
  })
}

function layOutRow(sheet: Sheet, row: Row, places: readonly { x: number; width: number }[], styleOf: (column: number) => Style): Laid {
  const cells = [...placed(row)].map(({ text, column, span }) => {
    const style = span > 1 ? { ...styleOf(column), align: undefined } : styleOf(column)
    const width = places.slice(column, column + span).reduce((sum, place) => sum + place.width, 0)
    return { lines: sheet.wrap(text, style as Style, width - 2 * padding), style: style as Style, x: places[column]!.x, width, column, span }
  })
  return { kind: row.is, height: Math.max(...cells.map(({ lines, style }) => lines.length * lineHeight(style))) + 2 * padding, cells }
}

/** The height of a row with those that must not part from it, at most so much. */
function together(rows: readonly Laid[], place: number, most: number): number {
  const row = rows[place]
  if (!row) return 0
  const goesOn = row.kind === 'group' || rows[place + 1]?.kind === 'total'
  return Math.min(most, row.height + (goesOn ? together(rows, place + 1, most) : 0))
}

const captionHeight = (sheet: Sheet, caption: string) => sheet.wrap(caption, captionStyle, sheet.width).length * lineHeight(captionStyle) + padding

function writeCaption(sheet: Sheet, element: Element, caption: string) {
  const lines = sheet.wrap(caption, captionStyle, sheet.width)
  sheet.write(element, lines, captionStyle)
  sheet.down(captionHeight(sheet, caption))
}

/** The next page, with the head again: seen, not read out. */
function turn(sheet: Sheet, head: Laid | null) {
  sheet.turn()
  if (!head) return
  sheet.draw(() => {
    drawGround(sheet, head, head.height)
    for (const { lines, style, x, width } of head.cells) sheet.write(null, lines, style, { x: x + padding, within: width - 2 * padding, lower: padding })
  }, 'Pagination')
  sheet.down(head.height)
}

function writeBodyRow(sheet: Sheet, row: Laid, body: Element, named: number, head: Laid | null) {
  if (sheet.room < row.height && row.height <= sheet.pageRoom - (head?.height ?? 0)) turn(sheet, head)
  const line = sheet.child(body, 'TR')
  const spanning = (cell: Laid['cells'][number]) => row.kind === 'group' && cell.column === 0
  writeRow(sheet, row, (cell) => (spanning(cell) || cell.column === named || (row.kind === 'total' && cell.column === 0) ? sheet.child(line, 'TH', { scope: 'Row' }) : sheet.child(line, 'TD')), () => turn(sheet, head))
}

/** Writes a row, over as many pages as it needs. */
function writeRow(sheet: Sheet, row: Laid, elementOf: (cell: Laid['cells'][number]) => Element, turn: () => void = () => sheet.turn()) {
  const elements = row.cells.map((cell) => spanned(elementOf(cell), cell.span))
  const step = Math.max(...row.cells.map(({ style }) => lineHeight(style)))
  const count = Math.max(...row.cells.map(({ lines }) => lines.length))
  for (let from = 0; from < count; ) {
    const fits = Math.floor((sheet.room - 2 * padding) / step)
    if (fits < Math.min(2, count - from)) {
      turn()
      continue
    }
    const to = Math.min(count, from + fits)
    const height = (to - from) * step + 2 * padding
    sheet.draw(() => drawGround(sheet, row, height))
    row.cells.forEach(({ lines, style, x, width }, place) => sheet.write(elements[place]!, lines.slice(from, to), style, { x: x + padding, within: width - 2 * padding, lower: padding }))
    sheet.down(height)
    from = to
  }
}

function drawGround(sheet: Sheet, { kind }: Laid, height: number) {
  const ground = kind === 'head' ? '#e3ebe8' : kind ? '#f1f5f3' : null
  if (ground) sheet.doc.rect(sheet.left, sheet.y, sheet.width, height).fill(ground)
  sheet.doc.moveTo(sheet.left, sheet.y + height).lineTo(sheet.left + sheet.width, sheet.y + height).lineWidth(0.6).strokeColor(hairline).stroke()
}

/** The library knows no attribute for cells over several columns. */
function spanned(element: Element, span: number): Element {
  const { data } = (element as unknown as { dictionary: { data: { A?: object } } }).dictionary
  if (span > 1) data.A = { ...data.A, O: 'Table', ColSpan: span }
  return element
}
