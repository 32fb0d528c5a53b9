import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { addresses } from './lib/addresses'
import { config } from './proxy'

// What types leave open: that there is one door, and that everything goes through it.

const sources = ['lib', 'app'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts')),
)
const read = (path: string) => readFileSync(path, 'utf8')
const isPart = (part: string) => (path: string) => new RegExp(`^lib/\\w+/${part}(/.+)?\\.ts$`).test(path)
const valuesExported = (source: string) => [...source.matchAll(/^export (?!type|interface)(?:async )?(\w+) (\w+)([^\n]*)/gm)].map(([, kind, name, rest]) => ({ kind, name: name!, rest: rest! }))

describe('every change goes through the door', () => {
  test.each(sources.filter(isPart('commands')))('%s exports only commands', (path) => {
    const exported = valuesExported(read(path))
    expect(exported.length).toBeGreaterThan(0)
    expect(exported.filter(({ kind, rest }) => kind !== 'const' || !rest.startsWith(' = command(')).map(({ name }) => name)).toEqual([])
  })

  test.each(sources.filter(isPart('actions')))('%s exports only actions', (path) => {
    const source = read(path)
    expect(source.startsWith("'use server'")).toBe(true)
    expect(valuesExported(source).filter(({ kind, rest }) => kind !== 'const' || !rest.startsWith(' = action(')).map(({ name }) => name)).toEqual([])
  })

  test('nobody else makes server actions', () => {
    expect(sources.filter((path) => !isPart('actions')(path) && /['"]use server['"]/.test(read(path)))).toEqual([])
  })

  test('pages and components do not write', () => {
    const writes = /\b(db|tx)\s*\.(insert|update|delete|transaction)\b/
    expect(sources.filter((path) => path.startsWith('app/') && writes.test(read(path)))).toEqual([])
  })
})

test.each(sources.filter(isPart('queries')))('%s asks first who is looking', (path) => {
  const functions = [...read(path).matchAll(/^export (?:async function (\w+)|const (\w+) = (?:async )?)\(\s*(\w*)/gm)]
  expect(functions.length).toBeGreaterThan(0)
  expect(functions.filter(([, , , first]) => !/^_?viewer$/.test(first!)).map(([, a, b]) => a ?? b)).toEqual([])
})

test('the verifier of the ledger shares nothing with the site', () => {
  const files = readdirSync('scripts').filter((name) => /^verify.*\.ts$/.test(name) && !name.endsWith('.test.ts'))
  expect(files.length).toBeGreaterThan(2)
  const imported = files.flatMap((name) => [...read(join('scripts', name)).matchAll(/(?:from|import\() ?'([^']+)'/g)].map(([, path]) => path!))
  expect(imported.filter((path) => !/^(node:.+|canonicalize|\.\/verify-[\w-]+)$/.test(path))).toEqual([])
})

test('no file has a name that says nothing', () => {
  expect(sources.filter((path) => /^(index|utils|helpers|types|constants|service)\.tsx?$/.test(basename(path)))).toEqual([])
})

test('what is shown is text: no markup of anybody’s is trusted, no query is glued together', () => {
  expect(sources.filter((path) => /dangerouslySetInnerHTML|innerHTML|sql\.raw\(|sql\.identifier\(/.test(read(path)))).toEqual([])
})

test('the server asks one address outside by itself: the register', () => {
  // Components ask the site itself, from the browser; the sign-in route asks it for a page, at an address that nobody else makes.
  const asks = /\bfetch\(|node:https?'/
  expect(sources.filter((path) => !path.startsWith('app/_components/') && asks.test(read(path)))).toEqual(['lib/organisations/register.ts', 'app/api/auth/[...nextauth]/route.ts'])
})

test('kept pages read nothing of a request', () => {
  const ofTheRequest = /next\/headers|searchParams|currentViewer|connection\(\)/
  expect(sources.filter((path) => path.startsWith('app/kept/') && ofTheRequest.test(read(path)))).toEqual([])
})

test('the proxy sees every fresh page and every kept page with a parameter', () => {
  const matchers = config.matcher.filter((matcher): matcher is string => typeof matcher === 'string').map((path) => new RegExp(`^${path.replace('/:path+', '/.+').replace('/:path*', '(/.+)?')}$`))
  const unseen = Object.values(addresses)
    .flatMap(({ lives, pl, en }) => [pl, en].map((path) => ({ lives, path })))
    .filter(({ lives, path }) => (lives === 'fresh' || path.includes(':')) && !matchers.some((matcher) => matcher.test(path)))
  expect(unseen).toEqual([])
})

test('every reader of a kept page tells since when it has read', () => {
  const readers = sources.filter((path) => path.startsWith('app/kept/')).flatMap((path) => [...read(path).matchAll(/'use cache'\n((?:.*\n){3})/g)].map(([, body]) => ({ path, body: body! })))
  expect(readers.length).toBeGreaterThan(5)
  expect(readers.filter(({ body }) => !/^\s*keep(UntilTouched|ForAMinute)\(/.test(body) && !body.includes('env.origin')).map(({ path }) => path)).toEqual([])
})

// Tables lead to each other in circles, which holds only while none asks another for something as it is being loaded.
test.each(sources.filter((path) => /^lib\/(\w+\/)?[\w-]*tables\.ts$/.test(path)))('%s can be loaded before all others', async (path) => {
  vi.resetModules()
  expect(Object.values(await import(/* @vite-ignore */ `${import.meta.dirname}/${path}`)).length).toBeGreaterThan(0)
})
