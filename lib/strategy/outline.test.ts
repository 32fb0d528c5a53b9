import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCodes, type Outline, readOutline, sentence } from './outline'

const data = (name: string) => readFileSync(new URL(`./torun/${name}`, import.meta.url), 'utf8')

/** Every heading of an outline on one line, as „code title”. */
const flat = (outline: Outline): string[] =>
  outline.areas.flatMap((area) => [
    area.name,
    ...area.strategicGoals.flatMap((strategic) => [
      `${strategic.code} ${strategic.title}`,
      ...strategic.operationalGoals.flatMap((goal) => [`${goal.code} ${goal.title}`, ...goal.tasks.map(({ code, title }) => `${code} ${title}`)]),
    ]),
  ])

function read(text: string) {
  const reading = readOutline(text)
  return reading.ok ? { titles: flat(reading.outline), warnings: reading.warnings.map(sentence) } : { problems: reading.problems.map(sentence) }
}

const head = ['Obszar społeczny', 'Cel strategiczny 1: Toruń', '1.1. Rozwój']
/** A document whose first line after three headings is line 4. */
const under = (...lines: string[]) => [...head, ...lines].join('\n')
const titles = ['Obszar społeczny', '1 Toruń', '1.1 Rozwój']

describe('the adopted table of Toruń', () => {
  const reading = readOutline(data('torun-tabela-2.txt'))

  test('gives its 26 tasks letter by letter, in order, without a warning', () => {
    expect(reading).toMatchObject({ ok: true, warnings: [] })
    const goal = reading.ok ? reading.outline.areas[0]?.strategicGoals[0]?.operationalGoals[0] : undefined
    expect(goal?.tasks).toEqual(JSON.parse(data('titles.json')))
    expect(goal?.tasks).toHaveLength(26)
  })

  test('has one area, one strategic goal and one operational goal', () => {
    expect(reading.ok && flat(reading.outline).filter((line) => !/^1\.1\.\d/.test(line))).toEqual([
      'Obszar społeczny',
      '1 Toruń atrakcyjnym miejscem zamieszkania i pracy',
      '1.1 Rozwój kapitału ludzkiego i społecznego',
    ])
  })

  test('has an English title for every heading, and for nothing else', () => {
    const keys = reading.ok ? flat(reading.outline).map((line) => /^[\d.]+/.exec(line)?.[0] ?? line) : []
    const english = JSON.parse(data('torun-tabela-2.en.json'))
    expect(english).toMatchObject({ language: 'en', official: false })
    expect(Object.keys(english.titles).sort()).toEqual(keys.sort())
  })
})

test.each([
  ['1.1.9', '1.1.10', -1],
  ['2.1.1', '1.9.9', 1],
  ['1.1', '1.1.1', -1],
  ['1.1.1', '1.1', 1],
  ['10', '9', 1],
  ['1.1.1', '1.1.1', 0],
])('compareCodes(%s, %s)', (a, b, sign) => expect(Math.sign(compareCodes(a, b))).toBe(sign))

