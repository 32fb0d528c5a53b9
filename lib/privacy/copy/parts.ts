import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../../db'
import { env } from '../../env'
import type { Language } from '../../language'
import { subjectsOf } from '../../moderation/subjects'

/** Whose copy it is, in every form in which we know them. */
export type Whose = { id: string; emailCanonical: string | null; ledgerKey: string }
/** A value as JSON has it; moments as ISO 8601 says. */
export type Value = string | number | boolean | null | Value[] | { [name: string]: Value }
export type Row = Record<string, Value>

/**
 * What we know about somebody, part by part, for themselves alone (GDPR art. 15). Of others it holds nothing: not whose
 * comment was reacted to, not who decided. `erasure.ts` and `records.ts` say which column is in which part.
 * `thread` and `comment` become a title and an address.
 */
export const parts = {
  account: ({ id }) => sql`
    select name, email, email_verified_at as "verifiedAt", joined_at as "joinedAt", declared_resident_at as "residenceDeclaredAt", verified_resident_at as "residenceVerifiedAt", suspended_until as "suspendedUntil", slowed_until as "slowedUntil", warned_at as "warnedAt", banned_at as "bannedAt"
    from people where id = ${id}`,
  sessions: ({ id }) => sql`select started_at as at, expires_at as "expiresAt" from sessions where person_id = ${id} order by 1`,
  roles: ({ id }) => sql`select role, granted_at as at from role_grants where person_id = ${id} order by 2`,
  identity: ({ id }) => sql`select issuer, subject, verified_at as "verifiedAt", withdrawn_at as "withdrawnAt" from identities where person_id = ${id}`,
  memberships: ({ id }) => sql`
    select o.name as organisation, m.role, m.since as at from organisation_members m join organisations o on o.id = m.organisation_id where m.person_id = ${id} order by 3`,
  invitations: ({ id, emailCanonical }) => sql`
    select o.name as organisation, i.role, i.email, i.invited_at as at, i.accepted_at as "acceptedAt", i.withdrawn_at as "withdrawnAt", i.expires_at as "expiresAt"
    from organisation_invitations i join organisations o on o.id = i.organisation_id where i.email_canonical = ${emailCanonical} or i.accepted_by_id = ${id} order by 4`,
  organisations: ({ id }) => sql`
    select name as organisation, registered_at as at, confirmed_at as "confirmedAt", refused_at as "refusedAt", refusal_reason as reason from organisations where registered_by_id = ${id} order by 2`,
  comments: ({ id }) => sql`
    select c.thread_id as thread, c.id as comment, c.body as text, c.stance, o.name as organisation, c.official, c.posted_at as at, c.edited_at as "editedAt", c.state, c.hidden_ground as ground, c.clause,
      (select coalesce(jsonb_agg(jsonb_build_object('text', r.body, 'stance', r.stance, 'until', r.replaced_at) order by r.revision), '[]') from comment_revisions r where r.comment_id = c.id) as earlier
    from comments c left join organisations o on o.id = c.organisation_id where c.author_id = ${id} order by c.id`,
  reactions: ({ id }) => sql`
    select c.thread_id as thread, c.id as comment, r.kind, r.at from reactions r join comments c on c.id = r.comment_id where r.person_id = ${id} order by r.at`,
  ballots: ({ id }) => sql`
    select coalesce(q.prompt, t.code || ' ' || t.title, p.content ->> 'title') as about,
      (select array_agg(coalesce(q.labels[array_position(q.choices, choice)], choice)) from unnest(b.choices) choice) as choices,
      b.cast_at as at, b.stratum, b.receipt, b.clause,
      (select jsonb_agg(jsonb_build_object('choices', h.choices, 'at', h.at) order by h.id) from ballot_history h where h.ballot_id = b.id) as history
    from ballots b join questions q on q.id = b.question_id left join tasks t on t.question_id = q.id left join proposals p on p.question_id = q.id
    where b.person_id = ${id} order by b.cast_at`,
  reports: ({ id }) => sql`
    select c.thread_id as thread, c.id as comment, coalesce(p.content ->> 'title', o.name) as about, r.number, r.reporter_name as name, r.reporter_email as email, r.ground, r.law, r.sentence as text, r.at, d.kind as outcome, d.at as "answeredAt", r.clause
    from reports r left join comments c on c.id = r.comment_id left join proposals p on p.id = r.proposal_id left join organisations o on o.id = r.organisation_id left join decisions d on d.id = r.decision_id where r.reporter_id = ${id} order by r.at`,
  decisions: ({ id }) => sql`
    select coalesce(c.thread_id, d.thread_id) as thread, c.id as comment, d.kind as outcome, d.ground, d.law, d.sentence as text, d.at, d.until, d.minutes,
      (select coalesce(jsonb_agg(e.body order by e.revision), '[]') from decision_evidence e where e.decision_id = d.id) as evidence
    from decisions d left join comments c on c.id = d.comment_id where d.author_id = ${id} or d.person_id = ${id} order by d.at`,
  appeals: ({ id }) => sql`
    select d.kind as "against", a.side, a.text, a.at, a.outcome, a.reasons as reason, a.decided_at as "answeredAt" from appeals a join decisions d on d.id = a.decision_id where a.appellant_id = ${id}
    union all select d.kind, null, a.text, a.at, a.outcome, a.reasons, a.decided_at from ballot_appeals a join ballot_decisions d on d.id = a.decision_id where a.appellant_id = ${id} order by 4`,
  proposals: ({ id }) => sql`select draft ->> 'title' as about, state, saved_at as at, clause from proposals where created_by_id = ${id} order by id`,
  proposalWork: ({ id }) => sql`
    select p.draft ->> 'title' as about, w.* from (
      select proposal_id, 'edited' as what, path as place, after #>> '{}' as text, at from proposal_edits where by_id = ${id}
      union all select proposal_id, 'conflict', path, mine, at from proposal_conflicts where person_id = ${id}
      union all select proposal_id, 'note', step, body, at from proposal_notes where author_id = ${id}
      union all select proposal_id, 'moved', move, reason, at from proposal_moves where by_id = ${id}
      union all select proposal_id, 'version', number::text, reason, at from proposal_versions where by_id = ${id}
      union all select proposal_id, 'appeal', null, grounds, appealed_at from proposal_appeals where appealed_by_id = ${id}
      union all select proposal_id, 'reportEdited', path, after, at from report_edits where by_id = ${id}
      union all select proposal_id, 'reportConflict', path, mine, null from report_conflicts where person_id = ${id}
      union all select proposal_id, 'reportSent', null, null, sent_at from result_reports where sent_by_id = ${id}
    ) w(proposal, what, place, text, at) join proposals p on p.id = w.proposal order by w.at`,
  organisationWork: ({ id }) => sql`
    select o.name as organisation, w.what, w.text, w.at from (
      select organisation_id, 'partnerCall' as what, title || E'\n' || sought as text, opened_at from partner_calls where created_by_id = ${id}
      union all select organisation_id, 'partnerRequest', message, sent_at from partner_requests where created_by_id = ${id}
      union all select organisation_id, 'volunteerCall', concat_ws(E'\n', role, duties, place, conditions), opened_at from volunteer_calls where created_by_id = ${id}
    ) w(organisation_id, what, text, at) join organisations o on o.id = w.organisation_id order by w.at`,
  assessments: ({ id }) => sql`select p.draft ->> 'title' as about, a.assigned_at as at, a.declaration, a.declared_at as "declaredAt", a.words as text, a.freed_at as "freedAt" from assessors a join proposals p on p.id = a.proposal_id where a.person_id = ${id} order by 2`,
  volunteering: ({ id }) => sql`
    select o.name as organisation, c.role as about, s.starts_at as "from", s.ends_at as "until", u.signed_up_at as at, u.minor, u.note as text, u.confirmed_at as "confirmedAt", u.cancelled_at as "cancelledAt", u.removed_reason as reason, u.minutes, u.clause
    from volunteer_sign_ups u join volunteer_shifts s on s.id = u.shift_id join volunteer_calls c on c.id = s.call_id join organisations o on o.id = c.organisation_id where u.person_id = ${id} order by u.number`,
  files: ({ id }) => sql`select name as file, type, bytes, at from files where uploaded_by_id = ${id} order by at`,
  mail: ({ emailCanonical }) => sql`select subject as about, queued_at as at from outbox where lower(recipient) = ${emailCanonical} order by queued_at`,
  copies: ({ id }) => sql`select asked_at as at, expires_at as "expiresAt" from personal_copies where person_id = ${id}`,
  events: ({ ledgerKey }) => sql`select name as what, at from events where actor = ${ledgerKey} order by id`,
} satisfies Record<string, (whose: Whose) => SQL>
export type Part = keyof typeof parts
export const partNames = Object.keys(parts) as Part[]

/** Everything we know about somebody, read in one transaction. */
export async function collect(tx: Tx, whose: Whose, language: Language): Promise<Record<Part, Row[]>> {
  const collected: Partial<Record<Part, Row[]>> = {}
  for (const part of partNames) {
    const rows = await tx.execute<{ row: Row }>(sql`select to_json(part) as row from (${parts[part](whose)}) part`)
    collected[part] = await placed(tx, rows.map(({ row }) => row), language)
  }
  return collected as Record<Part, Row[]>
}

async function placed(tx: Tx, rows: Row[], language: Language): Promise<Row[]> {
  if (!rows.some((row) => 'thread' in row)) return rows
  const subjects = await subjectsOf(tx, language, rows.flatMap(({ thread }) => (thread ? [String(thread)] : [])))
  return rows.map(({ thread, comment, ...row }) => {
    const subject = subjects.get(String(thread))
    return { about: subject?.title ?? null, address: subject && comment ? env.origin + subject.comment(String(comment)) : null, ...row }
  })
}
