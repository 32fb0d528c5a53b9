import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { temporaryFolder } from '../scripts/temporary-folder'
import { signIn, someone, theDatabase } from './people'

const sql = theDatabase()

/** What `npm run verify` says, from a process of its own. */
function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/tool.mjs', 'verify', ...args], { encoding: 'utf8', timeout: 60_000 })
  return { status, said: stdout + stderr }
}

test('anyone can verify the ledger of the running site, and a saved part of it that was changed', async ({ page, request }) => {
  test.slow()
  const { path: folder, remove } = temporaryFolder('ledger')
  await signIn(page, someone('ledger'), 'Głosująca')
  await page.goto('/zadania/1.1.3')
  for (const [choice, said] of [['Za', 'Twój głos: Za.'], ['Przeciw', 'Twój głos: Przeciw.']] as const) {
    await page.getByRole('button', { name: choice, exact: true }).click()
    await expect(page.getByText(said).first()).toBeVisible()
  }

  await page.goto('/otwarte-dane')
  await page.getByRole('link', { name: 'Rejestr zdarzeń, który każdy może sprawdzić' }).click()
  await expect(page.getByText(`npm run verify -- ${process.env.GLOS_TEST_SITE}`)).toBeVisible()
  const checkpoint = await page.getByRole('link', { name: /\(JSON\)$/ }).first().getAttribute('href')
  const kept = join(folder, 'kept.json')
  const answer = await request.get(checkpoint!)
  expect(answer.headers()['content-type']).toContain('application/json')
  writeFileSync(kept, await answer.body())

  // The last events are sealed within seconds.
  await expect.poll(() => verify(process.env.GLOS_TEST_SITE!, '--checkpoint', kept), { timeout: 60_000 }).toMatchObject({ status: 0, said: expect.stringContaining('Everything agrees.') })

  const lines = await (await request.get('/otwarte-dane/ledger/1.jsonl')).text()
  for (const secret of ['Głosująca', 'against', 'example.org']) expect(lines).not.toContain(secret)
  const saved = join(folder, 'saved.jsonl')
  writeFileSync(saved, lines.replace('"name":"person.joined"', '"name":"person.joinad"'))
  expect(verify(saved)).toMatchObject({ status: 1, said: expect.stringMatching(/WRONG: Line \d+ does not follow/) })
  remove()
})

test('files that are not there are not found', async ({ request }) => {
  for (const path of ['ledger/0.jsonl', 'ledger/999.jsonl', 'ledger/x', 'checkpoints/2026-02-30.json', 'checkpoints/1999-01-01.json', 'checkpoints/nothing.json']) expect((await request.get(`/otwarte-dane/${path}`)).status(), path).toBe(404)
})

test('the site has a role of its own, and says how far the ledger lags', async ({ request }) => {
  const roles = await sql`select distinct usename from pg_stat_activity where application_name = 'glos page cache'`
  expect(roles).toContainEqual({ usename: 'glos_app' }) // Instances that other specs start beside it come as the owner.
  expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ok', secondsUnsealed: expect.any(Number) })
})
