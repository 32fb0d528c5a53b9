import { Body } from '@/app/_components/discussion/body'
import { placed, type Block, type Row, type Table, type TextDocument } from '@/lib/document'
import { bindShortWords } from '@/lib/text'

/** A document as a part of a page, the same as its PDF: what people wrote in their language, labels in the reader's. */
export function DocumentBlocks({ document: { blocks, language, textsIn } }: { document: TextDocument }) {
  const written = textsIn && textsIn !== language ? textsIn : undefined
  // oxlint-disable-next-line react/no-array-index-key -- blocks never move
  return <div className="document">{blocks.map((block, place) => <Part key={place} block={block} written={written} />)}</div>
}

type Written = { written: 'pl' | 'en' | undefined }

function Part({ block, written }: { block: Block } & Written) {
  if (block.is === 'heading') {
    const Heading = `h${block.level}` as const
    return <Heading>{bindShortWords(block.text)}</Heading>
  }
  if (block.is === 'paragraph') return <div lang={block.ours ? undefined : written}><Body text={block.text} /></div>
  // oxlint-disable-next-line react/no-array-index-key -- items never move
  if (block.is === 'list') return <ul lang={block.ours ? undefined : written}>{block.items.map((item, place) => <li key={place}>{bindShortWords(item)}</li>)}</ul>
  if (block.is === 'table') return <DocumentTable table={block} written={written} />
  return (
    <table className="table">
      <tbody>
        {block.facts.map(({ name, value }) => <tr key={name}><th scope="row">{name}</th><td lang={written}>{bindShortWords(value)}</td></tr>)}
      </tbody>
    </table>
  )
}

function DocumentTable({ table: { caption, columns, rows, named }, written }: { table: Table } & Written) {
  const number = (column: number, span: number) => (columns[column]?.align && span === 1 ? 'number' : undefined)
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={caption ?? columns[named]!.name}>
      <table className="table">
        {caption && <caption>{caption}</caption>}
        {/* oxlint-disable-next-line react/no-array-index-key -- columns never move */}
        <thead><tr>{columns.map(({ name }, column) => <th key={column} scope="col" className={number(column, 1)}>{name}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows never move
            <tr key={place} data-is={row.is}>
              {cells(row, named).map(({ text, column, span, isName }) =>
                isName
                  ? <th key={column} scope="row" colSpan={span} className={number(column, span)} lang={row.is ? undefined : written}><Lines text={text} /></th>
                  : <td key={column} colSpan={span} className={number(column, span)} lang={row.is ? undefined : written}><Lines text={text} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A row is named by one cell: that of the column which names rows, or the one that spans it. */
const cells = (row: Row, named: number) => [...placed(row)].map((cell) => ({ ...cell, isName: cell.column <= named && named < cell.column + cell.span }))

const Lines = ({ text }: { text: string }) => <span className="lines">{bindShortWords(text)}</span>
