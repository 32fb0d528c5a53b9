import { randomInt } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { z } from 'zod'
import { scenes } from '../../every-command.scenes'
import type { Command } from '../../lib/command'
import { client } from '../../lib/db'
import { confirmOrganisation, registerOrganisation } from '../../lib/organisations/commands'
import { deleteAccount } from '../../lib/privacy/commands'
import type { Field } from './actions'
import { sessionOf, theCast } from './cast'

// Run by changing.spec.ts: for each command that is named, its scene of every-command.scenes.ts as a form would send it,
// with a session for whoever can do it; and a cast that has nothing to do with any of them.

type Shape = { oneOf?: Shape[]; properties?: Record<string, { const?: unknown; enum?: unknown[] }> }
const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((path) => /^\w+\/commands(\/.+)?\.ts$/.test(path))
const commands: Record<string, Command<'person', unknown>> = Object.assign({}, ...(await Promise.all(files.map((path) => import(/* @vite-ignore */ `../../lib/${path}`)))))

/** What tells the first shape of a command from its others: `kind`, `step`. */
function fixedOf({ input }: Command<'person', unknown>): Record<string, string> {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape
  const { properties = {} } = schema.oneOf?.[0] ?? schema
  return Object.fromEntries(['kind', 'step'].flatMap((name) => {
    const only = properties[name]?.const ?? properties[name]?.enum?.[0]
    return only === undefined ? [] : [[name, String(only)]]
  }))
}

/** As a form names them: `lines.0.points`. */
async function fieldsOf(value: unknown, name = ''): Promise<Field[]> {
  if (value === undefined || value === null) return []
  if (value instanceof File) return [[name, { fileName: value.name, base64: Buffer.from(await value.arrayBuffer()).toString('base64') }]]
  if (typeof value !== 'object') return [[name, String(value)]]
  return (await Promise.all(Object.entries(value).map(([inner, each]) => fieldsOf(each, name ? `${name}.${inner}` : inner)))).flat()
}

const cast = await theCast((what) => what.replaceAll(/[^a-z]/g, '') + [...crypto.randomUUID().replaceAll(/[^a-f]/g, '')].join(''))
const { id: organisationId } = await registerOrganisation(cast.stranger, { name: `Krąg ${crypto.randomUUID().replaceAll(/[^a-f]/g, '')}`, legalForm: 'parish', krs: '', nip: '', regon: '', seat: 'Toruń', about: 'Rzeka.', contactEmail: 'biuro@example.org', contactPhone: '' })
await confirmOrganisation(cast.moderator, { id: organisationId })
await deleteAccount(cast.erased, { sure: 'yes' })

const set = async (name: string) => {
  const fixed = fixedOf(commands[name]!)
  const { actor, input } = await scenes[name]!(fixed)
  if (name === 'adoptCriteria') Object.assign(input, { validFrom: new Date(Date.now() + randomInt(310, 360) * 86_400_000).toISOString().slice(0, 10) }) // Other tests adopt for nearer days.
  return [name, { session: actor && (await sessionOf(actor.id)), fields: await fieldsOf({ ...input, ...fixed }) }] as const
}
const all: [string, unknown][] = []
for (const name of process.argv.slice(2)) all.push([...(await set(name))]) // One after the other: some look at all that is there.
console.log(JSON.stringify({ sessions: Object.fromEntries(Object.entries(cast).map(([role, { session }]) => [role, session])), scenes: Object.fromEntries(all) }))
await client.end()
