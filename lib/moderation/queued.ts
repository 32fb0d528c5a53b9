import { and, eq, inArray, sql, type Column } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { db } from '../db'
import { houseRules } from '../discussion/house-rules'
import type { HeldFor } from '../discussion/rules'
import { passageOf } from '../discussion/screening'
import { comments } from '../discussion/tables'
import * as organisationQueries from '../organisations/queries'
import { organisations } from '../organisations/tables'
import type { Person } from '../person'
import * as proposalQueries from '../proposals/queries/desk'
import { proposals } from '../proposals/tables'
import { isOfTheirs } from './concerned'
import type { ContentKind, PublicationKind } from './contents'
import { bulkDecisions, caseClaims } from './desk-tables'
import type { BrokenRule, DecisionKind } from './rules'
import { banProposals } from './sanction-tables'
import { banWaits } from './somebody'
import { appeals, decisions, reports } from './tables'
import type { QueueKind } from './urgency'

// What stands in the queue, as it is shown there.

/** Who looks at a case now, and since when; names are nobody's matter. */
export type Claim = { mine: boolean; since: Date }
type Waits = {
  id: string
  since: Date
  /** Longer than it should (urgency.ts). */
  long: boolean
  /** The viewer's own, or their organisation's: somebody else decides. */
  own: boolean
}
/** A case that somebody decides about, alone, once they have taken it. */
type QueuedCase = Waits & { reports: number; grounds: BrokenRule[]; claim: Claim | null }
export type QueuedComment = QueuedCase & {
  kind: 'danger' | 'held' | 'reports'
  about: 'comment'
  threadId: string
  body: string
  author: string | null
  /** Which check holds it, and the passage that did. */
  heldFor: HeldFor | null
  passage: string | null
  /** The wording and the newest decision, as they are seen here. */
  revision: number
  newest: string | null
}
export type QueuedPublication = QueuedCase & { kind: 'danger' | 'reports'; about: PublicationKind; title: string; body: string; organisation: string }
export type QueuedBulk = Waits & { kind: 'bulk'; size: number; decides: 'hide' | 'keep' }
export type QueuedAppeal = Waits & { kind: 'appeals'; contested: { kind: DecisionKind } & Partial<Record<'commentId' | 'threadId' | 'personId' | 'proposalId' | 'organisationId', string | null>>; text: string; dueAt: Date }
/** `bans`: whose account is to be blocked; its id is theirs. */
export type QueuedTitle = Waits & { kind: 'organisations' | 'proposals' | 'bans'; title: string | null }
export type Queued = QueuedComment | QueuedPublication | QueuedAppeal | QueuedBulk | QueuedTitle

type Detail = Omit<QueuedComment, keyof Waits | 'kind' | 'about' | 'reports'> | Omit<QueuedPublication, keyof Waits | 'kind' | 'about' | 'reports'> | Omit<QueuedAppeal, keyof Waits | 'kind'> | Omit<QueuedBulk, keyof Waits | 'kind'> | Omit<QueuedTitle, keyof Waits | 'kind'>

/** What each kind is shown with, by id, for a moderator: a query a kind. */
export async function detailsOf(viewer: Person, rows: readonly { kind: QueueKind; about: ContentKind | null; id: string }[]): Promise<Map<string, Detail & { own: boolean }>> {
  const ids = (kind: QueueKind) => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  const about = (kind: ContentKind) => rows.filter((row) => row.about === kind).map(({ id }) => id)
  const none = <Item>(ids: string[], read: (ids: string[]) => Promise<Item[]>) => (ids.length ? read(ids) : Promise.resolve([]))
  const [said, proposed, profiles, appealed, bans, bulk, organisations, proposals] = await Promise.all([
    none(about('comment'), (ids) => readComments(viewer, ids)),
    none(about('proposal'), (ids) => readProposals(viewer, ids)),
    none(about('organisation'), (ids) => readProfiles(viewer, ids)),
    none(ids('appeals'), (ids) => readAppeals(viewer, ids)),
    none(ids('bans'), (ids) => readBans(viewer, ids)),
    none(ids('bulk'), (ids) => db.select({ id: bulkDecisions.id, size: bulkDecisions.size, decides: bulkDecisions.kind, own: sql<boolean>`${bulkDecisions.proposedById} = ${viewer.id}` }).from(bulkDecisions).where(inArray(bulkDecisions.id, ids))),
    none(ids('organisations'), (ids) => organisationQueries.listWaiting(viewer, ids)),
    none(ids('proposals'), (ids) => proposalQueries.listWaiting(viewer, ids)),
  ])
  return new Map<string, Detail & { own: boolean }>([
    ...[...said, ...proposed, ...profiles].map(({ id, ...detail }) => [id, detail] as const),
    ...appealed.map(({ id, ...detail }) => [id, detail] as const),
    ...bans.map(({ id, ...detail }) => [id, detail] as const),
    ...bulk.map(({ id, ...detail }) => [id, detail] as const),
    ...organisations.map(({ id, name, own }) => [id, { title: name, own }] as const),
    ...proposals.map(({ id, title, own }) => [id, { title, own }] as const),
  ])
}

