import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { checkAttachment, checkLogo } from './file-checks'
import { Refusal, statusOf } from './refusal'
import { aDocx, aFile, anOds, aPdf, aPng, aZip, pngPart } from './sample-files'

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(() => undefined, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  const { kind, objection } = error as Refusal
  return [statusOf[kind], objection.key]
}
const unsupported = [415, 'file.problem.type']
const broken = [422, 'file.problem.broken']
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const picture = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#a03020' } })
/** So that tests may look at what came out; the product reads JPEG and PNG alone. */
const infoOf = (bytes: Uint8Array) => sharp(bytes).metadata()

describe('what is taken', () => {
  test.each([
    ['Statut.PDF', aPdf(), 'pdf', 'Statut.pdf'],
    ['list poparcia.docx', aDocx(), 'docx', 'list poparcia.docx'],
    ['kosztorys.ods', anOds(), 'ods', 'kosztorys.ods'],
    ['plan.png', aPng(30, 20), 'png', 'plan.png'],
  ])('%s', async (name, sent, type, shown) => {
    expect(await checkAttachment(aFile(name, sent))).toMatchObject({ name: shown, type })
  })
  test('a photo, drawn anew', async () => {
    const checked = await checkAttachment(aFile('Zdjęcie.JPEG', new Uint8Array(await picture().jpeg().toBuffer())))
    expect(checked).toMatchObject({ name: 'Zdjęcie.jpg', type: 'jpeg' })
    expect(await infoOf(checked.bytes)).toMatchObject({ format: 'jpeg', width: 40, height: 20 })
  })
  test('documents stay as they are, byte by byte', async () => {
    for (const [name, sent] of [['a.pdf', aPdf()], ['a.docx', aDocx()], ['a.ods', anOds()]] as const) expect((await checkAttachment(aFile(name, sent))).bytes).toEqual(sent)
  })
})

describe('A34: too much, or nothing', () => {
  test('A34: nothing chosen, an empty file, one byte too many', async () => {
    expect(await refusal(checkAttachment(aFile('', '')))).toEqual([422, 'file.problem.none'])
    expect(await refusal(checkAttachment(aFile('a.pdf', '')))).toEqual([422, 'file.problem.empty'])
    expect(await refusal(checkAttachment(aFile('a.pdf', new Uint8Array(10 * 1024 * 1024 + 1))))).toEqual([413, 'file.problem.tooLarge'])
  })
})

describe('A35: SVG', () => {
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
  test.each(['a.svg', 'a.png', 'a.jpg', 'a.pdf', 'a.svg.png'])('A35: is refused as %s', async (name) => {
    expect(await refusal(checkAttachment(aFile(name, svg, 'image/png')))).toEqual(unsupported)
    expect(await refusal(checkLogo(aFile(name, svg, 'image/png')))).toEqual([415, 'file.problem.logoType'])
  })
})

describe('A36: files of two kinds', () => {
  test.each([
    ['HTML before a PDF', 'a.pdf', Buffer.concat([bytes('<html><script>alert(1)</script>'), aPdf()])],
    ['GIF and JavaScript', 'a.png', bytes('GIF89a/*\0\0*/=1;alert(1)//')],
    ['GIF and JavaScript, called a GIF', 'a.gif', bytes('GIF89a/*\0\0*/=1;alert(1)//')],
    ['a program', 'a.pdf', bytes(`MZ${'\0'.repeat(200)}`)],
    ['a ZIP that says nothing of itself', 'a.docx', aZip([{ name: 'a.txt', text: 'a' }])],
    ['HTML', 'a.pdf', bytes('<!doctype html><p>')],
    ['a picture of a kind we do not take', 'a.webp', bytes('RIFF\x24\0\0\0WEBPVP8 ')],
  ])('A36: %s is refused', async (_, name, sent) => {
    expect(await refusal(checkAttachment(aFile(name, new Uint8Array(sent), 'application/pdf')))).toEqual(unsupported)
  })
  test.each([
    ['a PDF called HTML', 'a.html', aPdf('<script>alert(1)</script>')],
    ['a PDF called a picture', 'a.png', aPdf()],
    ['a PDF without an ending', 'pdf', aPdf()],
    ['a picture called a PDF', 'a.pdf', aPng(3, 3)],
    ['a document called a table', 'a.ods', aDocx()],
  ])('A36: %s is refused for its name', async (_, name, sent) => {
    expect(await refusal(checkAttachment(aFile(name, sent)))).toEqual([415, 'file.problem.ending'])
  })
  test('A36: a PDF with something after its end, or without one, is refused', async () => {
    for (const sent of [Buffer.concat([aPdf(), bytes('<script>alert(1)</script>')]), Buffer.concat([aPdf(), aZip([{ name: 'a', text: 'a' }])]), aPdf().subarray(0, 100), bytes('%PDF')]) {
      expect(await refusal(checkAttachment(aFile('a.pdf', new Uint8Array(sent))))).toEqual(broken)
    }
  })
  test('A36: what hangs on behind a picture, or stands in its comments, is gone once it is drawn anew', async () => {
    const script = bytes('<script>alert("tail")</script>')
    const png = aPng(8, 8, { between: [pngPart('tEXt', bytes('Comment\0<script>alert("text")</script>'))], after: Buffer.concat([script, aZip([{ name: 'x', text: 'tail' }])]) })
    const jpeg = new Uint8Array(Buffer.concat([await picture().jpeg().toBuffer(), script]))
    for (const [name, sent] of [['a.png', png], ['a.jpg', jpeg]] as const) {
      const drawn = Buffer.from((await checkAttachment(aFile(name, sent))).bytes).toString('latin1')
      expect(drawn).not.toMatch(/script|alert/)
      expect(drawn).not.toContain(String.fromCodePoint(80, 75, 3, 4)) // The head of a ZIP.
    }
  })
})

