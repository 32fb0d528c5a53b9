import { type SQL, sql } from 'drizzle-orm'
import type { Language } from '../language'

/**
 * What can be found, as SQL: one row each of kind, id, title and its language, note, position, and the words it is
 * found by. Only what is public: a draft, or an organisation that waits, is not even looked at; of calls those that are open.
 */
export const documents = (language: Language): SQL => sql`
  select 'task' as kind, tasks.code as id, coalesce(shown.title, tasks.title) as title, case when shown.title is null then 'pl' else ${language} end as lang,
    null::text as note, tasks.position, concat_ws(' ', tasks.title, translated.titles) as words
  from tasks
  left join translated_titles shown on shown.code = tasks.code and shown.language = ${language}
  left join lateral (select string_agg(title, ' ') as titles from translated_titles where code = tasks.code) translated on true
  union all
  select 'proposal', proposals.slug, proposals.content ->> 'title', 'pl', organisations.name, 0, concat_ws(' ', proposals.content ->> 'title', organisations.name, proposals.content ->> 'need')
  from proposals join organisations on organisations.id = proposals.organisation_id
  where proposals.published_at is not null and proposals.hidden_at is null
  union all
  select 'organisation', slug, name, 'pl', seat, 0, concat_ws(' ', name, about, offers, seeks)
  from organisations where confirmed_at is not null and hidden_at is null
  union all
  select 'partnerCall', calls.id::text, calls.title, 'pl', organisations.name, 0, concat_ws(' ', calls.title, calls.sought, organisations.name)
  from partner_calls calls join organisations on organisations.id = calls.organisation_id and organisations.confirmed_at is not null and organisations.hidden_at is null
  where calls.closed_at is null and calls.until >= (now() at time zone 'Europe/Warsaw')::date
  union all
  select 'volunteerCall', calls.id::text, calls.role, 'pl', organisations.name, 0, concat_ws(' ', calls.role, calls.duties, calls.place, organisations.name)
  from volunteer_calls calls join organisations on organisations.id = calls.organisation_id and organisations.confirmed_at is not null and organisations.hidden_at is null
  where calls.closed_at is null and exists (select from volunteer_shifts shifts where shifts.call_id = calls.id and shifts.cancelled_at is null and shifts.starts_at > now())`
