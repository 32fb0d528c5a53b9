import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { hideComments, releaseComments } from '../discussion/steps'
import { comments } from '../discussion/tables'
import { events } from '../events/tables'
import type { Person } from '../person'
import { whyLeftOut, type Candidate, type Chosen, type LeftOut } from './bulk'
import { bulkDecisions, bulkItems } from './desk-tables'
import { tellAllConcerned, tellReporters } from './letter'
import { decisionEvidence, decisions, reports } from './tables'

type Bulk = Pick<typeof bulkDecisions.$inferSelect, 'id' | 'kind' | 'ground' | 'sentence'> & { proposedById: string }
type Fate = { decisionId: string } | { leftOut: LeftOut }

/**
 * Decides about all that was chosen, each as it would be alone: a decision of its own with its evidence and its event, the
 * reports answered, the author and those who reported told. What has changed since it was chosen is left out. As many
 * queries for fifty as for one.
 * @returns the threads that look different now
 */
export async function decideTogether(tx: Tx, bulk: Bulk, chosen: readonly Chosen[], person: Person): Promise<string[]> {
  const candidates = await candidatesHeld(tx, chosen, [person.id, bulk.proposedById])
  const decided = candidates.filter((candidate) => !whyLeftOut(candidate))
  const made = decided.length ? await decide(tx, bulk, decided, person) : new Map<string, string>()
  const fates = candidates.map((candidate): Fate & { commentId: string } => {
    const decisionId = made.get(candidate.commentId)
    return { commentId: candidate.commentId, ...(decisionId ? { decisionId } : { leftOut: whyLeftOut(candidate) ?? 'decided' }) }
  })
  await writeFates(tx, bulk.id, fates)
  return [...new Set(decided.map(({ threadId }) => threadId))]
}

type Held = Candidate & { threadId: string; authorId: string; body: string }

/** The chosen as they stand now, locked in one order, and read only then: whoever decided before has done so. */
async function candidatesHeld(tx: Tx, chosen: readonly Chosen[], people: readonly string[]): Promise<Held[]> {
  const ids = chosen.map(({ commentId }) => commentId)
  await tx.select({ id: comments.id }).from(comments).where(inArray(comments.id, ids)).orderBy(comments.id).for('update')
  const rows = await tx
    .select({
      commentId: comments.id,
      threadId: comments.threadId,
      authorId: comments.authorId,
      body: comments.body,
      state: comments.state,
      revision: comments.revision,
      // Named in full, since the builder names columns of a single table by their last part.
      newest: sql<string | null>`(select newest.id from decisions newest where newest.comment_id = comments.id order by newest.at desc limit 1)`,
      waiting: sql<number>`(select count(*)::int from reports where reports.comment_id = comments.id and reports.decision_id is null) + (comments.state = 'held')::int`,
      own: sql<boolean>`comments.author_id in ${people} or exists (select from organisation_members members where members.organisation_id = comments.organisation_id and members.person_id in ${people})`,
      claimed: sql<boolean>`exists (select from case_claims where case_claims.comment_id = comments.id and moderator_id <> ${people[0]} and expires_at > clock_timestamp())`,
    })
    .from(comments)
    .where(inArray(comments.id, ids))
  const seen = new Map(chosen.map((each) => [each.commentId, each]))
  return rows.map(({ commentId, threadId, authorId, body, ...now }) => ({ ...seen.get(commentId)!, threadId, authorId, body, now }))
}

/** @returns the decisions by comment */
async function decide(tx: Tx, { kind, ground, sentence }: Bulk, decided: readonly Held[], person: Person): Promise<Map<string, string>> {
  const made = await tx
    .insert(decisions)
    .values(decided.map(({ commentId, authorId, now }) => ({
      commentId, authorId, kind, ground, sentence, moderatorId: person.id, afterId: now.newest, foundByCheck: now.state === 'held',
      origin: now.waiting > Number(now.state === 'held') ? ('report' as const) : ('own' as const),
    })))
    .returning()
  const byComment = new Map(made.map((decision) => [decision.commentId!, decision]))
  await tx.insert(decisionEvidence).values(decided.map(({ commentId, body, now }) => ({ decisionId: byComment.get(commentId)!.id, revision: now.revision, body, current: true })))
  const ids = decided.map(({ commentId }) => commentId)
  const answered = await tx
    .update(reports)
    .set({ decisionId: sql`${decisions.id}` })
    .from(decisions)
    .where(and(eq(reports.commentId, decisions.commentId), inArray(decisions.id, made.map(({ id }) => id)), isNull(reports.decisionId)))
    .returning({ id: reports.id, number: reports.number, reporterId: reports.reporterId, reporterEmail: reports.reporterEmail })
  if (kind === 'hide') await hideComments(tx, ids, ground)
  else await releaseComments(tx, ids)
  await tx.insert(events).values(made.map(({ id }) => ({ name: 'comment.judged', actor: person.ledgerKey, subject: id })))
  if (kind === 'hide') await tellAllConcerned(tx, decided.map(({ commentId, threadId, authorId }) => ({ ...byComment.get(commentId)!, kind, personId: authorId, comment: { id: commentId, threadId } })))
  await tellReporters(tx, answered, { kind, sentence, at: made[0]!.at })
  return new Map(made.map(({ id, commentId }) => [commentId!, id]))
}

/** What came of each, in one statement. */
async function writeFates(tx: Tx, bulkId: string, fates: readonly (Fate & { commentId: string })[]): Promise<void> {
  const rows = fates.map((fate) => sql`(${fate.commentId}::uuid, ${'decisionId' in fate ? fate.decisionId : null}::uuid, ${'leftOut' in fate ? fate.leftOut : null}::text)`)
  await tx.execute(sql`
    update ${bulkItems} set decision_id = fate.decision_id, left_out = fate.left_out
    from (values ${sql.join(rows, sql`, `)}) as fate (comment_id, decision_id, left_out)
    where ${bulkItems.bulkId} = ${bulkId} and ${bulkItems.commentId} = fate.comment_id`)
}
