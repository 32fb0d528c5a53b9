import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { commentRevisions, comments } from './tables'

/** What a comment says, or said in public before. */
export type Wording = { revision: number; body: string; current: boolean }

/** All wordings of a comment, the current one last; called while the comment is held. */
export async function wordingsOf(tx: Tx, id: string): Promise<Wording[]> {
  const earlier = await tx.select({ revision: commentRevisions.revision, body: commentRevisions.body }).from(commentRevisions).where(eq(commentRevisions.commentId, id)).orderBy(asc(commentRevisions.revision))
  const [now] = await tx.select({ revision: comments.revision, body: comments.body }).from(comments).where(eq(comments.id, id))
  return [...earlier.map((wording) => ({ ...wording, current: false })), { ...now!, current: true }]
}

/**
 * Has wordings of a comment say something else, because words were taken out or put back. The current one gets the next
 * number, so that nobody who has the old one before their eyes changes it back; none is recorded, since nobody should read it.
 */
export async function rewriteWordings(tx: Tx, id: string, wordings: readonly (Wording & { instead: string })[]): Promise<void> {
  for (const { revision, instead, current } of wordings) await write(tx, id, { revision, body: instead, current })
  await forgetWords(tx, wordings.map(({ body }) => body).join('\n'))
}

async function write(tx: Tx, id: string, { revision, body, current }: Wording): Promise<void> {
  if (current) await tx.update(comments).set({ body, revision: revision + 1 }).where(and(eq(comments.id, id), eq(comments.revision, revision)))
  else await tx.update(commentRevisions).set({ body, redactedAt: sql`clock_timestamp()` }).where(and(eq(commentRevisions.commentId, id), eq(commentRevisions.revision, revision)))
}

/** Words that no comment has any more are not found by either: a name that was taken out is in no list. */
const forgetWords = (tx: Tx, text: string) =>
  tx.execute(sql`
    delete from used_words where word in (select lexeme from unnest(to_tsvector('simple', folded(${text}))))
    and not exists (select from ${comments} where ${comments.words} @@ quote_literal(word)::tsquery)`)
