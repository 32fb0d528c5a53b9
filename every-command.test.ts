import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { scenes, type Scene } from './every-command.scenes'
import type { Command } from './lib/command'
import { db } from './lib/db'
import { naughty } from './lib/naughty'
import { Refusal } from './lib/refusal'
import { canonLine, canonText } from './lib/text'

// Questions are counted by whoever looks first, so this file has a database of its own.
await vi.hoisted(async () => (await import('./scripts/own-database')).ownDatabase('every_command'))

// Everything that can be sent to a command, taken from its schema: a new command is here by itself, and needs a scene.

type Asked = Command<'person', unknown>
const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((path) => /^\w+\/commands(\/.+)?\.ts$/.test(path))
/** Imports are for the whole database; what a document may hold is in lib/strategy/outline.test.ts. */
const elsewhere = ['importStrategy']
const commands = (await Promise.all(files.map(async (path) => Object.entries((await import(/* @vite-ignore */ `${import.meta.dirname}/lib/${path}`)) as Record<string, Asked>)))).flat().filter(([name]) => !elsewhere.includes(name))

type Schema = { type?: string; const?: unknown; enum?: unknown[]; properties?: Record<string, Schema>; items?: Schema; additionalProperties?: Schema | false; anyOf?: Schema[]; oneOf?: Schema[] }
type Path = (string | number)[]

/** The shapes that a command takes: one, or one for each kind. */
const shapesOf = ({ input }: Asked): Schema[] => {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema
  return schema.oneOf ?? [schema]
}
/** What tells a shape from the others. */
const fixedIn = ({ properties = {} }: Schema) => Object.fromEntries(Object.entries(properties).flatMap(([name, { const: only, enum: some }]) => (['kind', 'step'].includes(name) && (only ?? some) ? [[name, only ?? some![0]]] : [])))
/** Every place in a shape where something single is sent. */
function leavesOf(schema: Schema, path: Path = []): Path[] {
  if (schema.properties) return Object.entries(schema.properties).flatMap(([name, inner]) => leavesOf(inner, [...path, name]))
  if (schema.items) return leavesOf(schema.items, [...path, 0])
  if (schema.additionalProperties) return leavesOf(schema.additionalProperties, [...path, 'x'])
  return [path]
}
function withValue(input: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (typeof step === 'number') return [withValue((input as unknown[] | undefined)?.[step], rest, value)]
  const into = typeof input === 'object' && input !== null && !Array.isArray(input) ? input : {}
  return { ...into, [step]: withValue((into as Record<string, unknown>)[step], rest, value) }
}

const cases = commands.flatMap(([name, command]) => shapesOf(command).map((shape) => ({ name, command, shape, title: [name, ...Object.values(fixedIn(shape))].join(' ') })))
const set = async (name: string, shape: Schema): Promise<Scene> => {
  const scene = scenes[name]
  if (!scene) throw new Error(`every-command.scenes.ts must say with what ${name} works.`)
  const { actor, input } = await scene(fixedIn(shape) as Record<string, string>)
  return { actor, input: { ...input, ...fixedIn(shape) } }
}
const outcome = ({ actor, input }: Scene, command: Asked) =>
  command(actor as never, input).then(() => 'done' as const, (error: unknown) => {
    if (error instanceof Refusal) return error.kind
    throw new Error(`${inspect(input).slice(0, 400)} is a fault`, { cause: error })
  })

/** Anything else than being done or refused for a reason is a fault of ours, which `outcome` throws. */
const answers = ['done', 'invalid', 'missing', 'forbidden', 'conflict', 'too-many']

