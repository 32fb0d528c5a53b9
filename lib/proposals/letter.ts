import { eq } from 'drizzle-orm'
import { address } from '../addresses'
import { sayDate } from '../dates'
import type { Tx } from '../db'
import { env } from '../env'
import { translator } from '../messages'
import { organisations } from '../organisations/tables'
import { queueMail } from '../outbox'
import { cityToday, lastDay } from './deadlines'
import { steps } from './modes'
import type { Move } from './life-cycle'
import { proposals } from './tables'

/** A move, or an appeal that changed nothing. */
type Happened = { what: Move | 'dismiss'; reason?: string; completeBy?: string }

/**
 * Tells an organisation by mail, through the outbox, what happened to its proposal, why, and what it can do now. In
 * Polish, with the same in English below.
 */
export async function tellOrganisation(tx: Tx, id: string, { what, reason, completeBy }: Happened): Promise<void> {
  const [proposal] = await tx
    .select({ content: proposals.content, email: organisations.contactEmail })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .where(eq(proposals.id, id))
  if (!proposal?.email || !proposal.content) return
  const { title } = proposal.content
  const part = (language: 'pl' | 'en') => {
    const t = translator(language)
    const until = what === 'return' ? completeBy! : lastDay('appeal', cityToday())
    return [
      t('life.mail.happened', { title, what: t(`life.happened.${what}`) }),
      ...(reason ? [`${t('proposal.reason')}:\n${reason}`] : []),
      ...(what === 'return' || what === 'reject' || what === 'decline' ? [t(what === 'return' ? 'life.mail.complete' : 'life.mail.appeal', { date: sayDate(until, language) })] : []),
      t('life.mail.see', { link: env.origin + address(language, 'draftStep', { id, step: String(steps.length) }) }),
    ].join('\n\n')
  }
  await queueMail(tx, { to: proposal.email, subject: translator('pl')('life.mail.subject', { title, what: translator('pl')(`life.happened.${what}`) }), body: `${part('pl')}\n\n–\n\n${part('en')}\n` })
}