async function readComments(viewer: Person, ids: string[]) {
  const rows = await db
    .select({
      id: comments.id,
      threadId: comments.threadId,
      body: comments.body,
      author: people.name,
      heldFor: comments.heldFor,
      state: comments.state,
      revision: comments.revision,
      newest: sql<string | null>`(select newest.id from decisions newest where newest.comment_id = ${comments.id} order by newest.at desc limit 1)`,
      ...caseColumns(viewer, comments.id),
      own: sql<boolean>`${comments.authorId} = ${viewer.id} or is_own_content(${comments.id}, null, null, ${viewer.id}::uuid)`,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .leftJoin(caseClaims, claimedNow(comments.id))
    .where(inArray(comments.id, ids))
  return rows.map(withClaim).map(({ state, heldFor, ...row }) => ({
    ...row,
    heldFor: state === 'held' ? heldFor : null,
    passage: state === 'held' && heldFor ? passageOf(row.body, heldFor, houseRules()) : null,
  }))
}

/** `own`: the viewer proposed it. */
const readBans = (viewer: Person, ids: string[]) =>
  db
    .select({ id: banProposals.personId, title: people.name, own: sql<boolean>`${banProposals.proposedById} = ${viewer.id}` })
    .from(banProposals)
    .innerJoin(people, eq(people.id, banProposals.personId))
    .where(and(inArray(banProposals.personId, ids), banWaits))

/** What others say of a case, and who looks at it. */
const caseColumns = (viewer: Person, contentId: Column) => ({
  grounds: sql<BrokenRule[]>`array(select distinct ${reports.ground} from ${reports} where ${reports.contentId} = ${contentId} and ${reports.decisionId} is null order by 1)`,
  claimedAt: sql<Date | null>`${caseClaims.claimedAt}`.mapWith(caseClaims.claimedAt),
  mine: sql<boolean>`${caseClaims.moderatorId} = ${viewer.id}`,
})
const claimedNow = (contentId: Column) => and(eq(caseClaims.contentId, contentId), sql`${caseClaims.expiresAt} > clock_timestamp()`)
const withClaim = <Row extends { claimedAt: Date | null; mine: boolean }>({ claimedAt, mine, ...row }: Row) => ({ ...row, claim: claimedAt && { mine, since: claimedAt } })

const readProposals = async (viewer: Person, ids: string[]) =>
  (await db
    .select({
      id: proposals.id, title: sql<string>`${proposals.content} ->> 'title'`, body: sql<string>`${proposals.content} ->> 'summary'`, organisation: organisations.name,
      ...caseColumns(viewer, proposals.id), own: sql<boolean>`is_own_content(null, ${proposals.id}, ${proposals.organisationId}, ${viewer.id}::uuid)`,
    })
    .from(proposals)
    .innerJoin(organisations, eq(organisations.id, proposals.organisationId))
    .leftJoin(caseClaims, claimedNow(proposals.id))
    .where(inArray(proposals.id, ids))).map(withClaim)

const readProfiles = async (viewer: Person, ids: string[]) =>
  (await db
    .select({
      id: organisations.id, title: organisations.name, body: organisations.about, organisation: organisations.name,
      ...caseColumns(viewer, organisations.id), own: sql<boolean>`is_own_content(null, null, ${organisations.id}, ${viewer.id}::uuid)`,
    })
    .from(organisations)
    .leftJoin(caseClaims, claimedNow(organisations.id))
    .where(inArray(organisations.id, ids))).map(withClaim)

/** `own`: contests what the viewer has decided, or is theirs. */
const readAppeals = (viewer: Person, ids: string[]) =>
  db
    .select({
      id: appeals.id, contested: { kind: decisions.kind, commentId: decisions.commentId, threadId: decisions.threadId, personId: decisions.personId, proposalId: decisions.proposalId, organisationId: decisions.organisationId },
      text: appeals.text, dueAt: appeals.dueAt, own: sql<boolean>`coalesce(${viewer.id} in (${decisions.moderatorId}, ${decisions.authorId}, ${decisions.personId}, ${appeals.appellantId}), false) or ${isOfTheirs(viewer.id)}`,
    })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .where(inArray(appeals.id, ids))
