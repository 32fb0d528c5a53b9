import { eq, sql } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { address } from '../addresses'
import { sayDate } from '../dates'
import type { Tx } from '../db'
import { env } from '../env'
import { translator } from '../messages'
import { queueMail } from '../outbox'
import { proposals } from '../proposals/tables'

type About = { assessorId: string; personId: string; proposalId: string; dueOn: string }

/** Tells an assessor that a card waits for them, or is due soon; in Polish, the office's language. Nobody, where the account is gone. */
export async function mailAssessor(tx: Tx, kind: 'assigned' | 'due', { assessorId, personId, proposalId, dueOn }: About): Promise<void> {
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId))
  const [proposal] = await tx.select({ title: sql<string>`${proposals.content} ->> 'title'` }).from(proposals).where(eq(proposals.id, proposalId))
  if (!person?.email) return
  const t = translator('pl')
  const values = { title: proposal!.title, day: sayDate(dueOn, 'pl'), link: env.origin + address('pl', 'assessmentCard', { id: assessorId }) }
  await queueMail(tx, { to: person.email, subject: t(`assessment.mail.${kind}.subject`), body: t(`assessment.mail.${kind}.body`, values) })
}
