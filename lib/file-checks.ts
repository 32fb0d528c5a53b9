import { fileTypeFromBuffer } from 'file-type'
import { endsAs, shownName } from './file-names'
import { attachmentTypes, fileBytesAtMost, fileTypes, imageTypes, type FileType } from './file-types'
import { asLogo, redrawn } from './images'
import { Refusal } from './refusal'
import { namesInZip } from './zip-list'

/** A file that may be kept: what it is was seen from its content and said by its name. */
export type CheckedFile = { name: string; type: FileType; bytes: Uint8Array }

/**
 * A file as it may be attached to a proposal. Pictures are drawn anew; of documents only the outside is looked at.
 * @throws Refusal in words: empty, too large, of another type than we take or than its name says, broken
 */
export async function checkAttachment(file: File): Promise<CheckedFile> {
  const { bytes, type } = await typed(file, attachmentTypes)
  const name = shownName(file.name, type)
  if (type === 'jpeg' || type === 'png') return { name, type, bytes: bounded(await redrawn(bytes, type)) }
  const whole = type === 'pdf' ? isWholePdf(bytes) : await isDocument(bytes, type)
  if (!whole) throw new Refusal('invalid', { key: 'file.problem.broken' })
  return { name, type, bytes }
}

/** A picture as an organisation's logo. @throws Refusal as `checkAttachment` */
export async function checkLogo(file: File): Promise<CheckedFile> {
  const { bytes } = await typed(file, imageTypes)
  return { name: shownName('logo', 'webp'), type: 'webp', bytes: await asLogo(bytes) }
}

async function typed<Types extends readonly FileType[]>(file: File, allowed: Types): Promise<{ bytes: Uint8Array; type: Types[number] }> {
  // A form that was sent with nothing chosen holds a file without a name.
  if (!file.size) throw new Refusal('invalid', { key: file.name ? 'file.problem.empty' : 'file.problem.none' })
  const bytes = bounded(new Uint8Array(await file.arrayBuffer()))
  const found = await fileTypeFromBuffer(bytes)
  const type = allowed.find((type) => found?.mime === fileTypes[type].media)
  if (!type) throw new Refusal('unsupported', { key: allowed.includes('pdf') ? 'file.problem.type' : 'file.problem.logoType' })
  if (!endsAs(type, file.name)) throw new Refusal('unsupported', { key: 'file.problem.ending', values: { ending: `.${fileTypes[type].extensions[0]}` } })
  return { bytes, type }
}

function bounded(bytes: Uint8Array): Uint8Array {
  if (bytes.length > fileBytesAtMost) throw tooLarge()
  return bytes
}

export const tooLarge = () => new Refusal('too-large', { key: 'file.problem.tooLarge', values: { max: fileBytesAtMost / 1024 / 1024 } })

const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

/** Beginning and end: half of a PDF, or one that begins as something else, is none. */
const isWholePdf = (bytes: Uint8Array) => /^%PDF-[12]\.\d/.test(latin(bytes.subarray(0, 16))) && /startxref\s+\d+\s+%%EOF[\s\0]*$/.test(latin(bytes.subarray(-1024)))

/** An office document without macros, told by the names in its ZIP list. */
async function isDocument(bytes: Uint8Array, type: 'docx' | 'ods'): Promise<boolean> {
  const names = await namesInZip(bytes)
  if (!names || names.some((name) => /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\/./i.test(name))) return false
  return (type === 'docx' ? ['[Content_Types].xml', 'word/document.xml'] : ['mimetype', 'content.xml']).every((name) => names.includes(name))
}
