import { parse } from 'content-disposition'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asDownload, shownName } from './file-names'
import { naughty } from './naughty'

describe('A39: the names of files', () => {
  test.each([
    ['statut.pdf', 'statut.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\Ala\\Statut.PDF', 'Statut.pdf'],
    ['..\\..\\a.pdf', 'a.pdf'],
    ['CON.pdf', 'plik-CON.pdf'],
    ['com1.pdf', 'plik-com1.pdf'],
    ['nul.txt.pdf', 'plik-nul.txt.pdf'],
    ['-rf.pdf', 'rf.pdf'],
    ['.htaccess.pdf', 'htaccess.pdf'],
    ['.pdf', 'plik.pdf'],
    ['', 'plik.pdf'],
    ['a\u202egpj.exe.pdf', 'agpj.exe.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie- x=1.pdf'],
    ['"a";filename="b.html.pdf', '-a-filename=-b.html.pdf'.slice(1)],
    ['a\0.html.pdf', 'a.html.pdf'],
    ['  a   b . .pdf', 'a b.pdf'],
    ['Zażółć gęślą jaźń.pdf', 'Zażółć gęślą jaźń.pdf'],
    ['ż'.repeat(300), `${'ż'.repeat(80)}.pdf`],
    ['😀'.repeat(100), `${'😀'.repeat(40)}.pdf`],
  ])('A39: %j is shown as %j', (sent, shown) => expect(shownName(sent, 'pdf')).toBe(shown))

  const unfit = /[\p{Cc}\u202a-\u202e\u2066-\u2069/\\"*:<>?|]|^[-.\s~]|[\s.]$/u
  const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...naughty), fc.stringMatching(/^[./\\ a-zA-Z":;~-]{0,40}(\.pdf){0,3}$/))
  test('A39: whatever was sent, the name is fit, short, ends as it must, and stays what it is', () => {
    fc.assert(
      fc.property(name, (sent) => {
        const shown = shownName(sent, 'pdf')
        expect(shown).not.toMatch(unfit)
        expect(shown.isWellFormed() && shown.length <= 90 && shown.length > 4 && shown.endsWith('.pdf')).toBe(true)
        expect(shownName(shown, 'pdf')).toBe(shown)
      }),
      { numRuns: 2000 },
    )
  })
  test('A39: the header says the name, and nothing else can be said by it', () => {
    fc.assert(
      fc.property(name, (sent) => {
        const header = asDownload(shownName(sent, 'pdf'))
        expect(header).toMatch(/^attachment; filename[\x20-\x7e\xa0-\xff]*$/)
        expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header)
        expect(parse(header)).toMatchObject({ type: 'attachment', parameters: { filename: shownName(sent, 'pdf') } })
      }),
      { numRuns: 1000 },
    )
    expect(asDownload('Zażółć.pdf')).toContain("filename*=UTF-8''Za%C5%BC%C3%B3%C5%82%C4%87.pdf")
  })
})
