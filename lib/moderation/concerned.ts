import { sql } from 'drizzle-orm'

/** Who answers for what an organisation publishes: they are told of decisions about it, and appeal. */
export const answering = ['owner', 'editor'] as const

/** Whether somebody answers for the organisation that a decision concerns: for a query on `decisions`. */
export const answersFor = (personId: string) =>
  sql<boolean>`exists (select from organisation_members answering where answering.organisation_id = decisions.organisation_id and answering.person_id = ${personId} and answering.role in ('owner', 'editor'))`

/** Whether what a decision is about is of an organisation that somebody belongs to: they do not judge it. */
export const isOfTheirs = (personId: string) => sql<boolean>`is_own_content(decisions.comment_id, decisions.proposal_id, decisions.organisation_id, ${personId}::uuid)`
