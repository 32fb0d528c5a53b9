import { readdirSync } from 'node:fs'
import { eq, sql, type SQL } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { scenes } from '../../every-command.scenes'
import { people } from '../accounts/tables'
import type { Command } from '../command'
import { db } from '../db'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { aPerson } from '../testing'
import { deleteAccount } from './commands'
import { collect } from './copy/parts'
import { aboutPeople } from './erasure'
import { notPersonal, personalColumns } from './records'

// Everything is looked through, and everybody is erased, so this file has a database of its own.
await vi.hoisted(async () => (await import('../../scripts/own-database')).ownDatabase('forgetting'))

const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((path) => /^\w+\/commands(\/.+)?\.ts$/.test(path))
const commands = Object.entries(Object.assign({}, ...(await Promise.all(files.map((path) => import(/* @vite-ignore */ `${process.cwd()}/lib/${path}`))))) as Record<string, Command<'person', unknown>>).filter(([name]) => name in scenes)

type Path = (string | number)[]
type Schema = { properties?: Record<string, Schema>; oneOf?: { properties: Record<string, { const?: string }> }[] }
const schemaOf = (command: Command<'person', unknown>) => z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as Schema
/** What tells one shape of a command from the others. */
const kindsOf = (schema: Schema): Record<string, string>[] =>
  schema.oneOf?.map(({ properties }) => Object.fromEntries(Object.entries(properties).flatMap(([name, { const: only }]) => (only ? [[name, only]] : [])))) ?? [{}]
/** Every place of an input where a text is sent, and every field that was left out. */
const textsIn = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'string' ? [path]
  : Array.isArray(value) ? value.flatMap((each, at) => textsIn(each, [...path, at]))
  : value && typeof value === 'object' && !(value instanceof File) ? Object.entries(value).flatMap(([name, inner]) => textsIn(inner, [...path, name])) : []
function withText(input: unknown, [step, ...rest]: Path, text: string): unknown {
  if (step === undefined) return text
  if (Array.isArray(input)) return input.map((each, at) => (at === step ? withText(each, rest, text) : each))
  return { ...(input as object), [step]: withText((input as Record<string, unknown>)[step], rest, text) }
}

