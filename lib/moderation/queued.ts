import { and, eq, inArray, sql } from 'drizzle-orm'
import { people } from '../accounts/tables'
import { db } from '../db'
import { houseRules } from '../discussion/house-rules'
import type { HeldFor } from '../discussion/rules'
import { passageOf } from '../discussion/screening'
import { comments } from '../discussion/tables'
import * as organisationQueries from '../organisations/queries'
import { organisationMembers } from '../organisations/tables'
import type { Person } from '../person'
import * as proposalQueries from '../proposals/queries/desk'
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
export type QueuedComment = Waits & {
  kind: 'danger' | 'held' | 'reports'
  threadId: string
  body: string
  author: string | null
  reports: number
  grounds: BrokenRule[]
  /** Which check holds it, and the passage that did. */
  heldFor: HeldFor | null
  passage: string | null
  claim: Claim | null
  /** The wording and the newest decision, as they are seen here. */
  revision: number
  newest: string | null
}
export type QueuedBulk = Waits & { kind: 'bulk'; size: number; decides: 'hide' | 'keep' }
export type QueuedAppeal = Waits & { kind: 'appeals'; contested: DecisionKind; text: string; dueAt: Date }
/** `bans`: whose account is to be blocked; its id is theirs. */
export type QueuedTitle = Waits & { kind: 'organisations' | 'proposals' | 'bans'; title: string | null }
export type Queued = QueuedComment | QueuedAppeal | QueuedBulk | QueuedTitle

type Detail = Omit<QueuedComment, keyof Waits | 'kind' | 'reports'> | Omit<QueuedAppeal, keyof Waits | 'kind'> | Omit<QueuedBulk, keyof Waits | 'kind'> | Omit<QueuedTitle, keyof Waits | 'kind'>

/** What each kind is shown with, by id, for a moderator: a query a kind. */
export async function detailsOf(viewer: Person, rows: readonly { kind: QueueKind; id: string }[]): Promise<Map<string, Detail & { own: boolean }>> {
  const ids = (...kinds: QueueKind[]) => rows.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
  const none = <Item>(ids: string[], read: (ids: string[]) => Promise<Item[]>) => (ids.length ? read(ids) : Promise.resolve([]))
  const [said, appealed, bans, bulk, organisations, proposals] = await Promise.all([
    none(ids('danger', 'held', 'reports'), (ids) => readComments(viewer, ids)),
    none(ids('appeals'), (ids) => readAppeals(viewer, ids)),
    none(ids('bans'), (ids) => readBans(viewer, ids)),
    none(ids('bulk'), (ids) => db.select({ id: bulkDecisions.id, size: bulkDecisions.size, decides: bulkDecisions.kind, own: sql<boolean>`${bulkDecisions.proposedById} = ${viewer.id}` }).from(bulkDecisions).where(inArray(bulkDecisions.id, ids))),
    none(ids('organisations'), (ids) => organisationQueries.listWaiting(viewer, ids)),
    none(ids('proposals'), (ids) => proposalQueries.listWaiting(viewer, ids)),
  ])
  return new Map<string, Detail & { own: boolean }>([
    ...said.map(({ id, ...detail }) => [id, detail] as const),
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
      grounds: sql<BrokenRule[]>`array(select distinct ${reports.ground} from ${reports} where ${reports.commentId} = ${comments.id} and ${reports.decisionId} is null order by 1)`,
      claimedAt: sql<Date | null>`${caseClaims.claimedAt}`.mapWith(caseClaims.claimedAt),
      mine: sql<boolean>`${caseClaims.moderatorId} = ${viewer.id}`,
      own: sql<boolean>`${comments.authorId} = ${viewer.id} or ${organisationMembers.personId} is not null`,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .leftJoin(organisationMembers, and(eq(organisationMembers.organisationId, comments.organisationId), eq(organisationMembers.personId, viewer.id)))
    .leftJoin(caseClaims, and(eq(caseClaims.commentId, comments.id), sql`${caseClaims.expiresAt} > clock_timestamp()`))
    .where(inArray(comments.id, ids))
  return rows.map(({ state, heldFor, claimedAt, mine, ...row }) => ({
    ...row,
    heldFor: state === 'held' ? heldFor : null,
    passage: state === 'held' && heldFor ? passageOf(row.body, heldFor, houseRules()) : null,
    claim: claimedAt && { mine, since: claimedAt },
  }))
}

/** `own`: the viewer proposed it. */
const readBans = (viewer: Person, ids: string[]) =>
  db
    .select({ id: banProposals.personId, title: people.name, own: sql<boolean>`${banProposals.proposedById} = ${viewer.id}` })
    .from(banProposals)
    .innerJoin(people, eq(people.id, banProposals.personId))
    .where(and(inArray(banProposals.personId, ids), banWaits))

/** `own`: contests what the viewer has decided, or is theirs. */
const readAppeals = (viewer: Person, ids: string[]) =>
  db
    .select({ id: appeals.id, contested: decisions.kind, text: appeals.text, dueAt: appeals.dueAt, own: sql<boolean>`coalesce(${viewer.id} in (${decisions.moderatorId}, ${decisions.authorId}, ${decisions.personId}, ${appeals.appellantId}), false)` })
    .from(appeals)
    .innerJoin(decisions, eq(decisions.id, appeals.decisionId))
    .where(inArray(appeals.id, ids))
