import { expect, test } from 'vitest'
import { z } from 'zod'
import { toCsv } from './csv'

const record = z.strictObject({ name: z.string().nullable(), votes: z.strictObject({ for: z.int() }), tasks: z.array(z.string()) })
const row = (name: string | null) => ({ name, votes: { for: 3 }, tasks: ['1.1.9', '1.1.10'] })

test('a row of names, then a row each; inner fields by their path', () => {
  expect(toCsv(record, [row('Ala'), row(null)], ',')).toBe('name,votes.for,tasks\r\nAla,3,1.1.9 1.1.10\r\n,3,1.1.9 1.1.10\r\n')
})

test('nothing to give is still a table', () => {
  expect(toCsv(record, [], ',')).toBe('name,votes.for,tasks\r\n')
})

test.each(['=HYPERLINK("http://zly.example")', '+48 600', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠A1'])('A13: %j is no formula', (name) => {
  const [, line] = toCsv(record, [row(name)], ',').split(/\r\n(?=['"])/)
  expect(line?.replace(/^"/, '')).toMatch(/^'/)
})

test.each(['a,b', 'a;b', 'powiedziała „tak” i "nie"', 'dwa\nwiersze', 'dwa\rwiersze', 'zażółć', ' odstęp '])('%j comes back as it was', (name) => {
  for (const separator of [',', ';'] as const) expect(parse(toCsv(record, [row(name)], separator), separator)[1]![0]).toBe(name)
})

test('for a Polish Excel: semicolons and the byte order mark', () => {
  expect(toCsv(record, [row('Ala')], ';')).toBe('\uFEFFname;votes.for;tasks\r\nAla;3;1.1.9 1.1.10\r\n')
})

/** RFC 4180, read back. */
function parse(csv: string, separator: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < csv.length; at++) {
    const sign = csv[at]!
    const row = rows.at(-1)!
    if (quoted && sign === '"' && csv[at + 1] === '"') row.push(row.pop() + csv[++at]!)
    else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === separator) row.push('')
    else if (!quoted && sign === '\r' && csv[at + 1] === '\n') {
      at++
      rows.push([''])
    } else row.push(row.pop() + sign)
  }
  return rows
}
