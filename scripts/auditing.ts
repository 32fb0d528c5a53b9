import { createHash } from 'node:crypto'
import type { Sql } from 'postgres'

// What only the database can show: whether the ledger tells of what is there. Shares no code with lib/, on purpose.

const opens = (salt: string, name: string, value: string, reference: string) =>
  `${reference} = encode(sha256(${salt} || convert_to('${name}:' || ${value}, 'UTF8')), 'hex')`

const checks = {
  'line %s does not follow from the line before it': `
    select seq from (select *, lag(hash) over (order by seq) as before, lag(seq, 1, 0::bigint) over (order by seq) as last from ledger_lines) lines
    where seq <> last + 1 or previous is distinct from before or hash <> encode(sha256(convert_to(coalesce(previous, repeat('0', 64)) || line, 'UTF8')), 'hex')`,
  'line %s does not say what its event says': `
    select seq from (select *, line::jsonb as said from ledger_lines) lines join events on events.id = event_id
    where said ->> 'name' <> name or said ->> 'at' <> to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') or said -> 'attested' is distinct from attested`,
  'line %s does not refer to whom and what its event names': `
    select seq from (select *, line::jsonb as said from ledger_lines) lines join events on events.id = lines.event_id join event_salts salts on salts.event_id = events.id
    where case when said ? 'question' then name like 'ballot.%' and said ->> 'question' <> subject
      else not (${opens('salt', 'subject', 'subject', `said ->> 'subject'`)}) or (actor is null) = (said ? 'actor') or actor is not null and not (${opens('salt', 'actor', 'actor', `said ->> 'actor'`)}) end`,
  'event %s is not in the ledger and does not wait for it': `
    select id from events where not exists (select from ledger_lines where event_id = events.id) and not exists (select from unsealed where event_id = events.id)`,
  'comment %s reads otherwise than when it was last written': `
    select comments.id from comments
      join lateral (select id, attested from events where subject = comments.id::text and attested ? 'text' order by id desc limit 1) said on true
      join event_salts on event_id = said.id
    where not (${opens('salt', 'text', 'body', `said.attested ->> 'text'`)})`,
}

/** Compares the whole ledger with the events and the texts that it tells of. @returns what differs, in words */
export async function auditLedger(sql: Sql): Promise<string[]> {
  const differences: string[] = []
  for (const [words, query] of Object.entries(checks)) {
    for (const row of await sql.unsafe(query)) differences.push(words.replace('%s', String(Object.values(row)[0])))
  }
  return differences
}

/**
 * Opens what each person last did on a question, and compares with the ballots there are. The acts of those who have left
 * cannot be opened, nor those from before there was a ledger: of them there must be as many as ballots that nothing else explains.
 */
export async function sealedVotesThatDiffer(sql: Sql, questionId: string): Promise<string[]> {
  const acts = await sql<{ id: string; vote: string | null; salt: Buffer | null }[]>`
    select last.id, last.attested ->> 'vote' as vote, coalesce(event_salts.salt, unsealed.salt) as salt
    from (select distinct on (actor) * from events where subject = ${questionId} and name in ('ballot.cast', 'ballot.withdrawn') order by actor, id desc) last
      left join event_salts on event_salts.event_id = last.id left join unsealed on unsealed.event_id = last.id
    where last.name = 'ballot.cast'`
  const said = await sql<{ vote: string; ballots: number }[]>`
    select concat_ws(' ', question_id, history.stratum, array_to_string(history.choices, ' ')) as vote,
      count(distinct ballots.id) filter (where ballots.choices = history.choices and ballots.stratum = history.stratum)::int as ballots
    from ballots join ballot_history history on history.ballot_id = ballots.id
    where question_id = ${questionId} and batch_id is null and history.choices <> '{}' group by 1`
  const left = new Map(said.map(({ vote, ballots }) => [vote, ballots]))
  const differences: string[] = []
  let closed = 0
  for (const { id, vote, salt } of acts) {
    const opened = vote && salt && said.find((candidate) => referenceTo(salt, candidate.vote) === vote)
    if (opened) left.set(opened.vote, left.get(opened.vote)! - 1)
    else if (vote && salt) differences.push(`event ${id} holds a vote that no ballot of this question ever said`)
    else closed++
  }
  for (const [vote, ballots] of left) if (ballots < 0) differences.push(`the ledger holds ${-ballots} more votes „${vote.slice(questionId.length + 1)}” than there are ballots`)
  const unexplained = [...left.values()].reduce((all, ballots) => all + Math.max(0, ballots), 0)
  if (unexplained > closed) differences.push(`${unexplained} ballots are explained by no act in the ledger, but only ${closed} acts cannot be opened`)
  return differences
}

const referenceTo = (salt: Buffer, vote: string) => createHash('sha256').update(salt).update(`vote:${vote}`).digest('hex')
