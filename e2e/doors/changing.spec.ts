import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { withDatabase } from '../../scripts/database'
import { actions, becameOf, callAction, postForm, type Action, type Field } from './actions'
import { ask, each, told } from './asking'
import { rights } from './rights'
import { like, type Asker, type Session } from './roles'

// Every server action × everybody, called directly by its id, as React's client does and as a browser without JavaScript
// does: refused to whom it is not for (rights.ts), and done for whom it is, in its scene of every-command.scenes.ts.

type Scene = { session: Session | null; fields: Field[] }
let staged: { sessions: Record<string, Session>; scenes: Record<string, Scene> }
const site = () => process.env.GLOS_TEST_SITE!
const nameOf = ({ name }: Action) => name.replace(/Action$/, '')

test.beforeAll(async () => {
  test.setTimeout(120_000)
  await withDatabase(async () => {}) // Its settings are in the environment from here on.
  staged = told('scenes.ts', ...actions().map(nameOf))
})

test('every server action of the sources is in the build and has its row', () => {
  const written = readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((path) => /^\w+\/actions(\/.+)?\.ts$/.test(path))
    .flatMap((path) => [...readFileSync(`lib/${path}`, 'utf8').matchAll(/^export const (\w+)Action\b/gm)].map(([, name]) => name!))
  expect(written.length).toBeGreaterThan(80)
  expect(actions().map(nameOf).toSorted()).toEqual(written.toSorted())
  expect(Object.keys(rights).toSorted()).toEqual(written.toSorted())
})

const cast: Asker[] = ['nobody', 'former', 'erased', 'suspended', 'resident', 'stranger', 'official', 'coordinator', 'moderator', 'admin']
function mayAsk(name: string, asker: Asker): boolean {
  const row = rights[name]!
  const person = like(asker)
  if (typeof row !== 'string') return row.includes(person)
  return row === 'anyone' || (person !== 'nobody' && (row === 'all' || person !== 'suspended'))
}

/** The ways that once led past somebody's guard, and the plain ones. */
const ways: Record<string, (action: Action, fields: readonly Field[], session: Session | undefined) => ReturnType<typeof ask>> = {
  'as React calls it': (action, fields, session) => callAction(site(), action, fields, { session }),
  'without JavaScript': (action, fields, session) => postForm(site(), action, fields, { session }),
  'on another page': (action, fields, session) => callAction(site(), action, fields, { session, at: '/en' }),
  'as a subrequest': (action, fields, session) => callAction(site(), action, fields, { session, headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' } }),
}

test('each way in is one', async () => {
  const action = actions().find(({ name }) => name === 'chooseNameAction')!
  for (const [way, take] of Object.entries(ways)) expect(becameOf(await take(action, [['name', 'Sąsiadka z Wrzosów']], staged.sessions.resident)), way).toBe('done')
})

test('A20, A58, A59: whoever may not, is refused with words by every way in; whoever may, does it then', async () => {
  test.setTimeout(240_000)
  const wrong: string[] = []
  let refusals = 0
  await each(actions(), async (action) => {
    const name = nameOf(action)
    const { session, fields } = staged.scenes[name]!
    for (const asker of cast.filter((each) => !mayAsk(name, each))) {
      const right = like(asker) === 'nobody' ? 'sign in' : 'refused'
      const became = becameOf(await callAction(site(), action, fields, { session: staged.sessions[asker] }))
      if (became !== right) wrong.push(`${name} by ${asker}: ${became} instead of ${right}`)
      refusals++
    }
    const stranger = cast.find((each) => each !== 'suspended' && !mayAsk(name, each) && like(each) !== 'nobody') ?? 'nobody'
    if (!mayAsk(name, stranger)) for (const [way, take] of Object.entries(ways)) if (becameOf(await take(action, fields, staged.sessions[stranger])) === 'done') wrong.push(`${name} ${way} by ${stranger}: done`)
    const done = becameOf(await callAction(site(), action, fields, { session }))
    if (done !== 'done') wrong.push(`${name} in its scene: ${done}`)
  }, 6)
  expect(wrong).toEqual([])
  expect(refusals).toBeGreaterThan(400)
})
