import { address } from '../addresses'
import { countVoices } from '../discussion/queries/paper'
import { listComments } from '../discussion/queries/voices'
import { env } from '../env'
import { isUuid } from '../ids'
import { getMonthlyFigures, getYearReport } from '../moderation/queries/figures'
import { listPublicDecisions } from '../moderation/queries/ledger'
import { listConfirmed } from '../organisations/queries'
import type { Viewer } from '../person'
import { exported, type OfferRecord } from '../proposals/exported'
import { getOffer } from '../proposals/queries/offers'
import { listPublished } from '../proposals/queries/published'
import { listPublishedReports } from '../results/queries'
import { getStrategy, getTask, type TaskListed } from '../strategy/queries'
import { taskCode } from '../strategy/rules'
import { getQuestion, getResults, listReceipts } from '../voting/queries'
import { countCast } from '../voting/queries/paper'
import { strata, type Count } from '../voting/rules'
import type { ChannelRecord, CommentRecord, DecisionRecord, MonthRecord, OrganisationRecord, OutcomeRecord, PageOf, ProposalRecord, ReceiptRecord, ReportLineRecord, ResultRecord, TaskRecord } from './records'
import type { Paging } from './rules'

// Everything here is read as an anonymous visitor would read it, by the queries that make the pages.

/** Every task of the strategy, by number. */
export async function listTasks(viewer: Viewer): Promise<PageOf<TaskRecord>> {
  const strategy = await getStrategy(viewer, 'en')
  const items = strategy.areas.flatMap((area) =>
    area.strategicGoals.flatMap((strategic) =>
      strategic.goals.flatMap((goal) =>
        goal.tasks.map((task) => ({
          ...aboutTask(task),
          area: area.title.adopted,
          strategicGoal: { code: strategic.code, title: strategic.title.adopted },
          operationalGoal: { code: goal.code, title: goal.title.adopted },
          withdrawn: task.withdrawnAt ? dayOf(task.withdrawnAt) : null,
          votes: votesOf(task.tally),
          comments: task.comments,
          url: env.origin + address('pl', 'task', { code: task.code }),
        })),
      ),
    ),
  )
  const place = new Map(strategy.tasks.map(({ code }, position) => [code, position]))
  return { items: items.sort((a, b) => place.get(a.code)! - place.get(b.code)!), next: null }
}

/** What may not be known yet is null. */
const votesOf = (tally: Count | null): TaskRecord['votes'] => ({
  for: tally?.choices.for ?? null,
  against: tally?.choices.against ?? null,
  abstain: tally?.choices.abstain ?? null,
  total: tally?.total ?? null,
})

const aboutTask = ({ code, title }: Pick<TaskListed, 'code' | 'title'>) => ({ code, title: title.adopted, titleEnglish: title.lang === 'en' ? title.text : null })

/** One task; null when there is none of that code. */
export async function findTask(viewer: Viewer, code: string): Promise<TaskRecord | null> {
  return (await listTasks(viewer)).items.find((task) => task.code === code) ?? null
}

/** What is said about a task, oldest first; null when there is no such task. Hidden comments are not there. */
export async function listTaskComments(viewer: Viewer, code: string, { cursor, limit }: Paging): Promise<PageOf<CommentRecord> | null> {
  const task = taskCode.test(code) ? await getTask(viewer, 'pl', code) : null
  if (!task) return null
  const comments = await listComments(viewer, task.threadId, cursor, limit + 1)
  const items = comments.slice(0, limit).map((comment) => ({
    id: comment.id,
    parentId: comment.parentId,
    postedAt: comment.postedAt.toISOString(),
    author: comment.author,
    organisation: comment.organisation?.name ?? null,
    official: comment.official,
    stance: comment.stance,
    body: comment.body ?? '',
    state: 'shown' as const,
    edited: comment.editedAt?.toISOString() ?? null,
    supports: comment.agrees,
    disagrees: comment.disagrees,
    passes: comment.passes,
    url: env.origin + address('pl', 'taskComment', { code, comment: comment.id }),
  }))
  return { items, next: comments.length > limit ? items.at(-1)!.id : null }
}

/** The published proposals, newest first. */
export async function listProposals(viewer: Viewer, { cursor, limit }: Paging): Promise<PageOf<ProposalRecord>> {
  const { items, next } = await listPublished(viewer, { before: cursor, limit })
  return {
    items: items.map(({ id, slug, mode, title, summary, organisation, tasks, from, to, totalGrosze, sources, state, publishedAt, supports, comments }) => ({
      id,
      slug,
      mode,
      title,
      summary,
      organisation: organisation.name,
      tasks,
      from,
      to,
      totalGrosze,
      grantGrosze: sources.grant,
      ownMoneyGrosze: sources.ownMoney,
      ownNonMoneyGrosze: sources.ownNonMoney,
      feesGrosze: sources.fees,
      state,
      published: dayOf(publishedAt),
      supports,
      comments,
      url: env.origin + address('pl', 'proposal', { slug }),
    })),
    next,
  }
}

/** All that one published proposal says; null when there is none of that address. */
export async function findOffer(viewer: Viewer, slug: string): Promise<OfferRecord | null> {
  const offer = await getOffer(viewer, slug)
  return offer && exported(offer)
}

