import { eq } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { address } from '../addresses'
import type { Tx } from '../db'
import { env } from '../env'
import { translator } from '../messages'
import { queueMail } from '../outbox'
import type { Ground } from './rules'
import { subjectsOf } from './subjects'

type Decided = { kind: 'hide' | 'restore'; ground: Ground; sentence: string; commentId: string; threadId: string; authorId: string }

/**
 * Tells the author what was decided about their comment: which rule, why, and where it was (DSA art. 17 as a model).
 * In Polish, since nobody's language is known, with an English line below. Whoever has no account any more gets none.
 */
export async function mailAuthor(tx: Tx, { kind, ground, sentence, commentId, threadId, authorId }: Decided): Promise<void> {
  const [author] = await tx.select({ email: people.email }).from(people).where(eq(people.id, authorId))
  if (!author?.email) return
  const letter = ({ pl: translator('pl'), en: translator('en') })
  const subject = (await subjectsOf(tx, 'pl', [threadId])).get(threadId)
  const values = {
    title: subject?.title ?? '',
    link: env.origin + (subject ? subject.comment(commentId) : address('pl', 'account')),
    account: env.origin + address('pl', 'account'),
    terms: env.origin + address('pl', 'terms'),
    sentence,
  }
  const body = (language: 'pl' | 'en') => letter[language](`moderation.mail.${kind}.body`, { ...values, ground: letter[language](`ground.${ground}`) })
  await queueMail(tx, { to: author.email, subject: letter.pl(`moderation.mail.${kind}.subject`), body: `${body('pl')}\n\n–\n\n${body('en')}\n` })
}