describe('good documents, read without a warning', () => {
  test.each<[string, string, string[]]>([
    ['codes without the last dot', under('1.1.1 Sport').replace('1.1. R', '1.1 R'), ['1.1.1 Sport']],
    ['codes glued to the title', under('1.1.1.Sport', '1.1.2Kultura'), ['1.1.1 Sport', '1.1.2 Kultura']],
    ['titles in small letters', under('1.1.1 sport', '1.1.2 kultura'), ['1.1.1 sport', '1.1.2 kultura']],
    ['codes named', under('Zadanie 1.1.1: Sport', 'Zadanie realizacyjne nr 1.1.2 – Kultura'), ['1.1.1 Sport', '1.1.2 Kultura']],
    ['a code on a line of its own', under('1.1.1.', '', 'Sport', '1.1.2', 'Kultura'), ['1.1.1 Sport', '1.1.2 Kultura']],
    ['tasks out of order are sorted by number', under(...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `1.1.${n}. Z${n}`)), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `1.1.${n} Z${n}`)],
    ['CRLF, BOM, tabs, no-break spaces', `\ufeff${under('1.1.1.\tSport\u00a0dla ', '\u2003wszystkich').replaceAll('\n', '\r\n')}`, ['1.1.1 Sport dla wszystkich']],
    ['old Mac line ends', under('1.1.1. Sport').replaceAll('\n', '\r'), ['1.1.1 Sport']],
    ['letters in two parts', under('1.1.1. Pokój'.normalize('NFD')), ['1.1.1 Pokój']],
    ['soft hyphens and zero-width characters', under('1.1.1. Re\u00adkrea\u200bcja spo\u00ad', 'łeczna'), ['1.1.1 Rekreacja społeczna']],
    ['a hyphen with nothing behind joins', under('1.1.1. Sportowo-', '', '  rekreacyjne'), ['1.1.1 Sportowo-rekreacyjne']],
    ['a hyphen and CRLF joins', under('1.1.1. Sportowo-\r', 'rekreacyjne\r'), ['1.1.1 Sportowo-rekreacyjne']],
    ['a no-break hyphen joins', under('1.1.1. Sportowo\u2011', 'rekreacyjne'), ['1.1.1 Sportowo-rekreacyjne']],
    ['a hyphen with a space behind does not', under('1.1.1. Komunikacji- ', 'wzmacnianie'), ['1.1.1 Komunikacji- wzmacnianie']],
    ['a hyphen with a space before is a dash', under('1.1.1. Kultura -', 'sport –', 'nauka'), ['1.1.1 Kultura - sport – nauka']],
    ['page numbers', under('1.1.1. Sport', '', '12', '', 'dla wszystkich', '- 13 -', 'i', '– 14 –', 'każdego', 'Strona 12 z 40', '1.1.2. Kultura', 'str. 15', '16/40', '17 | Strona'), ['1.1.1 Sport dla wszystkich i każdego', '1.1.2 Kultura']],
    ['a page number after a form feed is not an age', under('1.1.1. Opieka do lat', '\f12', 'trzech'), ['1.1.1 Opieka do lat trzech']],
    ['a form feed before a heading', under('1.1.1. Sport', '12\f1.1.2. Kultura'), ['1.1.1 Sport', '1.1.2 Kultura']],
    ['a header row at each page', under('1.1.1. Sport', 'Cele operacyjne  Zadania realizacyjne', 'dla wszystkich', 'Cele operacyjne', 'Zadania realizacyjne', '1.1.2. Kultura', 'Cele', 'operacyjne', 'Zadania', 'realizacyjne', 'LP. | CEL OPERACYJNY | ZADANIA'), ['1.1.1 Sport dla wszystkich', '1.1.2 Kultura']],
    ['small words after a header row are the title', under('1.1.1. Prowadzenie', 'Cele operacyjne Zadania realizacyjne', 'działania'), ['1.1.1 Prowadzenie działania']],
    ['a small „zadania” is the title', under('1.1.1. Wspólne', 'zadania'), ['1.1.1 Wspólne zadania']],
    ['a caption repeated', `Tabela 2. Zadania do\ncelów operacyjnych\n${under('1.1.1. Sport', '\fTabela 2. Zadania do celów', 'operacyjnych (cd.)', 'dla wszystkich', 'Tabela 2 (cd.)', '1.1.2. Kultura', 'Tabela 2. Zadania do celów operacyjnych', 'i nauka')}`, ['1.1.1 Sport dla wszystkich', '1.1.2 Kultura i nauka']],
    ['a repeated caption in three lines', `Tabela 2. Zadania do celów\noperacyjnych\n${under('1.1.1. Sport', 'Tabela 2. Zadania', 'do celów', 'operacyjnych – ciąg dalszy', 'i nauka')}`, ['1.1.1 Sport i nauka']],
    ['a repeated caption cut short', `Tabela 2. Zadania dla miasta\n${under('1.1.1. Sport', 'Tabela 2. Zadania', '1.1.2. Nauka', 'dla miasta')}`, ['1.1.1 Sport', '1.1.2 Nauka dla miasta']],
    ['a repeated caption of an excerpt', under('1.1.1. Sport', 'Tabela 2. Zadania (cd.)', 'i nauka'), ['1.1.1 Sport i nauka']],
    ['a caption only named again', under('1.1.1. Sport', 'Ciąg dalszy tabeli 2', 'i', 'cd. tabeli 2.', 'nauka'), ['1.1.1 Sport i nauka']],
    ['years are not page numbers', under('1.1.1. Program', '– 2028 –', '2028/2029'), ['1.1.1 Program – 2028 – 2028/2029']],
    ['a caption with a blank line inside', `Tab. 3: Zadania do\n\ncelów\n\n${under('1.1.1. Sport')}`, ['1.1.1 Sport']],
    ['headings repeated at a next page', under('1.1.1. Sport', ' OBSZAR SPOŁECZNY', 'Cel strategiczny 1 – Toruń', '1.1. Rozwój (cd.)', '1.1.2. Kultura'), ['1.1.1 Sport', '1.1.2 Kultura']],
    ['the area alone repeated', under('1.1.1. Sport', 'Obszar społeczny', '1.1.2. Kultura'), ['1.1.1 Sport', '1.1.2 Kultura']],
    ['the strategic goal alone repeated', under('1.1.1. Sport', 'Cel strategiczny 1: Toruń', '1.1.2. Kultura'), ['1.1.1 Sport', '1.1.2 Kultura']],
    ['a title that begins with a number', under('1.1.1. 3 lata bez barier', '1.1.2. 2. edycja', '1.1.3. 1.1.5 jako wzór'), ['1.1.1 3 lata bez barier', '1.1.2 2. edycja', '1.1.3 1.1.5 jako wzór']],
    ['numbers inside and at wrapped lines', under('1.1.1. Opieka do lat 3', '1.1.2. Plan na rok', '2028', '1.1.3. Budowa do', '2028 roku za', '3 lata, za', '1.5 mln zł i', '1.500.000 zł od', '12.05.2030 r. z zadaniem 1.1.5 w tle'), ['1.1.1 Opieka do lat 3', '1.1.2 Plan na rok 2028', '1.1.3 Budowa do 2028 roku za 3 lata, za 1.5 mln zł i 1.500.000 zł od 12.05.2030 r. z zadaniem 1.1.5 w tle']],
    ['„obszar” and „cel strategiczny” in a sentence', under('1.1.1. Wspólny', 'obszar miasta i', 'cel strategiczny 1 gminy'), ['1.1.1 Wspólny obszar miasta i cel strategiczny 1 gminy']],
    ['a table row with its cells parted by tabs', under('1.1.1. Sport').replace('Rozwój\n', 'Rozwój\t'), ['1.1.1 Sport']],
    ['exactly 1,000 characters', under(`1.1.1. ${'ż'.repeat(1000)}`), [`1.1.1 ${'ż'.repeat(1000)}`]],
  ])('%s', (_, text, tasks) => expect(read(text)).toEqual({ titles: [...titles, ...tasks], warnings: [] }))

  test.each([
    ['Cel strategiczny 2. Toruń'],
    ['CEL STRATEGICZNY 2: Toruń'],
    ['Cel strategiczny 2 – Toruń'],
    ['Cel strategiczny nr 2 Toruń'],
    ['Cel Strategiczny II. Toruń'],
    ['Cel strategiczny 2:\n\nToruń'],
  ])('%j', (goal) => expect(read(`Obszar A\nCel strategiczny 1: X\n1.1. Y\n1.1.1. Z\n${goal}\nCel operacyjny 2.1: R\n2.1.1. S`)).toEqual({ titles: ['Obszar A', '1 X', '1.1 Y', '1.1.1 Z', '2 Toruń', '2.1 R', '2.1.1 S'], warnings: [] }))

  test('several areas, numbers going on across them, every heading wrapped', () => {
    const text = 'Tabela 1. Pierwsza\nczęść\nObszar społeczny\n\ni kulturalny\nCel strategiczny 1: Toruń\natrakcyjny\n1.1. Rozwój\nludzi\n1.1.1. Sport\n1.2. Nauka\n1.2.1. Szkoły\nTabela 2. Druga\nczęść\nOBSZAR II. GOSPODARKA\nCel strategiczny 2: Praca\n2.1. Firmy\n2.1.1. Targi'
    expect(read(text)).toEqual({ titles: ['Obszar społeczny i kulturalny', '1 Toruń atrakcyjny', '1.1 Rozwój ludzi', '1.1.1 Sport', '1.2 Nauka', '1.2.1 Szkoły', 'OBSZAR II. GOSPODARKA', '2 Praca', '2.1 Firmy', '2.1.1 Targi'], warnings: [] })
  })
})

