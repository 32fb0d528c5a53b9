import { readdirSync } from 'node:fs'
import { getTableColumns, getTableName, isTable } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Command } from './lib/command'

// What can be sent to a command, told from its schema alone: nothing that the server has to say.

type Schema = { properties?: Record<string, Schema>; items?: Schema; additionalProperties?: Schema | boolean; anyOf?: Schema[]; oneOf?: Schema[] }
const modules = async <Value>(pattern: RegExp) => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter((path) => pattern.test(path))
  return Object.assign({}, ...(await Promise.all(files.map((path) => import(/* @vite-ignore */ `${import.meta.dirname}/lib/${path}`))))) as Record<string, Value>
}
const commands = Object.entries(await modules<Command<'person', unknown>>(/^\w+\/commands(\/.+)?\.ts$/))
const tables = Object.values(await modules<unknown>(/^(\w+\/)?tables\.ts$/)).filter((value) => isTable(value))

const within = ({ properties, items, additionalProperties, anyOf, oneOf }: Schema): Schema[] => [...Object.values(properties ?? {}), ...(items ? [items] : []), ...(typeof additionalProperties === 'object' ? [additionalProperties] : []), ...(anyOf ?? []), ...(oneOf ?? [])]
const everySchema = (schema: Schema): Schema[] => [schema, ...within(schema).flatMap(everySchema)]
const schemaOf = ({ input }: Command<'person', unknown>) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema

/** Whose word these columns are is decided by the server; what is listed may be sent there, since sending it is what the command is about. */
const serversOwn = /(^|_)(role|roles|level|state|status|outcome|weight|official|stratum|verified|confirmed|ledger_key|erased|suspended_until)$|_at$|(author|person|reporter|moderator|created|entered|confirmed|decided|assigned|saved|sent|uploaded|invited|granted|freed|closed|ended|noted|removed|prepared|published)_?(by)?_id$/
const sentOnPurpose: Record<string, string[]> = {
  giveRole: ['role'],
  takeRole: ['role'],
  inviteMember: ['role'],
  changeRole: ['role', 'personId'],
  handOver: ['personId'],
  removeMember: ['personId'],
  assignAssessor: ['personId'],
  openVolunteerCall: ['role'], // What is to be done there, in words.
  changeVolunteerCall: ['role'],
  prepareDecision: ['outcome'],
  answerBallotAppeal: ['outcome'],
  askAboutTask: ['closesAt', 'opensAt'],
  recordRegisterCheck: ['outcome', 'status'], // The register's word, asked for by the system alone.
  answerAppeal: ['outcome'],
  sanctionPerson: ['personId'],
  raiseFlag: ['firstAt', 'lastAt'], // These two are the system's alone too.
  summariseDesk: ['personId'],
}
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

describe('A22: what the server says is not for others to send', () => {
  test.each(commands)('%s takes what it names and nothing else, at every depth', (_, command) => {
    const open = everySchema(schemaOf(command)).filter(({ properties, additionalProperties }) => properties && additionalProperties !== false)
    expect(open).toEqual([])
  })

  test.each(commands)('%s names nothing that the server decides', (name, command) => {
    const named = new Set(everySchema(schemaOf(command)).flatMap(({ properties }) => Object.keys(properties ?? {})))
    expect([...named].filter((field) => serversOwn.test(snake(field))).toSorted()).toEqual((sentOnPurpose[name] ?? []).toSorted())
  })

  test('the columns that this is about are those of the tables', () => {
    const decided = tables.flatMap((table) => Object.keys(getTableColumns(table)).map((column) => `${getTableName(table)}.${column}`)).filter((column) => serversOwn.test(snake(column.split('.')[1]!)))
    expect(tables.length).toBeGreaterThan(30)
    expect(decided).toEqual(expect.arrayContaining(['comments.authorId', 'comments.official', 'comments.hiddenAt', 'people.verifiedResidentAt', 'people.suspendedUntil', 'proposals.state', 'ballots.personId', 'ballots.stratum', 'role_grants.role', 'organisations.confirmedById', 'decisions.moderatorId']))
  })
})
