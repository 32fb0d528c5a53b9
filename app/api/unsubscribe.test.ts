import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { signed } from '@/lib/accounts/signed'
import { db } from '@/lib/db'
import { setDeskSettings } from '@/lib/moderation/commands/desk'
import { deskSettings } from '@/lib/moderation/desk-tables'
import { getDeskSettings } from '@/lib/moderation/queries/desk'
import { stopSummaryAtOnce } from '@/lib/moderation/summary-link'
import { deleteAccount } from '@/lib/privacy/commands'
import { aPerson } from '@/lib/testing'
import { GET, POST } from './unsubscribe/[token]/route'

const contextOf = (token: string) => ({ params: Promise.resolve({ token }) })
/** As mail programs call it: no cookie, no page of ours. */
const press = (token: string, body = 'List-Unsubscribe=One-Click') => POST(new Request('https://glos.example/api/unsubscribe/x', { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }), contextOf(token))
const tokenOf = (link: string) => decodeURIComponent(link.split('/').at(-1)!)

test('RFC 8058: one press, without signing in, switches the daily summary off and nothing else', async () => {
  const moderator = await aPerson({ roles: ['moderator'] })
  await setDeskSettings(moderator, { summary: 'yes' })
  const token = tokenOf(stopSummaryAtOnce(moderator.id))
  expect((await press(token)).status).toBe(200)
  expect(await getDeskSettings(moderator)).toEqual({ keys: false, summary: false })
  expect((await press(token)).status).toBe(200)
})

test('looking changes nothing, nor does another form: programs that look into mails press no buttons', async () => {
  const moderator = await aPerson({ roles: ['moderator'] })
  const token = tokenOf(stopSummaryAtOnce(moderator.id))
  const seen = await GET(new Request('https://glos.example/api/unsubscribe/x'), contextOf(token))
  expect([seen.status, decodeURIComponent(seen.headers.get('location')!)]).toEqual([303, `/wypisz/${token}`])
  for (const body of ['', 'a=b', 'List-Unsubscribe=Yes']) expect((await press(token, body)).status).toBe(400)
  expect(await db.$count(deskSettings, eq(deskSettings.personId, moderator.id))).toBe(0)
})

test('a link that is not ours, for something else, of nobody or of somebody who left is none', async () => {
  const moderator = await aPerson({ roles: ['moderator'] })
  await deleteAccount(moderator, { sure: 'yes' })
  const other = await aPerson()
  for (const token of ['x', other.id, `${other.id}~${'a'.repeat(43)}`, signed('statement', other.id), signed('unsubscribe', moderator.id)]) expect((await press(token)).status, token).toBe(404)
  for (let tries = 0; tries < 40; tries++) await press('x')
  expect((await press('x')).status).toBe(429)
})
