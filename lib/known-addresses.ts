import type { pageOf } from './addresses'
import { organisationExists } from './organisations/queries'
import { proposalExists } from './proposals/queries/published'
import { taskExists } from './strategy/queries'
import { taskCode, taskOrders } from './strategy/rules'
import { freshSince, now } from './tag-clock.mjs'
import { tag } from './tags'

type Found = NonNullable<ReturnType<typeof pageOf>>

/** What was found there, and when; forgotten when a tag of it is touched. What is not there is not remembered, so nobody can fill the memory. */
const known = new Map<string, number>()

const askers: Partial<Record<Found['page'], { tags: string[]; parameter: string; ask: (value: string) => Promise<boolean> | boolean }>> = {
  task: { tags: [tag.strategy], parameter: 'code', ask: (code) => taskCode.test(code) && taskExists(null, code) },
  tasksBy: { tags: [], parameter: 'order', ask: (order) => (taskOrders as readonly string[]).includes(order) },
  proposal: { tags: [tag.proposals], parameter: 'slug', ask: (slug) => slugLike.test(slug) && proposalExists(null, slug) },
  organisation: { tags: [tag.organisations], parameter: 'slug', ask: (slug) => slugLike.test(slug) && organisationExists(null, slug) },
}
const slugLike = /^[a-z0-9-]{1,100}$/

/** Whether there is something at an address whose page is kept; other addresses are for their pages to answer. */
export async function addressExists({ page, parameters }: Found): Promise<boolean> {
  const asker = askers[page]
  if (!asker) return true
  const value = parameters[asker.parameter] ?? ''
  const name = `${page} ${value}`
  const since = known.get(name)
  if (since !== undefined && freshSince(asker.tags, since)) return true
  const asked = now()
  const exists = await asker.ask(value)
  if (exists) known.set(name, asked)
  else known.delete(name)
  return exists
}