describe.each(cases)('$title', { timeout: 120_000 }, ({ name, command, shape }) => {
  test('A16, A22: is done in its scene, and takes nothing that is not of its shape', async () => {
    const scene = await set(name, shape)
    const input = scene.input as Record<string, unknown>
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, n]))
    const foreign = [null, undefined, 7, 'x', [], [[]], deep, many, { ...input, ledgerKey: 'x' }, { ...input, authorId: randomUUID() }, { ...input, ['__proto__']: { role: 'admin' } }, JSON.parse(`{"__proto__":{"role":"admin"},"x":1}`)]
    for (const sent of foreign) expect(await outcome({ ...scene, input: sent }, command), inspect(sent)).toBe('invalid')
    expect(await outcome(scene, command)).toBe('done')
    expect(({} as { role?: string }).role).toBeUndefined()
  })

  const leaves = leavesOf(shape).filter((path) => path.length)
  if (!leaves.length) return
  test('A03, A04, A07, A08, A11, A14: whatever is written is kept in its one form, or refused with a reason', async () => {
    for (const path of leaves) {
      const marker = `q${randomUUID().slice(0, 8)}q`
      const sent: string[] = []
      let scene = await set(name, shape)
      for (const text of naughty) {
        const value = text + marker
        const ask = () => outcome({ ...scene, input: withValue(scene.input, path, value) }, command)
        let answer = await ask()
        if (!['done', 'invalid'].includes(answer)) {
          scene = await set(name, shape) // Done before, or too often.
          answer = await ask()
        }
        expect(answers, `${path.join('.')} ${inspect(text)}`).toContain(answer)
        if (answer === 'done') sent.push(value)
      }
      if (sent.length) await checkKept(marker, sent)
    }
  })

  test('A15: four times as much takes about four times as long', async () => {
    const { input } = await set(name, shape)
    const time = (path: Path, text: string) => {
      const sent = withValue(input, path, text)
      return Math.min(...[1, 2, 3].map(() => {
        const began = performance.now()
        command.input.safeParse(sent)
        return performance.now() - began
      }))
    }
    for (const path of leaves) {
      for (const unit of ['a', ' ', '1', '-', '.', '\n', ' \n', 'a ', 'ul. A', '@', 'a.', '\u0301', '\u200d', '👩\u200d', 'https://', '<', '0 1-']) {
        const [few, many] = [10_000, 40_000].map((length) => `${unit.repeat(Math.ceil(length / unit.length))}!`) as [string, string]
        const [short, long] = [time(path, few), time(path, many)]
        // What takes little cannot be measured on a busy machine, and need not.
        expect(long < 100 ? 4 : long / short, `${path.join('.')}: ${JSON.stringify(unit)} ${short} → ${long} ms`).toBeLessThan(10)
      }
    }
  })

  test('A16, A17: numbers of no kind, lists and objects for single values are refused, or read as what they are', async () => {
    let scene = await set(name, shape)
    for (const path of leaves) {
      for (const value of [['a', 'b'], [[]], {}, { a: 1 }, Number.NaN, Infinity, -0, -1, 1.5, 2 ** 53, 1e300, true, null, '1e3', ' 1 ', '0x10', 'a'.repeat(100_000)]) {
        const answer = await outcome({ ...scene, input: withValue(scene.input, path, value) }, command)
        expect(answers, `${path.join('.')} ${inspect(value)}`).toContain(answer)
        if (answer !== 'invalid') scene = await set(name, shape)
      }
    }
  })
})

/** Looks through the whole database for what was sent under a mark: it is there in one of its forms, and in no other. */
async function checkKept(marker: string, sent: readonly string[]) {
  const columns = await db.execute<{ table: string; column: string }>(sql`
    select c.table_name as table, c.column_name as column from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb', 'ARRAY') and c.table_name not in ('used_words', 'limits')`)
  const forms = new Set(sent.flatMap((text) => [canonText(text), canonLine(text), ...canonText(text).split('\n').map(canonLine)]).flatMap((form) => [form, form.toLowerCase()]))
  const each = columns.map(({ table, column }) => sql`select ${`${table}.${column}`} as place, to_jsonb(t.${sql.identifier(column)}) as value from ${sql.identifier(table)} t where t.${sql.identifier(column)}::text like ${`%${marker}%`}`)
  const found = await db.execute<{ place: string; value: unknown }>(sql.join(each, sql` union all `))
  for (const { place, value } of found) {
    const kept = textsIn(value).filter((text) => text.includes(marker))
    const wrong = kept.filter((text) => (place.startsWith('outbox.') ? ![...forms].some((form) => text.includes(form)) : place.endsWith('.slug') ? !/^[a-z0-9-]+$/.test(text) : !forms.has(text)))
    expect(wrong, place).toEqual([])
  }
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)]) : []
