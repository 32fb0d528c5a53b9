import { sql } from 'drizzle-orm'
import { threads } from '../discussion/tables'
import type { Person } from '../person'
import { proposalDecisions, proposalMoves, proposals } from './tables'

/** Today on the city's calendar. */
export const cityToday = sql`(now() at time zone 'Europe/Warsaw')::date`

/** How a proposal stands to a person, as columns of a query of `proposals`: what the table of moves asks about. */
export const standingColumns = (person: Person) => ({
  mode: sql<string>`coalesce(${proposals.content} ->> 'mode', 'idea')`,
  isPublic: sql<boolean>`${proposals.publishedAt} is not null`,
  overdue: sql<boolean>`coalesce(${proposals.completeBy} < ${cityToday}, false)`,
  // A thread with an end is one for remarks; others stay open.
  remarksOpen: sql<boolean>`exists (select 1 from ${threads} where ${threads.id} = ${proposals.threadId} and ${threads.closesAt} > now())`,
  rejectedByThem: sql<boolean>`(exists (select 1 from ${proposalMoves} where ${proposalMoves.proposalId} = ${proposals.id} and ${proposalMoves.to} = 'rejected' and ${proposalMoves.byId} = ${person.id})
    or exists (select 1 from ${proposalDecisions} where ${proposalDecisions.proposalId} = ${proposals.id} and ${proposalDecisions.outcome} = 'rejected' and ${proposalDecisions.publishedAt} is not null and ${person.id} in (${proposalDecisions.preparedById}, ${proposalDecisions.publishedById})))`,
})
