import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

// For tests: files as people send them, and as nobody means well, made here so that every byte of them is known.

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

/** A file as a form sends it. */
export const aFile = (name: string, bytes: Uint8Array | string, type = 'application/octet-stream') =>
  new File([typeof bytes === 'string' ? bytes : (bytes as Uint8Array<ArrayBuffer>)], name, { type })

/** The smallest PDF with a page, and whatever else stands in it. */
export const aPdf = (more = ''): Uint8Array =>
  latin(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n${more}\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n200\n%%EOF\n`)

type ZipEntry = {
  name: string
  text?: string
  /** What the list says, whatever is true. */
  size?: number
  /** Unix mode, as links have. */
  mode?: number
  encrypted?: true
}

/** A ZIP file: local entries, then the list of them. */
export function aZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, text = '', size, mode = 0, encrypted } of entries) {
    const [title, plain] = [Buffer.from(name), Buffer.from(text)]
    const packed = name === 'mimetype' ? plain : deflateRawSync(plain)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(encrypted ? 1 : 0, 2)
    common.writeUInt16LE(name === 'mimetype' ? 0 : 8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size ?? plain.length, 18)
    common.writeUInt16LE(title.length, 22)
    const end = Buffer.alloc(14)
    end.writeUInt32LE((mode << 16) >>> 0, 6)
    end.writeUInt32LE(at, 10)
    list.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, end, title)
    const local = [Buffer.from('PK\x03\x04', 'latin1'), common, title, packed]
    parts.push(...local)
    at += local.reduce((sum, { length }) => sum + length, 0)
  }
  const listed = Buffer.concat(list)
  const tail = Buffer.alloc(22)
  tail.write('PK\x05\x06', 'latin1')
  tail.writeUInt16LE(entries.length, 8)
  tail.writeUInt16LE(entries.length, 10)
  tail.writeUInt32LE(listed.length, 12)
  tail.writeUInt32LE(at, 16)
  return joined(...parts, listed, tail)
}

const contentTypes = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

export const aDocx = (...more: ZipEntry[]): Uint8Array => aZip([{ name: '[Content_Types].xml', text: contentTypes }, { name: 'word/document.xml', text: '<w:document/>' }, ...more])
export const anOds = (...more: ZipEntry[]): Uint8Array =>
  aZip([{ name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' }, { name: 'content.xml', text: '<office:document-content/>' }, { name: 'META-INF/manifest.xml', text: '<manifest/>' }, ...more])

/** A part of a PNG file. */
export function pngPart(kind: string, bytes: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), bytes])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(bytes.length)
  sum.writeUInt32BE(crc32(body))
  return joined(length, body, sum)
}

/** A black picture of so many pixels; what it says of itself may be more than there is. */
export function aPng(width: number, height: number, { rows = height, between = [] as Uint8Array[], after = new Uint8Array() } = {}): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8) // One bit a pixel.
  const data = deflateSync(Buffer.alloc(rows * (1 + Math.ceil(width / 8))))
  return joined(latin('\x89PNG\r\n\x1a\n'), pngPart('IHDR', head), ...between, pngPart('IDAT', data), pngPart('IEND', new Uint8Array()), after)
}

/** What every scanner takes for a virus, and nothing is; in two parts, so that this source is not taken for one. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
