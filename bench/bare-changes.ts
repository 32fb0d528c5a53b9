import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { v7 } from 'uuid'
import type { City, Resident } from './city'

/** The bare limit of a change: the statements of its command and nothing else, straight through the driver. */
export function bareChanges(sql: Sql, { threadId, questionId }: City) {
  const day = 24 * 60 * 60 * 1000
  const countTry = (who: string, now = Date.now()) => sql`
    insert into limits values (${who}, 1, ${now + day}) on conflict (key) do update set
      points = case when limits.expire <= ${now} then 1 else limits.points + 1 end,
      expire = case when limits.expire <= ${now} then ${now + day} else limits.expire end
    returning points, expire`

  return {
    async post({ id: authorId, ledgerKey }: Resident, body: string) {
      await countTry(`bare-post:${authorId}`)
      await sql.begin(async (tx) => {
        await tx`select opens_at <= clock_timestamp() and (closes_at is null or closes_at > clock_timestamp()), closed_reason, locked_at,
            array(select body from (select thread_id, body, posted_at from comments where author_id = ${authorId} order by id desc limit 20) newest where thread_id = ${threadId} and posted_at > clock_timestamp() - interval '1 day'),
            (select count(*)::int from (select posted_at from comments where author_id = ${authorId} order by id desc limit 20) newest where posted_at > clock_timestamp() - interval '5 minutes'),
            (select count(*)::int from (select from comments where author_id = ${authorId} and state = 'shown' limit 50) known)
          from threads where id = ${threadId} for share`
        const [comment] = await tx`
          insert into comments (id, thread_id, author_id, body, form_key) values (${v7()}, ${threadId}, ${authorId}, ${body}, ${randomUUID()})
          on conflict (author_id, form_key) do nothing returning id, body, held_for`
        await tx`
          with event as (insert into events (name, actor, subject) values ('comment.posted', ${ledgerKey}, ${comment!.id}))
          select pg_notify('touched', ${`thread:${threadId}`})`
      })
    },

    async vote({ id: personId, ledgerKey }: Resident, choice: string) {
      await countTry(`bare-vote:${personId}`)
      await sql.begin(async (tx) => {
        await tx`
          select case when opens_at > clock_timestamp() then 'not-yet' when closes_at <= clock_timestamp() then 'closed' else 'open' end, closed_reason, voters, shown,
            exists (select from barred_voters where question_id = questions.id and address_key = ${personId})
          from questions where id = ${questionId} for share`
        await tx`
          with cast_ballot as (
            insert into ballots (id, question_id, person_id, choices, stratum) values (${v7()}, ${questionId}, ${personId}, ${[choice]}, 'signed-in')
            on conflict (question_id, person_id) do update set choices = excluded.choices, stratum = excluded.stratum, cast_at = clock_timestamp() returning id, choices, stratum, receipt, cast_at
          ), remembered as (insert into ballot_history (ballot_id, choices, stratum, at) select id, choices, stratum, cast_at from cast_ballot)
          select receipt from cast_ballot`
        await tx`
          with event as (insert into events (name, actor, subject) values ('ballot.cast', ${ledgerKey}, ${questionId}))
          select pg_notify('touched', ${`question:${questionId}`})`
      })
    },
  }
}
