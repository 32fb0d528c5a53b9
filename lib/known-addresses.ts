import type { pageOf } from './addresses'
import { isClauseVersion } from './clauses'
import { isSlug, isUuid } from './ids'
import { districts } from './organisations/districts'
import { fieldsOfWork } from './organisations/fields-of-work'
import { organisationExists } from './organisations/queries'
import { partnerCallExists } from './partnership/queries'
import { proposalExists } from './proposals/queries/published'
import { remembered } from './remember'
import { reportExists } from './results/queries'
import { taskExists } from './strategy/queries'
import { taskCode, taskOrders } from './strategy/rules'
import { tag } from './tags'
import { volunteerCallExists } from './volunteering/queries/public'
import { getQuestion } from './voting/queries'

type Found = NonNullable<ReturnType<typeof pageOf>>

const askers: Partial<Record<Found['page'], { tags: string[]; parameter: string; ask: (value: string) => Promise<boolean> | boolean }>> = {
  task: { tags: [tag.strategy], parameter: 'code', ask: (code) => taskCode.test(code) && taskExists(null, code) },
  tasksBy: { tags: [], parameter: 'order', ask: (order) => (taskOrders as readonly string[]).includes(order) },
  proposal: { tags: [tag.proposals], parameter: 'slug', ask: (slug) => isSlug(slug) && proposalExists(null, slug) },
  proposalResults: { tags: [tag.proposals], parameter: 'slug', ask: (slug) => isSlug(slug) && reportExists(null, slug) },
  question: { tags: [], parameter: 'question', ask: async (id) => isUuid(id) && !!(await getQuestion(null, id)) },
  clause: { tags: [], parameter: 'version', ask: isClauseVersion },
  networkIn: { tags: [], parameter: 'field', ask: (code) => fieldsOfWork.some((field) => field.code === code) },
  partnerCall: { tags: [tag.network], parameter: 'call', ask: (id) => partnerCallExists(null, id) },
  volunteeringIn: { tags: [], parameter: 'district', ask: (code) => Object.hasOwn(districts, code) },
  volunteerCall: { tags: [tag.volunteering], parameter: 'call', ask: (id) => volunteerCallExists(null, id) },
  organisation: { tags: [tag.organisations], parameter: 'slug', ask: (slug) => isSlug(slug) && organisationExists(null, slug) },
}

/** Whether there is something at an address whose page is kept; other addresses are for their pages to answer. */
export async function addressExists({ page, parameters }: Found): Promise<boolean> {
  const asker = askers[page]
  if (!asker) return true
  const value = parameters[asker.parameter] ?? ''
  return !!(await remembered(`${page} ${value}`, asker.tags, async () => (await asker.ask(value)) || null))
}
