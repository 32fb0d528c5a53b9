import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodeDocument, MAX_DOCUMENT_BYTES } from './decode'

const table = readFileSync(new URL('./torun/torun-tabela-2.txt', import.meta.url), 'utf8')
const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

/** The bytes of a text in an encoding of one byte a character. */
function oneByte(encoding: string, text: string): Uint8Array {
  const letters = [...new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))]
  return Uint8Array.from([...text], (letter) => letters.indexOf(letter))
}

const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2))
  for (const [place, letter] of [...`\ufeff${text}`].entries()) view.setUint16(place * 2, letter.charCodeAt(0), littleEndian)
  return new Uint8Array(view.buffer)
}

test.each([
  ['UTF-8', utf8(table), table, 'utf-8'],
  ['UTF-8 with its mark', utf8(`\ufeff${table}`), table, 'utf-8'],
  ['plain ASCII', utf8('Obszar A\r\n\f1'), 'Obszar A\r\n\f1', 'utf-8'],
  ['an empty file', new Uint8Array(), '', 'utf-8'],
  ['UTF-16LE', utf16(table, true), table, 'utf-16le'],
  ['UTF-16BE', utf16(table, false), table, 'utf-16be'],
  ['Windows-1250', oneByte('windows-1250', table), table, 'windows-1250'],
  ['Windows-1250 with its quotes and a foreign name', oneByte('windows-1250', '„Współpraca” miast – także z Göttingen, również żeglarska'), '„Współpraca” miast – także z Göttingen, również żeglarska', 'windows-1250'],
  ['Windows-1250 by ą alone', oneByte('windows-1250', 'zmierzającą'), 'zmierzającą', 'windows-1250'],
  ['letters that both have', oneByte('iso-8859-2', 'spółka'), 'spółka', 'windows-1250'],
  ['ISO-8859-2', oneByte('iso-8859-2', table.replaceAll('–', '-')), table.replaceAll('–', '-'), 'iso-8859-2'],
  ['ISO-8859-2 by ą, ś, ź', oneByte('iso-8859-2', 'ZAŻÓŁĆ GĘŚLĄ JAŹŃ, są źródła świetlic'), 'ZAŻÓŁĆ GĘŚLĄ JAŹŃ, są źródła świetlic', 'iso-8859-2'],
  ['exactly the limit', utf8('a'.repeat(MAX_DOCUMENT_BYTES)), 'a'.repeat(MAX_DOCUMENT_BYTES), 'utf-8'],
])('%s is read', (_, bytes, text, encoding) => expect(decodeDocument(bytes)).toEqual({ ok: true, text, encoding }))

test.each([
  ['10 MB', new Uint8Array(10_000_000).fill(97), 'too-large', 'larger than 2 MB'],
  ['a PDF', latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3'), 'pdf', 'This is a PDF; save its table as text.'],
  ['a DOCX', latin('PK\x03\x04\x14\0'), 'zip', 'Word'],
  ['a DOC', latin('\xd0\xcf\x11\xe0\xa1\xb1'), 'word', 'old Word'],
  ['an RTF', latin('{\\rtf1\\ansi'), 'rtf', 'RTF'],
  ['a web page', utf8('\ufeff <!DOCTYPE html><p>Obszar'), 'html', 'web page'],
  ['NUL bytes', utf8('Obszar\0społeczny'), 'nul-bytes', 'NUL'],
  ['UTF-16 without its mark', utf16('Obszar', true).subarray(2), 'nul-bytes', 'NUL'],
  ['NUL in UTF-16', utf16('Obszar\0', true), 'nul-bytes', 'NUL'],
  ['NUL bytes in no known encoding', Uint8Array.of(0x89, 0x50, 0), 'nul-bytes', 'NUL'],
  ['control characters in Windows-1250', oneByte('windows-1250', 'społeczny\x01'), 'unknown-encoding', 'not known'],
  ['half a UTF-16 letter', utf16('Obszar', true).subarray(0, 9), 'unknown-encoding', 'UTF-8'],
  ['control characters', utf8('Obszar\x01'), 'control-characters', 'control'],
  ['UTF-8 once read as Windows-1250', utf8(new TextDecoder('windows-1250').decode(utf8(table))), 'damaged-letters', 'damaged'],
  ['broken UTF-8', Uint8Array.of(...utf8(table), 0xc5), 'unknown-encoding', 'not known'],
  ['French in Windows-1252', oneByte('windows-1252', 'Développement de la société à l’école française'), 'unknown-encoding', 'not known'],
  ['Russian in Windows-1251', oneByte('windows-1251', 'Развитие человеческого капитала'), 'unknown-encoding', 'not known'],
  ['Polish in DOS code page 852', latin('Obszar spo\x88eczny: dzia\x88ania \x98wietlic'), 'unknown-encoding', 'not known'],
])('%s is refused', (_, bytes, problem, words) => expect(decodeDocument(bytes)).toEqual({ ok: false, problem, sentence: expect.stringContaining(words) }))
