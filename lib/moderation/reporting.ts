import { z } from 'zod'
import { canonicalEmail, emailField, notSuspended } from '../accounts/rules'
import { revision, type CommentState } from '../discussion/rules'
import { all, type Policy } from '../policy'
import type { Viewer } from '../person'
import { contentIds, namesOne } from './contents'
import { brokenRule, sentence, textUpTo } from './rules'

/** A report by the rules of the site, and the fuller notice of something illegal (DSA art. 16). */
export const reportKinds = ['report', 'notice'] as const
export type ReportKind = (typeof reportKinds)[number]

const ticked = z.string().max(10).optional().transform((sent) => sent === 'yes')
const mailIfAny = z.union([z.literal('').transform(() => null), emailField.transform(canonicalEmail)], 'problem.email').optional().transform((email) => email ?? null)
const lineIfAny = textUpTo(200).optional().transform((text) => text?.replace(/\s+/g, ' ') || null)

/** A report names what it is about, and the wording that was seen. */
const reported = { ...contentIds, revision }
const aboutOneThing = { error: 'problem.invalid', path: ['commentId'] }
const report = { ...reported, ground: brokenRule, sentence, urgent: ticked }
export const reportInput = z.strictObject(report).refine(namesOne, aboutOneThing)
/** Without an account; the address only for whoever wants to hear the outcome by mail. */
export const openReportInput = z.strictObject({ ...report, email: mailIfAny }).refine(namesOne, aboutOneThing)

/**
 * What art. 16(2) of the DSA asks for: reasons, the exact place, who sends it, and good faith. Name and address may be left
 * out where it is about the offences of art. 3–7 of directive 2011/93/EU (abuse of children).
 */
export const noticeInput = z
  .strictObject({
    ...reported,
    passage: textUpTo(4000).refine((text) => text.length > 0, 'moderation.problem.exactWords'),
    sentence,
    law: lineIfAny,
    aboutChildren: ticked,
    urgent: ticked,
    name: lineIfAny,
    email: mailIfAny,
    goodFaith: ticked.refine((said) => said, 'moderation.problem.goodFaith'),
  })
  .refine(namesOne, aboutOneThing)
  .refine(({ name, aboutChildren }) => name !== null || aboutChildren, { path: ['name'], error: 'moderation.problem.noticeName' })
  .refine(({ email, aboutChildren }) => email !== null || aboutChildren, { path: ['email'], error: 'moderation.problem.noticeEmail' })

/** What somebody means to report, and the wording that they have seen. `own`: theirs, or their organisation's. */
export type Reportable = { own: boolean; state: CommentState; revision: number; seen: number }
const notOwn: Policy<Reportable, Viewer> = (_, { own }) => (own ? { key: 'moderation.objection.reportOwn' } : null)
const stillVisible: Policy<Reportable, Viewer> = (_, { state }) => (state === 'shown' ? null : { key: state === 'hidden' ? 'moderation.objection.reportHidden' : 'moderation.objection.reportGone' })
const wordingKnown: Policy<Reportable, Viewer> = (_, { seen, revision }) => (seen <= revision ? null : { key: 'problem.invalid' })

/** Everybody, with an account or without, may report what others wrote, while it can be read. */
export const canReportOpenly: Policy<Reportable, Viewer> = all<Reportable, Viewer>(notOwn, stillVisible, wordingKnown)
/** Whoever is signed in, unless they are suspended. */
export const canReport: Policy<Reportable> = all<Reportable>(notSuspended, canReportOpenly)

/** How a report stands, as its sender may know. */
export type ReportState = 'waiting' | 'kept' | 'acted'
