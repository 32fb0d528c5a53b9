import { eq, inArray } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { address } from '../addresses'
import type { Tx } from '../db'
import { env } from '../env'
import { translator } from '../messages'
import { queueMails } from '../outbox'
import { ballots } from '../voting/tables'
import { whatWasAsked } from './asked'
import type { BallotDecisionKind } from './rules'

type Decided = { kind: BallotDecisionKind; questionId: string; reason: string; ballotIds: string[] }

/**
 * Tells everybody whose vote an invalidation takes out, or gives back: why, and how to appeal. In Polish, since nobody's
 * language is known, then in English. What they voted is not in it.
 */
export async function mailVoters(tx: Tx, { kind, questionId, reason, ballotIds }: Decided): Promise<void> {
  const voters = await tx.select({ email: people.email }).from(ballots).innerJoin(people, eq(people.id, ballots.personId)).where(inArray(ballots.id, ballotIds))
  const values = { about: (await whatWasAsked(tx, [questionId])).get(questionId) ?? '', reason, link: env.origin + address('pl', 'question', { question: questionId }), office: env.origin + address('pl', 'privacy') }
  const part = (language: 'pl' | 'en') => translator(language)(`integrity.mail.${kind}.body`, values)
  const letter = { subject: translator('pl')(`integrity.mail.${kind}.subject`), body: `${part('pl')}\n\n–\n\n${part('en')}\n` }
  await queueMails(tx, voters.flatMap(({ email }) => (email ? [{ to: email, ...letter }] : [])))
}
