import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { personById } from '../accounts/people'
import { db } from '../db'
import { postComment } from '../discussion/commands/comments'
import type { Person } from '../person'
import { outbox } from '../tables'
import { aPerson, aTask } from '../testing'
import { appealDecision } from './commands/appeals'
import { decideOnComment } from './commands/decisions'
import { reportWithoutAccount } from './commands/reports'
import { confirmBan, sanctionPerson } from './commands/sanctions'
import { banProposals } from './sanction-tables'

export const sentence = 'W treści jest adres sąsiadki.'
export const aModerator = (name = 'Moderuje Ola') => aPerson({ roles: ['moderator'], name })

/** For tests: a comment of somebody, apart from all others. */
export async function aComment({ author, threadId, body = `Posadźmy tu lipy ${randomUUID().replace(/[\d-]/g, '')}.` }: { author?: Person & { email: string }; threadId?: string; body?: string } = {}) {
  const place = threadId ?? (await aTask()).threadId
  const writer = author ?? (await aPerson())
  const { id } = await postComment(writer, { threadId: place, body })
  return { id: String(id), threadId: place, author: writer, body }
}

export const decide = (moderator: Person, commentId: string, kind: string, more: object = {}) => decideOnComment(moderator, { commentId, kind, ground: 'personal-data', sentence, ...more })
export const reportFromOutside = (commentId: string, more: object = {}) => reportWithoutAccount(null, { commentId, revision: 1, ground: 'personal-data', sentence, ...more })
export const sanction = (moderator: Person, personId: string, kind: string, more: object = {}) => sanctionPerson(moderator, { personId, kind, ground: 'abuse', sentence, days: '7', minutes: '60', ...more })
export const appeal = (person: Person, decisionId: string) => appealDecision(person, { decisionId, text: 'To adres urzędu, nie sąsiadki.' })

/** As somebody who asks anew is known: with what moderation decided meanwhile. */
export const again = async ({ id }: { id: string }) => (await personById(id)) as Person
export const mailsTo = (email: string) => db.select().from(outbox).where(eq(outbox.recipient, email)).orderBy(outbox.id)

type Refused = { objection?: { key: string }; fields?: Record<string, { key: string }[]> }
/** `allowed`, or the key of what was said against it (of its first field where it is the form's). */
export const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(() => 'allowed', (error: Refused) => (Object.values(error.fields ?? {})[0]?.[0]?.key ?? error.objection?.key ?? error))

/** Proposed by one moderator, confirmed by another. */
export async function ban(personId: string) {
  const [proposer, confirmer] = await Promise.all([aModerator('Proponuje Ewa'), aModerator('Potwierdza Jan')])
  const { id: suspensionId } = await sanction(proposer, personId, 'ban')
  const proposalId = await proposalOf(suspensionId)
  return { ...(await confirmBan(confirmer, { proposalId, seen: suspensionId })), proposer, confirmer, suspensionId, proposalId }
}
export const proposalOf = async (suspensionId: string) => (await db.select({ id: banProposals.id }).from(banProposals).where(eq(banProposals.suspensionId, suspensionId)))[0]!.id
