import { createHash } from 'node:crypto'
import type { TextDocument } from '../document'
import { toDocx } from '../docx'
import { toPdf } from '../pdf'
import type { FileFormat } from './offer-formats'

const makers = { pdf: toPdf, docx: toDocx } satisfies Record<FileFormat, (document: TextDocument) => Promise<Uint8Array>>
const keptAtMost = 40
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** The file of a document. Making one takes a tenth of a second, so those asked for lately are kept; who may have it was asked before. */
export function fileOf(document: TextDocument, format: FileFormat): Promise<Uint8Array<ArrayBuffer>> {
  const key = format + createHash('sha256').update(JSON.stringify(document)).digest('base64')
  const file = kept.get(key) ?? makers[format](document)
  kept.delete(key)
  kept.set(key, file)
  file.catch(() => kept.delete(key))
  if (kept.size > keptAtMost) kept.delete(kept.keys().next().value!)
  return file
}
