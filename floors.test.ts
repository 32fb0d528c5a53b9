import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// The first versions without known advisories that matter here (reviewed 2026-11-22). Every copy in the lockfile counts.
const floors: Record<string, string> = {
  next: '16.4.6',
  react: '19.2.8',
  'react-dom': '19.2.8',
  'next-auth': '4.24.15',
  'drizzle-orm': '0.45.2',
  nodemailer: '9.1.1',
  'file-type': '21.3.2',
  sharp: '0.35.0',
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { version?: string; resolved?: string; license?: string; dev?: boolean; optional?: boolean }> }
const packages = Object.entries(lock.packages).filter(([path]) => path).map(([path, entry]) => ({ name: path.split('node_modules/').at(-1)!, ...entry }))

const atLeast = (version: string, floor: string) => {
  const [a, b] = [version, floor].map((text) => text.split(/[.-]/).map(Number))
  for (let part = 0; part < 3; part++) if (a![part] !== b![part]) return a![part]! > b![part]!
  return true
}

test.each(Object.entries(floors))('%s is at least %s, in every copy', (name, floor) => {
  const copies = packages.filter((entry) => entry.name === name)
  expect(copies.length).toBeGreaterThan(0)
  expect(copies.filter(({ version }) => !atLeast(version!, floor))).toEqual([])
})

test('the lockfile names no download addresses', () => {
  expect(packages.filter(({ resolved }) => resolved)).toEqual([])
})

test('the product holds only permissive licences', () => {
  const permissive = /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|OFL-1\.1|CC-BY-4\.0|CC0-1\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|PostgreSQL)\b/
  // sharp's image library is LGPL, and linked dynamically. png-js says MIT in its LICENSE file and nothing in its package.json.
  const known = /^(@img\/sharp|png-js$)/
  expect(packages.filter(({ name, license, dev }) => !dev && !known.test(name) && !permissive.test(license ?? '')).map(({ name, license }) => `${name}: ${license}`)).toEqual([])
})