describe('odd documents, read with a warning', () => {
  test.each<[string, string[], string[], string[]]>([
    ['gaps', ['1.1.2. A', '1.1.6. B'], ['1.1.2 A', '1.1.6 B'], ['Line 4: before 1.1.2, 1.1.1 is missing.', 'Line 5: before 1.1.6, 1.1.3–1.1.5 is missing.']],
    ['disorder', ['1.1.2. A', '1.1.1. B'], ['1.1.1 B', '1.1.2 A'], ['Line 5: 1.1.1 comes after 1.1.2; it was put in its place by number.']],
    ['a goal gone on with after the next', ['1.1.1. A', '1.2. N', '1.2.1. C', '1.1.2. B', '1.1.3. D'], ['1.1.1 A', '1.1.2 B', '1.1.3 D', '1.2 N', '1.2.1 C'], ['Line 7: 1.1.2 comes after 1.2; it was put in its place by number.']],
    ['a goal without tasks', ['1.1.1. A', '1.2. N'], ['1.1.1 A', '1.2 N'], ['Line 5: operational goal 1.2 has no tasks.']],
    ['a leading zero', ['1.01.1. A'], ['1.1.1 A'], ['Line 4: 1.01.1 was read as 1.1.1.']],
    ['a number that ends an unfinished title', ['1.1.1. Opieka do lat', '3'], ['1.1.1 Opieka do lat 3'], ['Line 5: the number 3 was read as part of the title of task 1.1.1, not as a page number.']],
    ['a number that begins a title', ['1.1.1.', '3', 'lata bez barier'], ['1.1.1 3 lata bez barier'], ['Line 5: the number 3 was read as part of the title of task 1.1.1, not as a page number.']],
    ['a number between two lines of a title', ['1.1.1. Sport i', '12', 'nauka'], ['1.1.1 Sport i nauka'], ['Line 5: the number 12 was taken for a page number, and left out of the title of task 1.1.1.']],
    ['a code mentioned at the start of a line', ['1.1.1. A', '1.1.2. Dalszy ciąg zadania', '1.1.1 w szkołach'], ['1.1.1 A', '1.1.2 Dalszy ciąg zadania 1.1.1 w szkołach'], ['Line 6: “1.1.1 w szkołach” looks like a heading, but was read as part of the title of task 1.1.2.']],
    ['a time at the start of a line', ['1.1.1. Zajęcia codziennie', '7.30 rano'], ['1.1.1 Zajęcia codziennie 7.30 rano'], ['Line 5: “7.30 rano” looks like a heading, but was read as part of the title of task 1.1.1.']],
    ['two columns run into one line', ['1.1.1. A 1.1.2. B'], ['1.1.1 A 1.1.2. B'], ['Line 4: “1.1.1. A 1.1.2. B” looks like a heading, but was read as part of the title of task 1.1.1.']],
    ['a chapter after the table', ['1.1.1. A', 'Rozdział 5'], ['1.1.1 A Rozdział 5'], ['Line 5: “Rozdział 5” looks like a heading, but was read as part of the title of task 1.1.1.']],
    ['a page header', ['1.1.1. A', 'Strategia Rozwoju Miasta Torunia', '1.1.2. B', 'Strategia Rozwoju Miasta Torunia'], ['1.1.1 A Strategia Rozwoju Miasta Torunia', '1.1.2 B Strategia Rozwoju Miasta Torunia'], ['Line 7: “Strategia Rozwoju Miasta Torunia” was read as part of the title of task 1.1.2, but is on line 5 too; if it is a page header, take it out.']],
    ['text after a source note', ['1.1.1. A', 'Źródło: opracowanie własne.', '', 'Dalej opis', 'i opis'], ['1.1.1 A'], ['Line 7: “Dalej opis” and what follows it, up to the next heading, was left out: it comes after a caption or a source note.']],
    ['text after a new caption', ['1.1.1. A', 'Tabela 2. Zadania', 'dla miasta', '1.1.2. B'], ['1.1.1 A', '1.1.2 B'], ['Line 6: “dla miasta” and what follows it, up to the next heading, was left out: it comes after a caption or a source note.']],
  ])('%s', (_, lines, tasks, warnings) => expect(read(under(...lines))).toEqual({ titles: [...titles, ...tasks], warnings }))
})

