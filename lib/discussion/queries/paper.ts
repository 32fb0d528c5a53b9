import { and, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { isClerk } from '../rules'
import { comments, paperVoices } from '../tables'

const columns = { id: comments.id, threadId: comments.threadId, state: comments.state, receivedOn: paperVoices.receivedOn, receiptNumber: paperVoices.receiptNumber, enteredAt: paperVoices.enteredAt }
const select = () => db.select(columns).from(paperVoices).innerJoin(comments, eq(comments.id, paperVoices.commentId))

/** The voices that were entered from paper lately, for clerks. */
export async function listPaperVoices(viewer: Viewer, limit = 30) {
  return !viewer || isClerk(viewer, null) ? [] : select().orderBy(desc(paperVoices.commentId)).limit(limit)
}

/** What became of a voice with this receipt number, in capitals or not; null when there is none. */
export async function getPaperVoice(_viewer: Viewer, receiptNumber: string) {
  return (await select().where(sql`upper(${paperVoices.receiptNumber}) = upper(${receiptNumber})`))[0] ?? null
}

const channel = sql<'verified' | 'signed-in' | 'paper'>`case when ${comments.signature} is not null then 'paper' when ${people.verifiedResidentAt} is not null and ${comments.organisationId} is null then 'verified' else 'signed-in' end`

/**
 * How many voices that can be read came by which way: from people whose residence is verified, from other people and
 * organisations, from paper. What the office says is no voice.
 * @param threadIds only in these; everywhere where left out
 */
export async function countVoices(_viewer: Viewer, threadIds?: readonly string[]) {
  const rows = await db
    .select({ channel, voices: count() })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(and(eq(comments.state, 'shown'), eq(comments.official, false), threadIds && inArray(comments.threadId, [...threadIds])))
    .groupBy(sql`1`)
  return { verified: 0, 'signed-in': 0, paper: 0, ...Object.fromEntries(rows.map(({ channel, voices }) => [channel, voices])) }
}
