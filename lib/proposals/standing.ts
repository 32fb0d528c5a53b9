import { sql } from 'drizzle-orm'
import type { Person } from '../person'
import { yearAtMost, type GrantYear } from './small-grants'

// Names are written out: in a query of one table Drizzle would leave out which table a column is of, also in subqueries.

/** Remarks to an offer (art. 19a) that the office has not answered: of anybody but the office and the organisation itself. */
export const remarksUnanswered = sql<number>`case when proposals.content ->> 'mode' = 'smallGrant' then (
  select count(*)::int from comments where comments.thread_id = proposals.thread_id and comments.state = 'shown' and comments.parent_id is null
  and not comments.official and comments.organisation_id is distinct from proposals.organisation_id
  and not exists (select from comments answer where answer.parent_id = comments.id and answer.official and answer.state = 'shown')
  and not exists (select from official_answers pointing join comments answer on answer.id = pointing.answer_id where pointing.comment_id = comments.id and answer.state = 'shown')) else 0 end`

/** Whether it is somebody's own: begun by them, or of an organisation they belong to, joint applicants included. */
export const isOwn = (person: Pick<Person, 'id'>) => sql<boolean>`is_own_proposal(proposals.id, ${person.id})`

const grantYear = () => sql<GrantYear | null>`case when proposals.content ->> 'mode' = 'smallGrant' then json_build_object(
  'year', left(proposals.content ->> 'from', 4),
  'grantedGrosze', small_grants_of_year(proposals.organisation_id, left(proposals.content ->> 'from', 4), proposals.id),
  'grantGrosze', (proposals.content #>> '{sources,grant}')::bigint,
  'atMostGrosze', ${yearAtMost()}::bigint) end`

/** How a proposal stands to a person, as columns of a query of `proposals`: what the table of moves asks about. */
export const standingColumns = (person: Person) => ({
  mode: sql<string>`coalesce(proposals.content ->> 'mode', 'idea')`,
  isPublic: sql<boolean>`proposals.published_at is not null`,
  overdue: sql<boolean>`coalesce(proposals.complete_by < (now() at time zone 'Europe/Warsaw')::date, false)`,
  // The time for remarks is the window of the thread; a thread that was closed otherwise takes none.
  remarksOpen: sql<boolean>`exists (select 1 from threads where threads.id = proposals.thread_id and threads.closes_at > now())`,
  remarksUnanswered,
  isOwn: isOwn(person),
  assessmentLacks: sql<'cards' | 'third' | null>`decision_waits_for(proposals.id)`,
  grantYear: grantYear(),
  rejectedByThem: sql<boolean>`(exists (select 1 from proposal_moves as moved where moved.proposal_id = proposals.id and moved."to" = 'rejected' and moved.by_id = ${person.id})
    or exists (select 1 from proposal_decisions as decided where decided.proposal_id = proposals.id and decided.outcome = 'rejected' and decided.published_at is not null and ${person.id} in (decided.prepared_by_id, decided.published_by_id)))`,
})