describe('broken documents import nothing and name the line', () => {
  test.each<[string, string, string[]]>([
    ['empty', '', ['Line 1: the document ends without a single task, so there is nothing to import.']],
    ['only headings', under(), ['Line 3: the document ends without a single task, so there is nothing to import.']],
    ['only a caption', 'Tabela 2. Zadania\n\n', ['Line 3: the document ends without a single task, so there is nothing to import.']],
    ['text before the first heading', `Tabela 2. Zadania\n\nUchwała Rady\n\nMiasta\n${under('1.1.1. A')}`, ['Line 3: “Uchwała Rady” stands before the first area.']],
    ['a task without its goal', under('1.1.1. A', '1.2.1. B'), ['Line 5: task 1.2.1 has no operational goal 1.2 above it.']],
    ['a task first', '1.1.1. A', ['Line 1: task 1.1.1 has no operational goal 1.1 above it.']],
    ['a task right under another strategic goal', under('1.1.1. A', 'Cel strategiczny 2: B', '1.1.2. C'), ['Line 6: task 1.1.2 stands under strategic goal 2, not under its operational goal 1.1.']],
    ['a task right under another area', under('1.1.1. A', 'Obszar gospodarczy', '1.1.2. C'), ['Line 6: task 1.1.2 stands under area “Obszar gospodarczy”, not under its operational goal 1.1.']],
    ['a strategic goal without an area', 'Cel strategiczny 1: T\n1.1. R\n1.1.1. A', ['Line 1: strategic goal 1 has no area above it.']],
    ['an operational goal without a strategic goal', 'Obszar A\n1.1. R\n1.1.1. A', ['Line 2: operational goal 1.1 has no strategic goal 1 above it.']],
    ['an operational goal under another strategic goal', 'Obszar A\nCel strategiczny 2: T\n1.1. R\n1.1.1. A', ['Line 3: operational goal 1.1 stands under strategic goal 2.']],
    ['the same in small letters', 'Obszar A\nCel strategiczny 2: T\n1.1 rozwój\n1.1.1 sport', ['Line 3: operational goal 1.1 stands under strategic goal 2.']],
    ['a code twice', under('1.1.1. A', '1.1.1. A', '1.1.01 B'), ['Line 5: task 1.1.1 is already on line 4.', 'Line 6: task 1.1.1 is already on line 4.']],
    ['a code twice in small letters', under('1.1.1 sport', '1.1.1 kultura'), ['Line 5: task 1.1.1 is already on line 4.']],
    ['a goal again with another title', under('1.1.1. A', '1.1. Inny', '1.1.2. B'), ['Line 5: operational goal 1.1 is “Inny” here but “Rozwój” on line 3.']],
    ['a strategic goal in two areas', under('1.1.1. A', 'Obszar B', 'Cel strategiczny 1: Toruń', '1.2. X', '1.2.1. Y'), ['Line 6: strategic goal 1 is already on line 2.']],
    ['no title', under('1.1.1.', '1.1.2. –', '1.1.3. C'), ['Line 4: task 1.1.1 has no title.', 'Line 5: task 1.1.2 has no title.']],
    ['an area without a name', 'Obszar\nCel strategiczny 1: T\n1.1. R\n1.1.1. A', ['Line 1: area “Obszar” has no title.']],
    ['a title too long', under(`1.1.1. ${'ż '.repeat(501)}`), ['Line 4: the title of task 1.1.1 has 1001 characters, more than 1000.']],
    ['a level below a task', under('1.1.1. A', '1.1.1.1. B', 'i dalej'), ['Line 5: 1.1.1.1 is a level below a task; only areas, goals and tasks can be imported.']],
    ['a letter in a code', under('1.1.1. A', '1.1.1a. B'), ['Line 5: the number of “1.1.1a. B” cannot be read.']],
    ['a zero in a code', under('1.1.0. A'), ['Line 4: the number of “1.1.0. A” cannot be read.']],
    ['a Roman numeral in a code', under('1.1.1. A', 'I.1.2. B'), ['Line 5: the number of “I.1.2. B” cannot be read.']],
    ['a goal without a number', under('1.1.1. A', 'Cel strategiczny: B', 'Cel operacyjny: C'), ['Line 5: the number of “Cel strategiczny: B” cannot be read.', 'Line 6: the number of “Cel operacyjny: C” cannot be read.']],
    ['damaged letters', under('1.1.1. A', 'Spo\ufffdeczny'), ['Line 5: a letter was damaged by an earlier conversion: “Spo\ufffdeczny”.']],
    ['all problems, by line, with CRLF', under('1.2.1. A', '1.1.1.', '', '1.1.1. B', '1.1.2a. C', '1.3.1. D').replaceAll('\n', '\r\n'), ['Line 4: task 1.2.1 has no operational goal 1.2 above it.', 'Line 5: task 1.1.1 has no title.', 'Line 7: task 1.1.1 is already on line 5.', 'Line 8: the number of “1.1.2a. C” cannot be read.', 'Line 9: task 1.3.1 has no operational goal 1.3 above it.']],
    ['10 MB', `${under('1.1.1. A')}\n${'\n'.repeat(10_000_000)}`, ['Line 1999941: the document is longer than 2000000 characters; give only the table of areas, goals and tasks.']],
  ])('%s', (_, text, problems) => expect(read(text)).toEqual({ problems }))

  test('at most 20 problems are told', () => {
    expect(read(under(...Array.from({ length: 50 }, (_, n) => `1.2.${n + 1}. A`))).problems).toHaveLength(20)
  })
})

