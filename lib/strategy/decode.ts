/** The largest strategy document that is read, in bytes. */
export const MAX_DOCUMENT_BYTES = 2_000_000

export type DocumentEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1250' | 'iso-8859-2'

const REFUSALS = {
  'too-large': 'The file is larger than 2 MB; give only the table of areas, goals and tasks, saved as text.',
  pdf: 'This is a PDF; save its table as text.',
  zip: 'This is a Word, OpenDocument or other zipped file; save its table as text.',
  word: 'This is an old Word document; save its table as text.',
  rtf: 'This is an RTF document; save its table as text.',
  html: 'This is a web page; save its table as text.',
  'nul-bytes': 'The file holds NUL bytes, so it is not text in a known encoding; save its table as text in UTF-8.',
  'control-characters': 'The file holds control characters, so it is not plain text; save its table as text in UTF-8.',
  'damaged-letters': 'The Polish letters of the file were damaged by an earlier conversion; save the table again from the adopted document, in UTF-8.',
  'unknown-encoding': 'The encoding of the file is not known: it is neither UTF-8 nor Polish text in Windows-1250 or ISO-8859-2; save it as UTF-8.',
} as const

export type DecodeProblem = keyof typeof REFUSALS
export type DecodedDocument =
  | { ok: true; text: string; encoding: DocumentEncoding }
  | { ok: false; problem: DecodeProblem; sentence: string }

const SIGNATURES: readonly (readonly [RegExp, DecodeProblem])[] = [
  [/^\s{0,16}%PDF/, 'pdf'],
  [/^PK[^\s -\xff]/, 'zip'],
  [/^\xd0\xcf.\xe0\xa1\xb1/, 'word'],
  [/^\{\\rtf/, 'rtf'],
  [/^\s{0,16}<(?:!doctype|html|\?xml)/i, 'html'],
]

// Tab, the line and page ends, NEL and the old end-of-file mark are no harm to text.
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const CONTROL = /[\0-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]/
const POLISH = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]/g
const FOREIGN = /[^\0-\x7fąćęłńóśźżĄĆĘŁŃÓŚŹŻ\s„”“‚’‘«»–—…•·§°€©®™²³½\u00ad]/g
// „ł”, „ą”, „ę”, „ś”, „ó” and „ż” in UTF-8 that someone read as Windows-1250, 1252 or Latin-1.
const DAMAGED = /Ĺ‚|Ä…|Ä™|Ĺ›|Ăł|ĹĽ|Å‚|Å›|Å¼|Ã³/

const refuse = (problem: DecodeProblem): DecodedDocument => ({ ok: false, problem, sentence: REFUSALS[problem] })

function decodeAs(encoding: DocumentEncoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function checked(text: string, encoding: DocumentEncoding): DecodedDocument {
  if (DAMAGED.test(text)) return refuse('damaged-letters')
  if (text.includes('\0')) return refuse('nul-bytes')
  if (CONTROL.test(text)) return refuse('control-characters')
  return { ok: true, text, encoding }
}

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/** The number of a text's Polish letters, or undefined when it does not look Polish. */
function plausibility(text: string): number | undefined {
  const polish = count(text, POLISH)
  const foreign = count(text, FOREIGN)
  return polish === 0 || foreign * 4 > polish || CONTROL.test(text) ? undefined : polish
}

/** Of the two Polish one-byte encodings, the one that gives the more Polish text; Windows-1250 when they agree. */
function decodeOneByte(bytes: Uint8Array): DecodedDocument {
  let best: { text: string; encoding: DocumentEncoding; score: number } | undefined
  for (const encoding of ['windows-1250', 'iso-8859-2'] as const) {
    const text = decodeAs(encoding, bytes)
    const score = text === undefined ? undefined : plausibility(text)
    if (text !== undefined && score !== undefined && (best === undefined || score > best.score)) best = { text, encoding, score }
  }
  return best ? { ok: true, text: best.text, encoding: best.encoding } : refuse('unknown-encoding')
}

/**
 * Turns the bytes of an uploaded strategy document into text.
 *
 * In: the whole file. Out: its text without a byte order mark, and the encoding it was read in: UTF-8 or
 * UTF-16 by its mark, UTF-8 when every byte fits it, otherwise Windows-1250 or ISO-8859-2 when that gives
 * Polish text. Anything else is refused with a code and an English sentence for the operator; nothing is
 * guessed silently and nothing is thrown. An empty file is an empty text.
 */
export function decodeDocument(bytes: Uint8Array): DecodedDocument {
  if (bytes.length > MAX_DOCUMENT_BYTES) return refuse('too-large')
  const utf8Mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const head = String.fromCharCode(...bytes.subarray(utf8Mark ? 3 : 0, 64))
  const signature = SIGNATURES.find(([pattern]) => pattern.test(head))
  if (signature) return refuse(signature[1])
  for (const [encoding, first, second] of [['utf-16le', 0xff, 0xfe], ['utf-16be', 0xfe, 0xff]] as const) {
    if (bytes[0] !== first || bytes[1] !== second) continue
    const text = decodeAs(encoding, bytes)
    return text === undefined ? refuse('unknown-encoding') : checked(text, encoding)
  }
  if (bytes.includes(0)) return refuse('nul-bytes')
  const text = decodeAs('utf-8', bytes)
  if (text !== undefined) return checked(text, 'utf-8')
  return utf8Mark ? refuse('unknown-encoding') : decodeOneByte(bytes)
}
