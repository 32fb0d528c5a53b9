import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { getOutcome } from '../lib/assessment/queries/outcome'
import { db } from '../lib/db'
import { organisations } from '../lib/organisations/tables'
import { partnerCalls, partnerRequests } from '../lib/partnership/tables'
import { proposalAppeals, proposals } from '../lib/proposals/tables'
import { resultReports } from '../lib/results/tables'
import { importBundledStrategy } from '../lib/strategy/import-file'
import { volunteerSignUps } from '../lib/volunteering/tables'

await vi.hoisted(async () => (await import('./own-database')).ownDatabase('demo_data'))

test('the demo shows a proposal in each state of its life, and the network at work', { timeout: 60_000 }, async () => {
  await importBundledStrategy()
  await (await import('./demo-data')).fillWithSamples()
  const states = await db.select({ state: proposals.state, mode: sql<string>`content ->> 'mode'`, id: proposals.id }).from(proposals)
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['draft', 'submitted', 'returned', 'published', 'rejected', 'accepted', 'inProgress', 'completed']))
  expect(new Set(states.map(({ mode }) => mode).filter(Boolean))).toEqual(new Set(['idea', 'smallGrant', 'openCall', 'localInitiative']))
  const [appeal] = await db.select().from(proposalAppeals)
  expect((await getOutcome(null, appeal!.proposalId))!.cards).toHaveLength(2)
  expect(await db.$count(resultReports, sql`content is not null`)).toBe(1)
  const [completed] = await db.select().from(proposals).where(eq(proposals.state, 'completed'))
  expect([completed!.publishedAt!.getTime() < Date.parse(completed!.content!.from), completed!.stateAt.getTime() > Date.parse(completed!.content!.to)]).toEqual([true, true])
  expect(await db.$count(organisations, sql`cardinality(fields_of_work) > 0`)).toBe(3)
  expect(await db.$count(partnerCalls)).toBe(2)
  expect(await db.$count(partnerRequests, eq(partnerRequests.accepted, true))).toBe(1)
  expect(await db.$count(volunteerSignUps, sql`confirmed_at is null`)).toBe(1)
})
