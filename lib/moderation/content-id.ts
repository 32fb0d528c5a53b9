import { sql } from 'drizzle-orm'
import { uuid } from 'drizzle-orm/pg-core'

/** Whichever of comment, proposal and organisation a row is about; the database writes it. */
export const contentId = () => uuid().generatedAlwaysAs(sql`coalesce(comment_id, proposal_id, organisation_id)`)
