import { linkLives } from './accounts/queries'
import type { pageOf } from './addresses'
import { getInvitation } from './organisations/queries/team'

type Found = NonNullable<ReturnType<typeof pageOf>>
type Ask = (parameters: Record<string, string>, query: URLSearchParams) => Promise<boolean>

/** Pages that a mailed link of one use opens, and how each knows that the link is used or over. */
const askers: Partial<Record<Found['page'], Ask>> = {
  confirmSignIn: async (_, query) => query.has('token') && query.has('email') && !(await linkLives(null, { token: query.get('token')!, email: query.get('email')! })),
  invitation: async ({ token }) => ((await getInvitation(null, decodeURIComponent(token ?? '')))?.state ?? 'open') !== 'open',
}

/** Whether an address is that of a link which is used or over: its page says so, and what to do (security.md 2.2: 410). */
export const linkIsGone = async ({ page, parameters }: Found, query: URLSearchParams): Promise<boolean> => (await askers[page]?.(parameters, query)) ?? false
