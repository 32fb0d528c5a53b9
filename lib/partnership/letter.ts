import { eq, inArray } from 'drizzle-orm'
import { address } from '../addresses'
import type { Tx } from '../db'
import { env } from '../env'
import { translator } from '../messages'
import { organisations } from '../organisations/tables'
import { queueMail } from '../outbox'
import { partnerCalls } from './tables'

type Kind = 'requested' | 'withdrawn' | 'accepted' | 'declined' | 'ended'

/**
 * Tells an organisation, at the contact that it gave the office, what another one did; in Polish with English below.
 * @param to whom it is for
 * @param from who did it
 */
export async function mailOrganisation(tx: Tx, kind: Kind, callId: string, { to, from, said = '' }: { to: string; from: string; said?: string }): Promise<void> {
  const named = await tx.select({ id: organisations.id, name: organisations.name, email: organisations.contactEmail }).from(organisations).where(inArray(organisations.id, [to, from]))
  const [recipient, sender] = [named.find(({ id }) => id === to), named.find(({ id }) => id === from)]
  const [call] = await tx.select({ title: partnerCalls.title }).from(partnerCalls).where(eq(partnerCalls.id, callId))
  if (!recipient?.email) return // Whoever had given the address has left.
  const body = (language: 'pl' | 'en') =>
    translator(language)(`partnership.mail.${kind}`, { organisation: sender!.name, title: call!.title, said, link: env.origin + address(language, 'partnerRequests', { call: callId }) })
  await queueMail(tx, { to: recipient.email, subject: translator('pl')(`partnership.mailSubject.${kind}`, { title: call!.title }), body: `${body('pl')}\n\n–\n\n${body('en')}\n` })
}
