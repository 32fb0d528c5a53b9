import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { withDatabase } from '../../scripts/database'
import { actions, becameAt, becameOf, callAction, postForm, postTo, type Action, type Field } from './actions'
import { ask, each, told } from './asking'
import { rights, routeForms, type Row } from './rights'
import { like, type Asker, type Session } from './roles'

// Every server action × everybody, called directly by its id, as React's client does and as a browser without JavaScript
// does: refused to whom it is not for (rights.ts), and done for whom it is, in its scene of every-command.scenes.ts.

type Scene = { session: Session | null; fields: Field[] }
/** A scene is good for one act: those that both an action and a route do are set twice. */
let staged: { sessions: Record<string, Session>; scenes: Record<string, Scene>; routes: Record<string, Scene> }
const site = () => process.env.GLOS_TEST_SITE!
const nameOf = ({ name }: Action) => name.replace(/Action$/, '')

test.beforeAll(async () => {
  test.setTimeout(120_000)
  await withDatabase(async () => {}) // Its settings are in the environment from here on.
  staged = { ...told<Omit<typeof staged, 'routes'>>('scenes.ts', ...actions().map(nameOf)), routes: told<typeof staged>('scenes.ts', ...Object.keys(routeForms)).scenes }
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
function mayAsk(row: Row, asker: Asker): boolean {
  const person = like(asker)
  if (typeof row !== 'string') return row.includes(person)
  return row === 'anyone' || (person !== 'nobody' && (row === 'all' || person !== 'suspended'))
}

/** The ways that once led past somebody's guard, and the plain ones. */
const ways: Record<string, (action: Action, fields: readonly Field[], session: Session | undefined) => ReturnType<typeof ask>> = {
  'as React calls it': (action, fields, session) => callAction(site(), action, fields, { session }),
  'without JavaScript': (action, fields, session) => postForm(site(), action, fields, { session }),
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
    for (const asker of cast.filter((each) => !mayAsk(rights[name]!, each))) {
      const right = like(asker) === 'nobody' ? 'sign in' : 'refused'
      const became = becameOf(await callAction(site(), action, fields, { session: staged.sessions[asker] }))
      if (became !== right) wrong.push(`${name} by ${asker}: ${became} instead of ${right}`)
      refusals++
    }
    const stranger = cast.find((each) => each !== 'suspended' && !mayAsk(rights[name]!, each) && like(each) !== 'nobody') ?? 'nobody'
    if (!mayAsk(rights[name]!, stranger)) for (const [way, take] of Object.entries(ways)) if (becameOf(await take(action, fields, staged.sessions[stranger])) === 'done') wrong.push(`${name} ${way} by ${stranger}: done`)
    const done = becameOf(await callAction(site(), action, fields, { session }))
    if (done !== 'done') wrong.push(`${name} in its scene: ${done}`)
  }, 6)
  expect(wrong).toEqual([])
  expect(refusals).toBeGreaterThan(400)
})

/** A reaction's button says in its name which comment it is about. */
const fieldsAt = (name: string, fields: readonly Field[]): readonly Field[] => {
  if (routeForms[name]!.at !== '/api/reactions') return [...(routeForms[name]!.fields ?? []), ...fields]
  const { commentId, revision = '1', kind = 'takeback' } = Object.fromEntries(fields) as Record<string, string>
  return [[`${commentId}.${revision}`, kind]]
}

test('A20: so it is with forms that post to a route', async () => {
  const commands = readdirSync('app/api', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('route.ts')).flatMap((path) => {
    const source = readFileSync(`app/api/${path}`, 'utf8')
    return source.includes('formRoute(') ? [...source.matchAll(/command: (\w+)|\? (\w+) : (\w+)\b/g)].flatMap(([, ...names]) => names.filter(Boolean)) : []
  })
  expect(commands.length).toBeGreaterThan(4)
  expect(Object.keys(routeForms)).toEqual(expect.arrayContaining(commands.filter((name) => name !== 'null')))
  const wrong: string[] = []
  await each(Object.entries(routeForms), async ([name, { at, who }]) => {
    const { session, fields } = staged.routes[name]!
    for (const asker of cast.filter((each) => !mayAsk(who, each))) {
      const right = like(asker) === 'nobody' ? 'sign in' : 'refused'
      const became = becameAt(await postTo(site(), at, fieldsAt(name, fields), staged.sessions[asker]))
      if (became !== right) wrong.push(`${name} by ${asker}: ${became} instead of ${right}`)
    }
    const done = becameAt(await postTo(site(), at, fieldsAt(name, fields), session))
    if (done !== 'done') wrong.push(`${name} in its scene: ${done}`)
  })
  expect(wrong).toEqual([])
})

test('what routes answer that only read by POST, or begin a round elsewhere', async () => {
  const post = (path: string, asker: Asker) => ask(site(), path, { session: staged.sessions[asker], method: 'POST', body: 'lipy', headers: { origin: site(), 'content-type': 'text/plain' } })
  for (const asker of cast) {
    const signedIn = like(asker) !== 'nobody'
    expect((await post('/api/proposals/similar', asker)).status, asker).toBe(signedIn ? 200 : 401)
    expect((await post(`/api/threads/${crypto.randomUUID()}/similar`, asker)).body, asker).toBe('{"items":[]}')
    expect((await post('/api/identity/start', asker)).status, asker).toBe(signedIn ? 200 : 303)
    expect((await ask(site(), `/api/volunteering/${crypto.randomUUID()}/certificate`, { session: staged.sessions[asker], method: 'POST', body: 'name=X', headers: { origin: site(), 'content-type': 'application/x-www-form-urlencoded' } })).status, asker).toBe(404)
  }
})
