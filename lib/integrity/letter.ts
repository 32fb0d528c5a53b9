import { eq, inArray } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { address } from '../addresses'
import type { Tx } from '../db'
import { sayDay } from '../dates'
import { env } from '../env'
import type { Language } from '../language'
import { translator } from '../messages'
import { answerDays, type Outcome } from '../moderation/appealing'
import { lastDayToAppeal } from '../moderation/statement'
import { queueMail, queueMails } from '../outbox'
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
  const about = await wordsOf(tx, questionId)
  const part = (language: Language) =>
    translator(language)(`integrity.mail.${kind}.body`, {
      about,
      reason,
      link: env.origin + address(language, 'question', { question: questionId }),
      contest: env.origin + address(language, 'myBallot', { question: questionId }),
      until: sayDay(lastDayToAppeal(new Date()), language),
      days: answerDays,
      office: env.origin + address(language, 'privacy'),
    })
  const letter = { subject: translator('pl')(`integrity.mail.${kind}.subject`), body: inBoth(part) }
  await queueMails(tx, voters.flatMap(({ email }) => (email ? [{ to: email, ...letter }] : [])))
}

/** How an appeal ended and why, to who appealed. */
export async function mailAppellant(tx: Tx, { questionId, appellantId, outcome, reasons }: { questionId: string; appellantId: string; outcome: Outcome; reasons: string }): Promise<void> {
  const [appellant] = await tx.select({ email: people.email }).from(people).where(eq(people.id, appellantId))
  if (!appellant?.email) return
  const about = await wordsOf(tx, questionId)
  const part = (language: Language) => translator(language)('integrity.mail.appeal.body', { outcome, about, reasons, link: env.origin + address(language, 'myBallot', { question: questionId }) })
  await queueMail(tx, { to: appellant.email, subject: translator('pl')('integrity.mail.appeal.subject', { outcome }), body: inBoth(part) })
}

/** That an appeal waits, to the moderators who may answer it. */
export async function mailDeciders(tx: Tx, emails: readonly string[], { questionId, flagId, dueAt, late }: { questionId: string; flagId: string; dueAt: Date; late: boolean }): Promise<void> {
  const about = await wordsOf(tx, questionId)
  const part = (language: Language) => translator(language)('integrity.mail.waiting.body', { about, late: late ? 'yes' : 'no', due: sayDay(dueAt, language), link: `${env.origin}${address(language, 'flag', { flag: flagId })}#odwolania` })
  await queueMails(tx, emails.map((to) => ({ to, subject: translator('pl')('integrity.mail.waiting.subject', { late: late ? 'yes' : 'no' }), body: inBoth(part) })))
}

const wordsOf = async (tx: Tx, questionId: string) => (await whatWasAsked(tx, [questionId])).get(questionId) ?? ''
const inBoth = (part: (language: Language) => string) => `${part('pl')}\n\n–\n\n${part('en')}\n`