describe('A37: pictures that are more than they seem', () => {
  test('A37: a flood of pixels is refused by its head, and quickly', async () => {
    const began = performance.now()
    for (const sent of [aPng(60_000, 60_000, { rows: 10 }), aPng(20_000, 20_000), aPng(2 ** 31 - 1, 1, { rows: 0 })]) {
      const [status, key] = await refusal(checkAttachment(aFile('a.png', sent)))
      expect([status, ['file.problem.picture', 'file.problem.broken'].includes(key as string)]).toEqual([422, true])
    }
    expect(performance.now() - began).toBeLessThan(5000)
  })
  test('A37: the limit is said', async () => expect(await refusal(checkAttachment(aFile('a.png', aPng(20_000, 20_000))))).toEqual([422, 'file.problem.picture']))
  test('A37: where and with what a photo was taken is gone, and it stands upright', async () => {
    const photo = await picture().withExif({ IFD0: { Make: 'Aparat', Copyright: 'Sekretna' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 0/1 37/1' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const before = await infoOf(photo)
    expect([before.orientation, before.exif && Buffer.from(before.exif).includes('Aparat')]).toEqual([6, true])
    const drawn = (await checkAttachment(aFile('a.jpg', new Uint8Array(photo)))).bytes
    const after = await infoOf(drawn)
    expect(after).toMatchObject({ width: 20, height: 40 })
    expect([after.exif, after.icc, after.xmp, after.iptc]).toEqual([undefined, undefined, undefined, undefined])
    expect(Buffer.from(drawn).toString('latin1')).not.toMatch(/Exif|Aparat|Sekretna/)
  })
  test('A37: a moving picture is refused', async () => {
    const [control, frame] = [Buffer.alloc(8), Buffer.alloc(26)]
    control.writeUInt32BE(1000)
    frame.writeUInt32BE(8, 4)
    frame.writeUInt32BE(8, 8)
    expect(await refusal(checkAttachment(aFile('a.png', aPng(8, 8, { between: [pngPart('acTL', control), pngPart('fcTL', frame)] }))))).toEqual(unsupported)
  })
  test('A37: AVIF, HEIF, TIFF, GIF and WebP are refused, whatever they are called', async () => {
    for (const format of ['avif', 'tiff', 'gif', 'webp'] as const) {
      const sent = new Uint8Array(await picture().toFormat(format).toBuffer())
      for (const name of [`a.${format}`, 'a.jpg', 'a.png']) expect(await refusal(checkAttachment(aFile(name, sent, 'image/jpeg')))).toEqual(unsupported)
    }
    expect(await refusal(checkAttachment(aFile('a.jpg', bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic'))))).toEqual(unsupported)
  })
  test('A37: half a picture is refused; a huge one becomes smaller', async () => {
    const whole = await sharp({ create: { width: 5000, height: 500, channels: 3, background: '#123456' } }).jpeg().toBuffer()
    expect(await refusal(checkAttachment(aFile('a.jpg', new Uint8Array(whole.subarray(0, whole.length / 2)))))).toEqual(broken)
    expect(await infoOf((await checkAttachment(aFile('a.jpg', new Uint8Array(whole)))).bytes)).toMatchObject({ width: 3508, height: 351 })
  })
  test('A37: a logo is a small WebP, whatever it was', async () => {
    const logo = await checkLogo(aFile('Nasze logo.png', aPng(2000, 1000)))
    expect([logo.name, logo.type, (await fileTypeFromBuffer(logo.bytes))?.mime, logo.bytes.length < 20_000]).toEqual(['logo.webp', 'webp', 'image/webp', true])
  })
})

describe('A38: documents that are archives', () => {
  const many = Array.from({ length: 2001 }, (_, place) => ({ name: `word/${place}.xml` }))
  test.each([
    ['says that it unpacks to 4 GB', aDocx({ name: 'word/a.xml', text: 'a', size: 2 ** 32 - 2 })],
    ['packs 100 MB into nothing', aDocx({ name: 'word/a.xml', text: '0'.repeat(100 * 1024 * 1024) })],
    ['has too many entries', aDocx(...many)],
    ['holds an archive', aDocx({ name: 'word/more.zip', text: 'a' })],
    ['holds a program', aDocx({ name: 'word/a.EXE', text: 'a' })],
    ['leads out of its folder', aDocx({ name: '../../etc/passwd', text: 'a' })],
    ['leads to the root', aDocx({ name: '/etc/passwd', text: 'a' })],
    ['leads out as Windows does', aDocx({ name: 'word\\..\\..\\a', text: 'a' })],
    ['leads to a drive', aDocx({ name: 'C:/a', text: 'a' })],
    ['holds a link', aDocx({ name: 'word/link', text: '/etc/passwd', mode: 0o120777 })],
    ['is encrypted', aDocx({ name: 'word/a.xml', text: 'a', encrypted: true })],
    ['holds macros', aDocx({ name: 'word/vbaProject.bin', text: 'a' })],
  ])('A38: one that %s is refused', async (_, sent) => expect(await refusal(checkAttachment(aFile('a.docx', sent)))).toEqual(broken))
  test('A38: so is a table with scripts, and one that is cut off', async () => {
    expect(await refusal(checkAttachment(aFile('a.ods', anOds({ name: 'Basic/Standard/Module1.xml', text: 'a' }))))).toEqual(broken)
    expect(await refusal(checkAttachment(aFile('a.ods', anOds().subarray(0, -30))))).toEqual(broken)
  })
})
