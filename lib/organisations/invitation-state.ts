import { sql } from 'drizzle-orm'
import { organisationInvitations as invitations } from './tables'
import type { InvitationState } from './team'

/** How an invitation stands, by the database's clock. */
export const invitationState = sql<InvitationState>`case when ${invitations.acceptedAt} is not null then 'accepted' when ${invitations.withdrawnAt} is not null then 'withdrawn' when ${invitations.expiresAt} <= now() then 'expired' else 'open' end`
