import { inArray } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { address } from '../addresses'
import { sayDay } from '../dates'
import type { Tx } from '../db'
import { env } from '../env'
import type { Language } from '../language'
import { translator, type MessageKey, type MessageValues } from '../messages'
import { queueMails, type Mail } from '../outbox'
import type { Outcome } from './appealing'
import type { Answered } from './effects'
import type { DecisionKind } from './rules'
import { lastDayToAppeal, statementOf, type Stated } from './statement'
import { statementToken } from './statement-link'
import { subjectsOf } from './subjects'

/** A mail in Polish, since nobody's language is known, with the same in English below. Nobody without an address gets one. */
const mailTo = (to: string | null | undefined, subject: string, body: (language: Language) => string): Mail[] => (to ? [{ to, subject, body: `${body('pl')}\n\n–\n\n${body('en')}\n` }] : [])
const letter = (language: Language, ...paragraphs: (string | null | undefined | false)[]) => {
  const t = translator(language)
  return [t('statement.mail.hello'), ...paragraphs, t('statement.mail.bye')].filter(Boolean).join('\n\n')
}
const emailsOf = async (tx: Tx, personIds: readonly string[]) =>
  new Map(personIds.length ? (await tx.select({ id: people.id, email: people.email }).from(people).where(inArray(people.id, [...personIds]))).map(({ id, email }) => [id, email]) : [])
const emailOf = async (tx: Tx, personId: string | null) => personId && (await emailsOf(tx, [personId])).get(personId)

type Concerned = Stated & { id: string; personId: string; comment?: { id: string; threadId: string } }
/**
 * Tells somebody what was decided about them or their comment, with all that a statement of reasons says (DSA art. 17),
 * where it was, and a link that works without signing in.
 */
export const tellConcerned = (tx: Tx, decision: Concerned): Promise<void> => tellAllConcerned(tx, [decision])

/** The same about many decisions, in as many queries as about one. */
export async function tellAllConcerned(tx: Tx, decisions: readonly Concerned[]): Promise<void> {
  const emails = await emailsOf(tx, decisions.map(({ personId }) => personId))
  const subjects = await subjectsOf(tx, 'pl', decisions.flatMap(({ comment }) => comment?.threadId ?? []))
  await queueMails(tx, decisions.flatMap(({ id, personId, comment, ...decision }) => {
    const subject = comment && subjects.get(comment.threadId)
    const body = (language: Language) => {
      const t = translator(language)
      const { title, parts } = statementOf(decision, language)
      return letter(
        language,
        t('statement.mail.decided', { title: title.charAt(0).toLowerCase() + title.slice(1) }),
        subject && `${t('statement.where')}: ${subject.title}\n${env.origin}${subject.comment(comment.id)}`,
        ...parts.map(({ heading, text }) => `${heading}: ${text}`),
        t('statement.mail.see', { link: env.origin + address(language, 'statement', { token: statementToken(id) }) }),
        t('statement.mail.terms', { link: env.origin + address(language, 'terms') }),
      )
    }
    return mailTo(emails.get(personId), statementOf(decision, 'pl').title, body)
  }))
}

const statusLink = (number: string, language: Language) => env.origin + address(language, 'reportStatus', { number })
const inBoth = (to: string | null | undefined, subject: string, key: MessageKey, values: (language: Language) => MessageValues) =>
  mailTo(to, subject, (language) => letter(language, translator(language)(key, values(language))))
const bothWays = (tx: Tx, ...mail: Parameters<typeof inBoth>) => queueMails(tx, inBoth(...mail))

/** That a report has arrived, at once (DSA art. 16(4)). */
export async function confirmReport(tx: Tx, { number, reporterId, reporterEmail }: { number: string; reporterId: string | null; reporterEmail: string | null }): Promise<void> {
  const to = reporterEmail ?? (await emailOf(tx, reporterId))
  await bothWays(tx, to, translator('pl')('statement.mail.receiptSubject', { number }), 'statement.mail.receipt', (language) => ({ number, link: statusLink(number, language) }))
}

/** What became of reports, to all who can be written to (art. 16(5)). */
export async function tellReporters(tx: Tx, answered: readonly Answered[], { kind, sentence, at }: { kind: DecisionKind; sentence: string; at: Date }): Promise<void> {
  const emails = await emailsOf(tx, answered.flatMap(({ reporterId }) => reporterId ?? []))
  await queueMails(tx, answered.flatMap(({ number, reporterId, reporterEmail }) => {
    const to = reporterEmail ?? (reporterId && emails.get(reporterId))
    if (!number) return []
    return inBoth(to, translator('pl')('statement.mail.outcomeSubject', { number }), kind === 'keep' ? 'statement.mail.outcomeKept' : 'statement.mail.outcomeActed', (language) => ({
      sentence,
      kind: translator(language)(`moderation.kind.${kind}`),
      date: sayDay(lastDayToAppeal(at), language),
      link: statusLink(number, language),
    }))
  }))
}

type Appealed = { decisionId: string; outcome: Outcome; reasons: string; appellantId: string | null; report: { number: string | null; reporterEmail: string | null } | null }

/** How an appeal ended and why, to who appealed. */
export async function tellAppellant(tx: Tx, { decisionId, outcome, reasons, appellantId, report }: Appealed): Promise<void> {
  const to = report?.reporterEmail ?? (await emailOf(tx, appellantId))
  const link = (language: Language) => (report?.number ? statusLink(report.number, language) : env.origin + address(language, 'statement', { token: statementToken(decisionId) }))
  await bothWays(tx, to, translator('pl')('statement.mail.appealSubject', { outcome }), 'statement.mail.appealDecided', (language) => ({ outcome, reasons, link: link(language) }))
}

/** That an appeal waits, to a moderator who may decide about it. */
export const remindModerator = (tx: Tx, to: string, { id, kind, dueAt, late }: { id: string; kind: DecisionKind; dueAt: Date; late: boolean }) =>
  bothWays(tx, to, translator('pl')('statement.mail.reminderSubject', { late: late ? 'yes' : 'no' }), 'statement.mail.reminder', (language) => ({
    late: late ? 'yes' : 'no',
    kind: translator(language)(`moderation.kind.${kind}`),
    due: sayDay(dueAt, language),
    link: env.origin + address(language, 'moderateAppeal', { appeal: id }),
  }))
