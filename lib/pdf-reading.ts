import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** For tests: a node of a page's structure; a leaf has an `id`. */
export type Node = { role?: string; id?: string; lang?: string; children?: Node[] }

/** For tests: a PDF file, opened. */
export const opened = (file: Uint8Array): Promise<PDFDocumentProxy> => getDocument({ data: Uint8Array.from(file), verbosity: 0 }).promise

/** For tests: the text of each page, without blanks. */
export async function pageTexts(pdf: PDFDocumentProxy): Promise<string[]> {
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(joined(items.map((item) => ('str' in item ? item.str : '')).join('')))
  }
  return pages
}

/** For tests: a text without blanks, so that it can be found wherever its lines were broken. */
export const joined = (text: string): string => text.replace(/\s+/g, '')
