import { sql, type SQL } from 'drizzle-orm'
import { dueInMicroseconds, longHours, queueKinds, type QueueKind } from './urgency'

/**
 * All that waits for a moderator, as rows of `kind`, `about` (which kind of content, where it is content), `id`, `since`, `long`,
 * `reports`, `rank` and `due`: one a case, in any order. One that is held and reported waits once, as held.
 */
export const waiting: SQL = sql`
  select waits.*, case kind when 'danger' then 0 else 1 end as rank, ${ofKind((kind) => dueInMicroseconds(kind, sql`since`, sql`reports`))} as due,
    since < now() - make_interval(hours => ${ofKind((kind) => sql`${longHours(kind)}::int`)}) as long
  from (
    select 'held' as kind, 'comment' as about, id, held_at as since, 1 as reports from comments where state = 'held'
    union all
    select case when bool_or(reports.urgent or reports.ground = 'illegal') then 'danger' else 'reports' end,
      case when comment_id is not null then 'comment' when proposal_id is not null then 'proposal' else 'organisation' end, content_id, min(reports.at), count(*)::int
    from reports left join comments on comments.id = comment_id where decision_id is null and comments.state is distinct from 'held' group by content_id, 2
    union all
    select 'appeals', null, id, at, 1 from appeals where decided_at is null
    union all
    select 'bans', null, person_id, proposed_at, 1 from ban_proposals join people on people.id = person_id where outcome is null and expires_at > now() and erased_at is null
    union all
    select 'bulk', null, id, proposed_at, 1 from bulk_decisions where outcome is null
    union all
    select 'organisations', null, id, registered_at, 1 from organisations where confirmed_at is null and refused_at is null
    union all
    select 'proposals', null, id, state_at, 1 from proposals where state = 'submitted'
  ) waits`

function ofKind(say: (kind: QueueKind) => SQL): SQL {
  return sql`case kind ${sql.join(queueKinds.map((kind) => sql`when ${kind} then ${say(kind)}`), sql` `)} end`
}
