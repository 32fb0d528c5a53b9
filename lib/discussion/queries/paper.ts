import { desc, eq } from 'drizzle-orm'
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

/** What became of a voice with this receipt number; null when there is none. */
export async function getPaperVoice(_viewer: Viewer, receiptNumber: string) {
  return (await select().where(eq(paperVoices.receiptNumber, receiptNumber)))[0] ?? null
}
