import type { Sql } from 'postgres'
import { size } from './size'

/**
 * What was filled in without triggers is what they would have made of it.
 * @throws {Error} with what is not: then nothing that is measured means anything
 */
export async function refuseWrongCity(sql: Sql): Promise<void> {
  const [found] = await sql`
    with recursive places as (
      select id, id as branch, 0 as depth, array[id] as path from comments where parent_id is null
      union all select answer.id, branch, places.depth + 1, places.path[1:4] || answer.id from comments answer join places on answer.parent_id = places.id
    ), answers as (
      select root_id as id, count(*) from comments where root_id is not null group by 1
      union all select parent_id, count(*) from comments where parent_id <> root_id group by 1
    ), opinions as (
      select comment_id as id, count(*) filter (where kind = 'agree') as agrees, count(*) filter (where kind = 'disagree') as disagrees, count(*) filter (where kind = 'pass') as passes
      from reactions group by 1
    )
    select
      (select count(*)::int from comments) as comments,
      (select count(*)::int from ballots) as ballots,
      (select count(*)::int from ballot_history) as remembered,
      (select count(*)::int from comments join places using (id) where (comments.depth, comments.path, coalesce(root_id, id)) = (places.depth, places.path, branch)) as placed,
      (select count(*)::int from comments left join answers using (id) left join opinions using (id)
        where (replies, comments.agrees, comments.disagrees, comments.passes) = (coalesce(count, 0), coalesce(opinions.agrees, 0), coalesce(opinions.disagrees, 0), coalesce(opinions.passes, 0))) as counted`
  const ballots = size.people * size.votedQuestions
  const expected = { comments: size.comments, placed: size.comments, counted: size.comments, ballots, remembered: ballots }
  const wrong = Object.entries(expected).filter(([name, count]) => found![name] !== count).map(([name, count]) => `${name}: ${found![name]}, not ${count}`)
  if (wrong.length) throw new Error(`The database was filled wrongly: ${wrong.join('; ')}.`)
}
