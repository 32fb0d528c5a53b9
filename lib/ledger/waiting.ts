import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { voteCommitments } from '../events/tables'
import { counted, instantOf, isSecret, waiting } from './acts'
import { committed, type Sealable } from './line'

// Secret votes get their lines after closing. Until then each checkpoint is bound to those there are, by a hash that tells
// nothing without its nonce, not even how many they are; once a vote has closed, the nonces are published (docs/ledger.md).

type Act = Omit<Sealable, 'actor' | 'subject'>

/**
 * Binds the checkpoint of a day to all acts that wait, for each vote that is secret, however many they are: also none.
 * To be called in its snapshot, once all that may be sealed is.
 */
export async function commitToWaiting(tx: Tx, date: string): Promise<{ question: string; hash: string }[]> {
  const secret = await tx.execute<{ question: string; acts: Act[] }>(sql`
    with waiting as (${waiting}), noted as (
      update unsealed set committed_on = ${date} from waiting where waiting.question is not null and waiting.id = unsealed.event_id and unsealed.committed_on is null
    )
    select questions.id as question, coalesce((
        select jsonb_agg(jsonb_build_object('at', ${instantOf(sql`act.at`)}, 'name', act.name, 'attested', act.attested, 'question', act.question, 'counted', ${counted}) order by act.committed_on, act.id)
        from waiting act where act.question = questions.id), '[]') as acts
    from questions where questions.opens_at <= now() and ${isSecret} order by questions.id`)
  const commitments = secret.map(({ question, acts }) => ({ question, acts, nonce: randomBytes(32) }))
  if (commitments.length) await tx.insert(voteCommitments).values(commitments.map(({ question, acts, nonce }) => ({ questionId: question, date, nonce, acts: acts.length })))
  return commitments.map(({ question, acts, nonce }) => ({ question, hash: committed(nonce.toString('hex'), acts) }))
}

/** Opens what earlier checkpoints were bound to, of votes that are not secret any more. */
export async function openCommitments(tx: Tx, date: string): Promise<{ question: string; date: string; acts: number; nonce: string }[]> {
  const opened = await tx.execute<{ question: string; date: string; acts: number; nonce: string }>(sql`
    update vote_commitments set opened_on = ${date} from questions
    where opened_on is null and questions.id = question_id and not (${isSecret})
    returning question_id as question, date::text, acts, encode(nonce, 'hex') as nonce`)
  return [...opened].sort((a, b) => (a.question + a.date < b.question + b.date ? -1 : 1))
}