test.each([
  ['words on one line', under(`1.1.1. ${'słowo '.repeat(320_000)}`)],
  ['wrapped words', under(`1.1.1. ${`${'słowo '.repeat(12)}\n`.repeat(26_000)}`)],
  ['one long word', under(`1.1.1. ${'ż'.repeat(1_900_000)}`)],
  ['spaces', under(`1.1.1. a${' '.repeat(1_900_000)}b`)],
  ['tabs', under(`1.1.1. a${'\t'.repeat(1_900_000)}b`)],
  ['digits and dots', under(`1.1.1. A\n${'1.'.repeat(900_000)}`)],
  ['hyphens', under(`1.1.1. A\n${'- '.repeat(900_000)}`)],
  ['areas', Array.from({ length: 100_000 }, (_, n) => `Obszar ${n}\n`).join('')],
])('2 MB of %s take time linear in the text', (_, text) => {
  const started = performance.now()
  readOutline(text)
  expect(performance.now() - started).toBeLessThan(3000)
})

// ---- Any outline, printed any way, reads back the same ------------------------------------------------------------

const word = fc.constantFrom('edukacja', 'sportowo-rekreacyjnych', 'NGO', 'i', 'w', 'do', 'lat', '2028', '(CSR)', 'Miejskiej', 'świetlic', '–', 'komunikacji-', '„Toruń”', 'obszar', 'cel', 'zadania', 'źródło')
const title = fc.tuple(fc.constantFrom('Wspieranie', 'Żłobki', 'Łączenie', '3 lata', '„Ślad”'), fc.array(word, { maxLength: 12 })).map(([first, rest]) => [first, ...rest, 'mieszkańców'].join(' '))
const many = <T>(item: fc.Arbitrary<T>, maxLength: number) => fc.array(item, { minLength: 1, maxLength })
const shape = many(many(many(many(title, 12), 3), 2), 3)
const chances = fc.infiniteStream(fc.nat(99))
const ends = fc.constantFrom('\n', '\r\n', '\r')
const dots = fc.constantFrom('. ', ' ', '.\n')
const spaces = fc.constantFrom(' ', '  ', '\u00a0', ' \t')
const furniture = ['', '', ' ', '\f', '\n12', '- 7 -', 'Strona 3 z 9', 'Cele operacyjne Zadania realizacyjne ', 'Cele operacyjne\nZadania realizacyjne', 'Tabela 2. Zadania do celów (cd.)', 'Tabela 2. Zadania do\ncelów']

