import { and, eq, gt, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import { comments } from '../../discussion/tables'
import type { Viewer } from '../../person'
import { contentOf } from '../contents'
import { confirmReport } from '../letter'
import { publicationOf } from '../publications'
import { newReportNumber } from '../report-number'
import { canReport, canReportOpenly, noticeInput, openReportInput, reportInput, type Reportable } from '../reporting'
import { reports } from '../tables'

type Asked = { commentId?: string | undefined; proposalId?: string | undefined; organisationId?: string | undefined; revision: number }

/** What is reported, held, so that nothing is reported that is being hidden. */
async function contentHeld(tx: Tx, { revision, ...ids }: Asked, viewer: Viewer): Promise<Reportable | undefined> {
  const content = contentOf(ids)!
  if (content.about !== 'comment') {
    const publication = await publicationOf(tx, content, viewer?.id ?? null, 'share')
    return publication && { ...publication, seen: revision }
  }
  const [comment] = await tx.select({ authorId: comments.authorId, state: comments.state, revision: comments.revision }).from(comments).where(eq(comments.id, content.id)).for('share')
  return comment && { ...comment, own: comment.authorId === viewer?.id, seen: revision }
}

type Report = Omit<typeof reports.$inferInsert, 'id' | 'number'>

/** How many receipts an address gets in a day: whoever types somebody else's fills no mailbox. The page has the number anyway. */
const receiptsADay = 5

/** Stores a report under a number of its own and confirms it by mail. The number is a secret of its sender: events hold none. */
async function store(tx: Tx, report: Report) {
  const number = newReportNumber()
  const { reporterId = null, reporterEmail = null } = report
  const [stored] = await tx.insert(reports).values({ ...report, number }).returning({ id: reports.id })
  const already = reporterEmail ? await tx.$count(reports, and(eq(reports.reporterEmail, reporterEmail), gt(reports.at, sql`now() - interval '1 day'`))) : 0
  if (already <= receiptsADay) await confirmReport(tx, { number, reporterId, reporterEmail })
  return { id: stored!.id, number }
}

const before = { reports_one_each: { key: 'moderation.objection.reportedBefore' } } as const
const limit = { max: 30, minutes: 60 }
/** Those who have no account are counted by their network, and together, so that a flood ends somewhere. */
const fromOutside = { max: 120, minutes: 60, everyone: { max: 600, minutes: 60 } }

/** Says that what is published here breaks a rule. One report of each person for each wording of it. */
export const reportContent = command({
  event: 'content.reported',
  input: reportInput,
  limit,
  load: contentHeld,
  allow: canReport,
  run: ({ tx, person, input }) => store(tx, { ...input, reporterId: person.id }),
  conflicts: before,
})

/** The same without an account: whoever wants to hear the outcome keeps the number, or leaves an address. */
export const reportWithoutAccount = command({
  by: 'anyone',
  event: 'content.reported',
  input: openReportInput,
  limit: fromOutside,
  load: contentHeld,
  allow: canReportOpenly,
  run: ({ tx, person, input: { email, ...input } }) => store(tx, { ...input, reporterId: person?.id, reporterEmail: email }),
  conflicts: before,
})

/** Says that something is illegal: why, where exactly, who says so, and in good faith (DSA art. 16). */
export const reportIllegal = command({
  by: 'anyone',
  event: 'content.notified-as-illegal',
  input: noticeInput,
  limit: fromOutside,
  load: contentHeld,
  allow: canReportOpenly,
  run: ({ tx, person, input: { commentId, proposalId, organisationId, revision, passage, sentence, law, urgent, aboutChildren, name, email } }) =>
    store(tx, { commentId, proposalId, organisationId, revision, passage, sentence, law, kind: 'notice', ground: 'illegal', urgent: urgent || aboutChildren, reporterId: person?.id, reporterName: name, reporterEmail: email }),
  conflicts: before,
})
