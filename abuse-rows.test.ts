import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// Every kind of abuse that touches text, voting, files and rights has its tests, found by the row of security.md at the head of their names.

/** How many tests, or groups of them, name a row: whoever takes one away says so here. */
const rows: Record<string, number> = {
  A03: 8, A04: 9, A05: 3, A06: 6, A07: 6, A08: 6, A09: 2, A10: 1, A11: 5, A12: 1, A13: 2, A14: 6, A15: 4, A16: 8, A17: 7, A18: 2, A19: 4, A20: 5, A21: 1, A22: 5, A23: 1, A24: 1, A25: 2, A26: 2, A27: 1, A28: 3, A29: 2, A30: 1, A31: 2, A32: 1, A33: 3, A34: 14, A35: 3, A36: 7, A37: 8, A38: 3, A39: 5, A40: 8, A41: 4, A42: 1, A43: 2, A44: 3, A45: 1, A46: 1, A47: 3, A48: 9, A49: 3, A50: 9, A51: 2, A52: 7, A53: 2, A54: 3, A55: 3, A56: 1, A57: 1, A58: 3, A59: 3, A60: 5, A61: 1, A62: 3, A63: 1, A64: 5, A65: 2,
}

const tests = ['.', ...['lib', 'app', 'e2e'].flatMap((folder) => [folder, ...readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => `${parentPath}/${name}`)])]
  .flatMap((folder) => readdirSync(folder).filter((name) => /\.(test|spec)\.ts$/.test(name)).map((name) => readFileSync(`${folder}/${name}`, 'utf8')))

test('no row has lost a test', () => {
  const found: Record<string, number> = {}
  for (const source of tests) {
    for (const [, ids] of source.matchAll(/(?:test|describe|\))\S*?\(['`]((?:A\d\d(?:, )?)+):/g)) for (const id of ids!.split(', ')) if (id in rows) found[id] = (found[id] ?? 0) + 1
  }
  expect(found).toEqual(rows)
})
