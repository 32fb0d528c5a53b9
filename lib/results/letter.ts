import { eq } from 'drizzle-orm'
import { address } from '../addresses'
import { sayDate } from '../dates'
import type { Tx } from '../db'
import { env } from '../env'
import { translator } from '../messages'
import { organisations } from '../organisations/tables'
import { queueMail } from '../outbox'
import type { ProposalContent } from '../proposals/content'
import { reportUntil } from './deadline'

/** Tells an organisation, by mail through the outbox, that its task has ended and until when the report is to be sent; in Polish, then in English. */
export async function writeReminder(tx: Tx, { id, plan, organisationId }: { id: string; plan: ProposalContent; organisationId: string }): Promise<void> {
  const [organisation] = await tx.select({ email: organisations.contactEmail }).from(organisations).where(eq(organisations.id, organisationId))
  if (!organisation?.email) return
  const part = (language: 'pl' | 'en') => {
    const t = translator(language)
    return [
      t('results.mail.ended', { title: plan.title, date: sayDate(plan.to, language) }),
      t('results.mail.until', { date: sayDate(reportUntil(plan.to), language) }),
      t('results.mail.write', { link: env.origin + address(language, 'resultReport', { id }) }),
    ].join('\n\n')
  }
  await queueMail(tx, { to: organisation.email, subject: translator('pl')('results.mail.subject', { title: plan.title }), body: `${part('pl')}\n\n–\n\n${part('en')}\n` })
}
