import type { Language } from './language'

/** A text without a look: what stands in it and in which order. Made into PDF by pdf.ts, into DOCX by docx.ts, and shown by a page. */
export type TextDocument = {
  title: string
  language: Language
  /** Since when what it says is so; the same document gives the same bytes. */
  date: Date
  /** Lines under the title: whose it is and what it is not. */
  about?: string[]
  blocks: Block[]
  /** One line at the foot of each page, such as where it was taken from. */
  source?: string
  /** A `certificate` is one page, large and in the middle. */
  look?: 'form' | 'certificate'
}

export type Block =
  | { is: 'heading'; level: 2 | 3; text: string }
  | { is: 'paragraph'; text: string }
  | { is: 'list'; items: string[] }
  | { is: 'facts'; facts: Fact[] }
  | Table

/** A name and what stands for it, as in a table of two columns without a head. */
export type Fact = { name: string; value: string }

export type Table = {
  is: 'table'
  /** Says what it is about; read out before it. */
  caption: string
  columns: Column[]
  rows: Row[]
  /** The column whose cells name their rows. */
  named: number
}
/** `share`: how wide it is beside the others. Numbers stand at the end. */
export type Column = { name: string; share: number; align?: 'end' }
/** A `group` is a heading of the rows after it, a `total` a sum of those before. */
export type Row = { cells: Cell[]; is?: 'group' | 'total' }
/** `span`: over how many columns. */
export type Cell = string | { text: string; span: number }

/** A cell's text, and the columns that it covers. */
export function* placed({ cells }: Row): Generator<{ text: string; column: number; span: number }> {
  let column = 0
  for (const cell of cells) {
    const { text, span } = typeof cell === 'string' ? { text: cell, span: 1 } : cell
    yield { text, column, span }
    column += span
  }
}