/** The confirmed organisations, in the order in which they registered. Never how to reach a person. */
export async function listOrganisations(viewer: Viewer, paging: Paging): Promise<PageOf<OrganisationRecord>> {
  return pageOf(await listConfirmed(viewer), paging, ({ id, slug, name, legalForm, krs, nip, regon, seat, about, confirmedAt }) => ({
    id,
    slug,
    name,
    legalForm,
    krs,
    nip,
    regon,
    seat,
    about,
    confirmed: dayOf(confirmedAt),
    url: env.origin + address('pl', 'organisation', { slug }),
  }))
}

/** What a vote has come to, all together and by groups; null when there is no such vote or nobody may know yet. */
export async function listResults(viewer: Viewer, questionId: string): Promise<PageOf<ResultRecord> | null> {
  const question = isUuid(questionId) ? await getQuestion(viewer, questionId) : null
  const results = question && (await getResults(viewer, questionId))
  if (!question || !results) return null
  const withThem = results.invalidated?.withThem
  const groups = [{ ...results, strata: ['all'] }, ...(withThem ? [{ ...withThem, strata: ['with-invalidated'] }] : []), ...results.strata]
  const label = (choice: string) => question.labels?.[question.choices.indexOf(choice)] ?? choice
  return {
    items: groups.flatMap(({ strata, total, choices }) => question.choices.map((choice) => ({ group: strata.join('+'), choice, label: label(choice), votes: choices[choice] ?? 0, voters: total }))),
    next: null,
  }
}

/** What was promised and what was achieved, a row a result, of every report that was accepted. */
export async function listOutcomes(viewer: Viewer, { proposal, task }: { proposal?: string | undefined; task?: string | undefined }): Promise<PageOf<OutcomeRecord>> {
  const reports = await listPublishedReports(viewer, { ...(proposal !== undefined && { slug: proposal }), ...(task !== undefined && { task }) })
  return {
    items: reports.flatMap(({ slug, plan, organisation, promises, sentAt, acceptedAt }) =>
      promises.map(({ name, unit, promisedThousandths, achievedThousandths, measuring, source, deviation }) => ({
        proposal: slug,
        title: plan.title,
        organisation,
        tasks: plan.tasks,
        result: name,
        unit,
        promised: promisedThousandths / 1000,
        achieved: achievedThousandths / 1000,
        measuring,
        source,
        deviation,
        reported: dayOf(sentAt),
        accepted: dayOf(acceptedAt),
        url: env.origin + address('pl', 'proposalResults', { slug }),
      })),
    ),
    next: null,
  }
}

/** How many comments and votes came by which way, each counted apart. */
export async function listChannels(viewer: Viewer): Promise<PageOf<ChannelRecord>> {
  const [voices, votes] = await Promise.all([countVoices(viewer), countCast(viewer)])
  return { items: strata.map((channel) => ({ channel, voices: voices[channel], votes: votes[channel] })), next: null }
}

/** The moderators' decisions, newest first, without names and texts. */
export async function listDecisions(viewer: Viewer, { cursor, limit }: Paging): Promise<PageOf<DecisionRecord>> {
  const { decisions, next } = await listPublicDecisions(viewer, 'pl', cursor, limit)
  return { items: decisions.map(({ at, subject, ...decision }) => ({ ...decision, at: at.toISOString(), url: subject && env.origin + subject.address })), next }
}

/** What the moderators decided in each month, and how fast, newest first. */
export async function listModeration(viewer: Viewer): Promise<PageOf<MonthRecord>> {
  return { items: await getMonthlyFigures(viewer), next: null }
}

/** The report on the moderation of one year; null where there is nothing to report on. */
export async function listYearReport(viewer: Viewer, year: string): Promise<PageOf<ReportLineRecord> | null> {
  const items = /^20\d\d$/.test(year) ? await getYearReport(viewer, Number(year)) : []
  return items.length ? { items, next: null } : null
}

/** The receipts of the counted votes; null when there is no such vote or it is still open. */
export async function listCountedReceipts(viewer: Viewer, questionId: string, { cursor, limit }: Paging): Promise<PageOf<ReceiptRecord> | null> {
  const question = isUuid(questionId) ? await getQuestion(viewer, questionId) : null
  if (question?.state !== 'closed') return null
  const receipts = await listReceipts(viewer, questionId, { after: cursor, limit: limit + 1 })
  const page = receipts.slice(0, limit)
  return { items: page.map((receipt) => ({ receipt })), next: receipts.length > limit ? page.at(-1)! : null }
}

/** A page of a list that is short enough to be read whole, by key: what joins or leaves meanwhile moves nothing. */
function pageOf<Row extends { id: string }, Item>(rows: readonly Row[], { cursor, limit }: Paging, itemOf: (row: Row) => Item): PageOf<Item> {
  const after = rows.filter(({ id }) => !cursor || id > cursor).sort((a, b) => (a.id < b.id ? -1 : 1))
  const page = after.slice(0, limit)
  return { items: page.map(itemOf), next: after.length > limit ? page.at(-1)!.id : null }
}

/** A day by the city's clock. */
const dayOf = (date: Date) => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Warsaw' }).format(date)
