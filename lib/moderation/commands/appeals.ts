import { eq, sql } from 'drizzle-orm'
import { command } from '../../command'
import { Refusal } from '../../refusal'
import { tag } from '../../tags'
import { appealDecisionInput, appealInput, appealMonths, canAppeal, canDecideAppeal, linkedAppealInput, reporterAppealInput } from '../appealing'
import { appealLocked, contestedByLink, contestedByNumber, contestedOfOneself } from '../contested'
import { tellAppellant } from '../letter'
import { hideAfterAppeal, showAfterAppeal } from '../publications'
import { readReportNumber } from '../report-number'
import { grounded } from '../rules'
import { decisionOfToken } from '../statement-link'
import { appeals } from '../tables'
import { hideAfterAll, takeBack } from '../taking-back'

const before = { appeals_once_a_side: { key: 'moderation.objection.appealedBefore' }, appeals_in_time: { key: 'moderation.objection.appealLate', values: { months: appealMonths } } } as const

/** Contests a decision about oneself, one's comment or what one's organisation publishes. Whoever is suspended may do so too. */
export const appealDecision = command({
  event: 'decision.appealed',
  input: appealInput,
  limit: { max: 20, minutes: 60 },
  load: contestedOfOneself,
  allow: canAppeal,
  async run({ tx, person, input: { decisionId, text } }) {
    const [appeal] = await tx.insert(appeals).values({ decisionId, side: 'author', appellantId: person.id, text }).returning({ id: appeals.id })
    return appeal!
  },
  conflicts: before,
})

/** The same by the link of the mail, without signing in: the way that is left to whoever is banned. */
export const appealByLink = command({
  by: 'anyone',
  event: 'decision.appealed',
  input: linkedAppealInput,
  limit: { max: 20, minutes: 60, per: ({ token }) => decisionOfToken(token) ?? 'none of ours' },
  load: contestedByLink,
  allow: canAppeal,
  async run({ tx, subject: { decisionId, concernsId }, input: { text } }) {
    const [appeal] = await tx.insert(appeals).values({ decisionId, side: 'author', appellantId: concernsId, text }).returning({ id: appeals.id })
    return appeal!
  },
  conflicts: before,
})

/** Whoever had reported contests that nothing was done, by the number of the report. */
export const appealAsReporter = command({
  by: 'anyone',
  event: 'decision.appealed',
  input: reporterAppealInput,
  limit: { max: 20, minutes: 60, per: ({ number }) => readReportNumber(number) ?? 'no number' },
  load: contestedByNumber,
  allow: canAppeal,
  async run({ tx, subject: { decisionId, report }, input: { text } }) {
    const [appeal] = await tx.insert(appeals).values({ decisionId, side: 'reporter', reportId: report.id, appellantId: report.reporterId, text }).returning({ id: appeals.id })
    return appeal!
  },
  conflicts: before,
})

/** Upholding what a reporter says hides what was reported, so it must name the rule. */
const hidingGround = grounded({})

/**
 * Decides an appeal, by another moderator than the one who decided before. What is upheld is undone in the same transaction:
 * what was hidden is back, the sanction lifted; where a reporter was right, it is hidden and whoever it is of told why.
 */
export const answerAppeal = command({
  event: 'appeal.decided',
  input: appealDecisionInput,
  limit: { max: 100, minutes: 60 },
  load: appealLocked,
  allow: canDecideAppeal,
  async run({ tx, person, input, subject }) {
    const { appealId, outcome, reasons } = input
    const by = { moderatorId: person.id, sentence: reasons }
    const published = subject.organisationId !== null
    const followedById = input.outcome === 'rejected' ? null
      : subject.side === 'author' ? await (published ? showAfterAppeal : takeBack)(tx, subject.contested, by)
      : await (published ? hideAfterAppeal : hideAfterAll)(tx, subject.contested, { ...by, ...groundOf(input) })
    await tx.update(appeals).set({ outcome, reasons, decidedAt: sql`clock_timestamp()`, decidedById: person.id, followedById }).where(eq(appeals.id, appealId))
    await tellAppellant(tx, { ...subject, decisionId: subject.contested.id, outcome, reasons })
    return { id: appealId }
  },
  touches: ({ subject }) => [tag.ledger, ...subject.tags],
  conflicts: { decisions_by_claimer: { key: 'desk.objection.claimed' }, appeals_decided_by_another: { key: 'moderation.objection.anotherModerator' }, decisions_undone_once: { key: 'moderation.objection.undone' }, decisions_one_at_a_time: { key: 'moderation.objection.alreadyDecided' } },
})

function groundOf({ ground, law }: { ground?: string; law?: string }) {
  const parsed = hidingGround.safeParse({ ground, law })
  if (!parsed.success) throw Refusal.invalid(parsed.error)
  return parsed.data
}
