import { readFile, writeFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../../scripts/own-database'

// The strategy is one for the whole database, so this file has a database of its own.
const here = async () => ({
  ...(await import('./import-file')),
  ...(await import('./queries')),
  ...(await import('../voting/commands')),
  ...(await import('../discussion/commands/comments')),
  ...(await import('../voting/queries')),
  ...(await import('../accounts/people')),
  ...(await import('./commands')),
  ...(await import('../testing')),
})
let app: Awaited<ReturnType<typeof here>>
let folder: string
const bundled = 'lib/strategy/torun/torun-tabela-2.txt'

beforeAll(async () => {
  await ownDatabase('strategy_test')
  app = await here()
  folder = await mkdtemp(join(tmpdir(), 'glos-strategy-'))
})

async function importText(change: (text: string) => string, dryRun = false) {
  const path = join(folder, `${Math.random()}.txt`)
  await writeFile(path, change(await readFile(bundled, 'utf8')))
  return app.importFile(path, { dryRun })
}
const kinds = (report: Awaited<ReturnType<typeof importText>>) => (report.ok ? report.changes.filter(({ kind }) => kind !== 'title-translated').map(({ kind, code }) => `${kind} ${code}`) : report)

test('the adopted strategy, letter by letter and in order; again it changes nothing', async () => {
  await app.importBundledStrategy()
  const { tasks } = await app.getStrategy(null, 'pl')
  expect(tasks.map(({ code, title }) => ({ code, title: title.adopted }))).toEqual(JSON.parse(await readFile('lib/strategy/torun/titles.json', 'utf8')))
  expect(await app.importFile(bundled, { dryRun: false })).toMatchObject({ ok: true, changes: [], tasks: 26 })
  expect((await app.getTask(null, 'en', '1.1.18'))!.title).toMatchObject({ lang: 'en', adopted: 'Promocja i upowszechnianie idei wolontariatu' })
})

test('a dry run tells and changes nothing', async () => {
  const report = await importText((text) => text.replace('1.1.3. Wspieranie rozwoju', '1.1.3. Rozwijanie'), true)
  expect(kinds(report)).toEqual(['task-renamed 1.1.3'])
  expect((await app.getTask(null, 'pl', '1.1.3'))!.title.adopted).toBe('Wspieranie rozwoju edukacji pozaformalnej')
})

test('a changed title keeps thread and votes, and is recorded', async () => {
  const person = await app.aPerson()
  const before = (await app.getTask(null, 'pl', '1.1.3'))!
  await app.castBallot(person, { questionId: before.questionId, choice: 'for' })
  await importText((text) => text.replace('1.1.3. Wspieranie rozwoju', '1.1.3. Rozwijanie'))
  const after = (await app.getTask(null, 'pl', '1.1.3'))!
  expect(after).toMatchObject({ threadId: before.threadId, questionId: before.questionId, title: { adopted: 'Rozwijanie edukacji pozaformalnej' }, earlierTitles: [{ title: 'Wspieranie rozwoju edukacji pozaformalnej' }] })
  expect(await app.getTally(null, after.questionId)).toMatchObject({ choices: { for: 1 } })
})

test('a task that vanished stays readable and takes no new voices; one that returns takes them again', async () => {
  const person = await app.aPerson()
  const { threadId, questionId } = (await app.getTask(null, 'pl', '1.1.26'))!
  await app.postComment(person, { threadId, body: 'Zostanę.' })
  expect(kinds(await importText((text) => text.slice(0, text.indexOf('1.1.26.'))))).toContain('task-withdrawn 1.1.26')
  expect((await app.getTask(null, 'pl', '1.1.26'))!.withdrawnAt).not.toBeNull()
  await expect(app.postComment(person, { threadId, body: 'Za późno.' })).rejects.toMatchObject({ objection: { key: 'objection.taskWithdrawn' } })
  await expect(app.castBallot(person, { questionId, choice: 'for' })).rejects.toMatchObject({ objection: { key: 'objection.taskWithdrawn' } })
  expect(kinds(await app.importFile(bundled, { dryRun: false }))).toContain('task-reinstated 1.1.26')
  await app.castBallot(person, { questionId, choice: 'for' })
})

test('a broken document names the line and imports nothing', async () => {
  const before = JSON.stringify(await app.getStrategy(null, 'pl'))
  const report = await importText((text) => text.replace('1.1.7.', '1.2.7.'))
  expect(report).toMatchObject({ ok: false, problems: [{ problem: 'task-without-goal' }] })
  expect(JSON.stringify(await app.getStrategy(null, 'pl'))).toBe(before)
})

test('two imports at once are one after the other', async () => {
  const reports = await Promise.all([1, 2, 3].map(() => importText((text) => `${text}\n1.2. Nowy cel\n1.2.1. Nowe zadanie\n`)))
  expect(reports.map((report) => kinds(report)).filter((changes) => (changes as string[]).length)).toHaveLength(1)
})

test('a file that is not there is a sentence, not a fault', async () => {
  expect(await app.importFile('/nowhere.txt', { dryRun: false })).toMatchObject({ ok: false, refusal: '/nowhere.txt cannot be read (ENOENT).' })
})

test('only the installation imports', async () => {
  await expect(app.importStrategy(await app.aPerson({ roles: ['moderator'] }), { outline: { areas: [] }, translations: {} })).rejects.toMatchObject({ kind: 'forbidden' })
})