test('any outline, however it is wrapped and paged, reads back the same', () => {
  fc.assert(
    fc.property(shape, chances, ends, dots, spaces, (areas, stream, end, dot, space) => {
      const chance = () => stream.next().value ?? 0
      const wrap = (text: string) => text.replace(/ /g, () => (chance() < 25 ? ` \n${chance() < 30 ? `${furniture[chance() % furniture.length]}\n` : ''}` : chance() < 20 ? space : ' ')).replace(/(?<=\p{L})-(?=\p{L})/gu, () => (chance() < 40 ? '-\n' : '-'))
      const expected: string[] = []
      const printed = ['Tabela 2. Zadania do celów ']
      const print = (code: string, prefix: string, text: string) => {
        expected.push(code === '' ? text : `${code} ${text}`)
        printed.push(prefix + wrap(text), chance() < 30 ? (furniture[chance() % furniture.length] ?? '') : ' ')
      }
      let strategic = 0
      areas.forEach((goals, area) => {
        print('', '', `Obszar społeczny nr ${area + 1}a`)
        for (const operational of goals) {
          print(`${++strategic}`, `Cel strategiczny ${strategic}: `, 'Toruń miastem pracy')
          operational.forEach((tasks, goal) => {
            const code = `${strategic}.${goal + 1}`
            print(code, code + dot, 'Rozwój kapitału ludzkiego')
            tasks.forEach((text, task) => print(`${code}.${task + 1}`, `${code}.${task + 1}${dot}`, text))
          })
        }
      })
      const reading = readOutline(printed.join('\n').replaceAll('\n', end))
      expect(reading.ok ? flat(reading.outline) : reading.problems.map(sentence)).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
