import { sql } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { waiting } from './waiting'

/** Whether a person is to be sent today's summary: they have not switched it off, it was not sent yet, and something waits. */
export const wantsSummaryToday = sql`not exists (
    select from desk_settings where person_id = ${people.id} and (summary_off_at is not null or summarised_on >= (now() at time zone 'Europe/Warsaw')::date))
  and exists (select from (${waiting}) waiting)`