let met = 0
/** Letters only, so that it is a word wherever it stands. */
const aMark = () => [...String(1000 + met++)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('')

/** Does something as somebody who writes their name and address where a text is taken. @returns who, and whether it was taken */
async function leaveATrace(name: string, command: Command<'person', unknown>, fixed: Record<string, string>, path: Path): Promise<{ who: Person; mark: string; taken: boolean } | null> {
  const { actor, input } = await scenes[name]!(fixed)
  if (actor?.roles.includes('system')) return null
  const mark = aMark()
  const own = { name: `Ala kanarek${mark}`, email: `wrobel${mark}@example.org`, emailCanonical: `wrobel${mark}@example.org` }
  const who = actor ?? (await aPerson())
  await db.update(people).set(own).where(eq(people.id, who.id))
  for (const text of [`${own.name}, ${own.email}`, own.email, own.name]) {
    try {
      await command(actor as Person, withText({ ...input, ...fixed }, path, text))
      return { who, mark, taken: true }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return { who, mark, taken: false }
}
const copyOf = async ({ id }: Person) => {
  const [whose] = await db.select({ id: people.id, emailCanonical: people.emailCanonical, ledgerKey: people.ledgerKey }).from(people).where(eq(people.id, id))
  const { account: _, ...parts } = await db.transaction((tx) => collect(tx, whose!, 'pl'))
  return parts
}
/** Columns where a text is found. */
const placesOf = async (types: string[], matches: (text: SQL) => SQL) =>
  (await db.execute<{ place: string }>(sql.join(
    (await columns(types)).map(({ table, column }) => sql`select distinct ${`${table}.${column}`} as place from ${sql.identifier(table)} t where ${matches(sql`t.${sql.identifier(column)}::text`)}`), sql` union all `))).map(({ place }) => place)

/** Mail to others names people until it is sent: records.ts. */
const untilSent = ['outbox.subject', 'outbox.body']
/** Said on paper by somebody else than the clerk who types it. */
const othersWords = ['enterPaperVoice.body', 'enterPaperVoice.signature']

/** Writes nothing of oneself: said before signing in, about somebody else, or on a paper of an organisation's or the office's. */
const notOneself = [
  'askForLink', 'keepDraft', 'chooseName', 'signOut', 'verifyResidence',
  'giveRole', 'takeRole', 'reportWithoutAccount', 'reportIllegal', 'appealByLink', 'appealAsReporter', 'decideOnComment', 'decideOnPublication', 'decideInBulk', 'sanctionPerson', 'liftSanction', 'answerAppeal', 'answerBallotAppeal', 'dismissFlag', 'proposeInvalidation', 'proposeRestoring', 'shareNetwork', 'lockThread', 'unlockThread', 'refuseOrganisation', 'removeVolunteer', 'writeToVolunteers', 'cancelVolunteerShift', 'closeVolunteerCall',
  'registerOrganisation', 'updateProfile', 'startProposal', 'attachFile', 'describeFile', 'answerPartnerRequest', 'endPartnership',
  'askAboutTask', 'enterPaperVoice', 'enterPaperBatch', 'confirmPaperBatch', 'freeAssessor', 'saveCard', 'adoptCriteria', 'forwardToDepartment', 'returnFromDepartment', 'prepareDecision',
]

const columns = async (types: string[]) =>
  (await db.execute<{ table: string; column: string }>(sql`
    select c.table_name as table, c.column_name as column from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ${types}`)).filter(({ table }) => !(table in notPersonal))

test('after everybody who did all that can be done is erased, neither name, address nor key is anywhere but where we say so', { timeout: 300_000 }, async () => {
  const gone: string[] = []
  const through = new Set<string>()
  const [unshown, others] = [new Set<string>(), new Set<string>()]
  for (const [name, command] of commands) {
    const schema = schemaOf(command)
    for (const fixed of kindsOf(schema)) {
      const { input } = await scenes[name]!(fixed)
      const left = Object.keys(schema.properties ?? {}).filter((field) => !(field in (input as object)))
      for (const path of [...textsIn(input), ...left.map((field) => [field])].filter((path) => !othersWords.includes(`${name}.${path.join('.')}`))) {
        const trace = await leaveATrace(name, command, fixed, path)
        if (!trace) continue
        if (trace.taken) through.add(`${name}.${path.join('.')}`)
        const [row] = await db.select({ erasedAt: people.erasedAt }).from(people).where(eq(people.id, trace.who.id))
        if (!row!.erasedAt) {
          const copy = JSON.stringify(await copyOf(trace.who))
          if (trace.taken && !copy.includes(trace.mark)) unshown.add(`${name}.${path.join('.')}`)
          for (const [other] of copy.matchAll(/Ala z Bydgoskiego|[\w-]{30,}@example.org/g)) others.add(`${name}: ${other.slice(-17)}`)
        }
        if (!row!.erasedAt) await deleteAccount(trace.who, { sure: 'yes' })
        gone.push(trace.who.id)
      }
    }
  }
  // What was written is in their copy, and nobody else's name or address.
  expect([...unshown].map((field) => field.split('.')[0]!).filter((name) => !notOneself.includes(name)).sort()).toEqual([])
  expect([...others]).toEqual([])
  expect(through.size).toBeGreaterThan(60) // Fields that take a name or an address: else nothing was tried.

  const kept = Object.entries(personalColumns).filter(([, { erased }]) => erased === 'kept').map(([column]) => column)
  const texts = ['text', 'character varying', 'jsonb', 'ARRAY', 'tsvector']
  const addresses = await placesOf(texts, (text) => sql`${text} ilike '%wrobel%'`)
  expect(addresses.filter((place) => !kept.includes(place)).sort()).toEqual([])
  const names = await placesOf(texts, (text) => sql`${text} ilike '%kanarek%'`)
  expect(names.filter((place) => ![...kept, ...untilSent].includes(place)).sort()).toEqual([])

  // Their row has no name and no address any more; what stays points to it.
  const keys = await placesOf(['uuid', 'text', 'character varying', 'jsonb'], (text) => sql`${text} ~ ${gone.join('|')}`)
  const stays = Object.entries(aboutPeople).filter(([, { erased }]) => erased === 'kept').map(([column]) => column)
  expect(keys.filter((place) => !['people.id', 'comments.author_id', 'volunteer_sign_ups.person_id', ...stays].includes(place)).sort()).toEqual([])
})
