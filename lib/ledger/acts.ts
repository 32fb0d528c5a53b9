import { sql, type SQL } from 'drizzle-orm'

// Acts of voting as the ledger tells them: pieces of the queries that seal them and that bind checkpoints to them.

/** Events that wait for their line, each act of voting with its question; nulls in `committed_on` come last in order. */
export const waiting = sql`
  select events.*, unsealed.committed_on, case
      when events.name in ('ballot.cast', 'ballot.withdrawn') then events.subject::uuid
      when events.name = 'paper-batch.confirmed' then (select question_id from paper_batches where id = events.subject::uuid)
    end as question
  from unsealed join events on events.id = unsealed.event_id`

/** Whether nobody may know the numbers of a row of `questions` yet; then its acts wait, since even how many have voted is not public. */
export const isSecret = sql`questions.shown <> 'always' and (questions.closes_at is null or questions.closes_at > now())`

/** As docs/ledger.md says it: UTC, to the millisecond. */
export const instantOf = (at: SQL) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * How much a row of `waiting` by the name of `act` changed the number of its question's ballots: the first vote 1, another
 * choice 0, taking it back −1, cards as many as there are; null for what is no act of voting.
 */
export const counted = sql`
  case act.name
    when 'ballot.cast' then (${lastAct()} is distinct from 'ballot.cast')::int
    when 'ballot.withdrawn' then - (${lastAct()} is not distinct from 'ballot.cast')::int
    when 'paper-batch.confirmed' then (select sum(value::int)::int from paper_batches, jsonb_each_text(cards) where paper_batches.id = act.subject::uuid)
  end`

/** What the same person did on the same question before. */
function lastAct(): SQL {
  return sql`(select earlier.name from events earlier where earlier.actor = act.actor and earlier.subject = act.subject and earlier.name in ('ballot.cast', 'ballot.withdrawn') and earlier.id < act.id order by earlier.id desc limit 1)`
}
