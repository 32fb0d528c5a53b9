import { and, eq, inArray } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { address, type Address } from '../addresses'
import { sayDay } from '../dates'
import type { Tx } from '../db'
import { env } from '../env'
import type { Language } from '../language'
import { translator, type MessageKey, type MessageValues } from '../messages'
import { queueMails, type Mail } from '../outbox'
import { organisationMembers } from '../organisations/tables'
import type { Outcome } from './appealing'
import { answering } from './concerned'
import { aboutOf } from './contents'
import type { Answered } from './effects'
import type { DecisionKind } from './rules'
import { lastDayToAppeal, sayTitle, statementOf, type Stated } from './statement'
import { sayKind } from './say-kind'
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
  await queueMails(tx, decisions.flatMap(({ personId, comment, ...decision }) => {
    const subject = comment && subjects.get(comment.threadId)
    return statementMail(emails.get(personId), decision, subject && { title: subject.title, link: subject.comment(comment.id) })
  }))
}

/** The same to everybody who answers for an organisation, about its proposal or its profile. */
export async function tellOrganisation(tx: Tx, decision: Stated & { id: string }, { organisationId, title }: { organisationId: string; title: string }): Promise<void> {
  const emails = await answeringFor(tx, organisationId)
  await queueMails(tx, emails.flatMap((to) => statementMail(to, decision, { title })))
}

/** The addresses of an organisation's owners and editors. */
async function answeringFor(tx: Tx, organisationId: string): Promise<string[]> {
  const rows = await tx
    .select({ email: people.email })
    .from(organisationMembers)
    .innerJoin(people, eq(people.id, organisationMembers.personId))
    .where(and(eq(organisationMembers.organisationId, organisationId), inArray(organisationMembers.role, [...answering])))
  return rows.flatMap(({ email }) => email ?? [])
}

function statementMail(to: string | null | undefined, { id, ...decision }: Stated & { id: string }, where: { title: string; link?: Address } | undefined): Mail[] {
  return mailTo(to, sayTitle(decision, 'pl'), (language) => {
    const t = translator(language)
    const { title, parts } = statementOf(decision, language)
    return letter(
      language,
      t('statement.mail.decided', { title: title.charAt(0).toLowerCase() + title.slice(1) }),
      where && [`${t('statement.where')}: ${where.title}`, where.link && env.origin + where.link].filter(Boolean).join('\n'),
      ...parts.map(({ heading, text }) => `${heading}: ${text}`),
      t('statement.mail.see', { link: env.origin + address(language, 'statement', { token: statementToken(id) }) }),
      t('statement.mail.terms', { link: env.origin + address(language, 'terms') }),
    )
  })
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

type Outcoming = { kind: DecisionKind; sentence: string; at: Date } & Parameters<typeof aboutOf>[0]
/** What became of reports, to all who can be written to (art. 16(5)). */
export async function tellReporters(tx: Tx, answered: readonly Answered[], { kind, sentence, at, ...ids }: Outcoming): Promise<void> {
  const emails = await emailsOf(tx, answered.flatMap(({ reporterId }) => reporterId ?? []))
  await queueMails(tx, answered.flatMap(({ number, reporterId, reporterEmail }) => {
    const to = reporterEmail ?? (reporterId && emails.get(reporterId))
    if (!number) return []
    return inBoth(to, translator('pl')('statement.mail.outcomeSubject', { number }), kind === 'keep' ? 'statement.mail.outcomeKept' : 'statement.mail.outcomeActed', (language) => ({
      sentence,
      about: aboutOf(ids),
      kind: sayKind({ kind, ...ids }, language),
      date: sayDay(lastDayToAppeal(at), language),
      link: statusLink(number, language),
    }))
  }))
}

type Appealed = { decisionId: string; organisationId: string | null; outcome: Outcome; reasons: string; appellantId: string | null; report: { number: string | null; reporterEmail: string | null } | null }

/** How an appeal ended and why, to who appealed. */
export async function tellAppellant(tx: Tx, { decisionId, organisationId, outcome, reasons, appellantId, report }: Appealed): Promise<void> {
  const link = (language: Language) => (report?.number ? statusLink(report.number, language) : env.origin + address(language, 'statement', { token: statementToken(decisionId) }))
  const oneself = report?.reporterEmail ?? (await emailOf(tx, appellantId))
  // An organisation's appeal is everybody's who answers for it, whoever of them wrote it.
  const recipients = !report && organisationId ? await answeringFor(tx, organisationId) : [oneself]
  for (const to of recipients) await bothWays(tx, to, translator('pl')('statement.mail.appealSubject', { outcome }), 'statement.mail.appealDecided', (language) => ({ outcome, reasons, link: link(language) }))
}

/** That an appeal waits, to a moderator who may decide about it. */
export const remindModerator = (tx: Tx, to: string, { id, kind, dueAt, late, ...ids }: { id: string; kind: DecisionKind; dueAt: Date; late: boolean } & Parameters<typeof aboutOf>[0]) =>
  bothWays(tx, to, translator('pl')('statement.mail.reminderSubject', { late: late ? 'yes' : 'no' }), 'statement.mail.reminder', (language) => ({
    late: late ? 'yes' : 'no',
    kind: sayKind({ kind, ...ids }, language),
    due: sayDay(dueAt, language),
    link: env.origin + address(language, 'moderateAppeal', { appeal: id }),
  }))
