import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people } from '../accounts/tables'
import type { Tx } from '../db'
import { organisationMembers, organisations } from '../organisations/tables'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { threadOpenNow } from './queries/threads'
import type { Speaker } from './rules'
import { floodMinutes } from './screening'
import { comments, threads } from './tables'

// What commands hold while they change it: always the thread first, then the comment.

const threadState = { open: threadOpenNow, closedReason: threads.closedReason, lockedAt: threads.lockedAt }
const parent = alias(comments, 'parent')

type Place = { threadId: string; parentId?: string; speaksAs?: string; formKey?: string }

/** The thread, held against closing and locking, with what it takes to write in it: one query. */
export async function placeToWrite(tx: Tx, { threadId, parentId, speaksAs, formKey }: Place, person: Person) {
  const organisationId = speaksAs === 'office' ? undefined : speaksAs
  const [place] = await tx
    .select({
      ...threadState,
      parentState: parent.state,
      isMember: organisationId ? isMember(organisationId, person) : sql<boolean>`false`,
      ...saidBefore(person, sql`${threadId}`, sql`(form_key is null or form_key is distinct from ${formKey ?? null}::uuid)`),
      ...restrictions(person),
    })
    .from(threads)
    .leftJoin(parent, and(eq(parent.id, parentId ?? sql`null`), eq(parent.threadId, threads.id)))
    .where(eq(threads.id, threadId))
    .for('share', { of: threads })
  if (!place) return undefined
  const { parentState, isMember: member, slowMinutes, ...state } = place
  const speaks: Speaker = speaksAs === 'office' ? 'office' : !organisationId ? 'oneself' : member ? 'own-organisation' : 'another'
  const waitMinutes = slowMinutes ? await minutesToWait(tx, person, slowMinutes) : 0
  return { ...state, waitMinutes, parent: !parentId ? ('none' as const) : parentState === 'shown' ? ('there' as const) : ('gone' as const), speaks }
}

/** The comment with its thread, held against closing, locking and every other change of it. */
export async function commentHeld(tx: Tx, { commentId }: { commentId: string }) {
  const threadOfIt = sql`(select thread_id from ${comments} where id = ${commentId})`
  const [thread] = await tx.select({ id: threads.id, ...threadState }).from(threads).where(eq(threads.id, threadOfIt)).for('share')
  if (!thread) return undefined
  const [comment] = await tx
    .select({
      threadId: comments.threadId,
      authorId: comments.authorId,
      official: comments.official,
      organisationId: comments.organisationId,
      state: comments.state,
      revision: comments.revision,
      stance: comments.stance,
      body: comments.body,
      editedAt: comments.editedAt,
      reactions: sql<number>`${comments.agrees} + ${comments.disagrees} + ${comments.passes}`,
      replies: comments.replies,
      minutesOld: sql<number>`extract(epoch from clock_timestamp() - ${comments.postedAt})::float8 / 60`,
    })
    .from(comments)
    .where(eq(comments.id, commentId))
    .for('update')
  const { id: _, ...state } = thread
  return { ...state, ...comment! }
}

/** The same, with what its author has said beside it. */
export async function commentToChange(tx: Tx, input: { commentId: string }, person: Person) {
  const comment = await commentHeld(tx, input)
  if (!comment) return undefined
  const [before] = await tx.select(saidBefore(person, sql`${comment.threadId}`, sql`id <> ${input.commentId}`)).from(threads).where(eq(threads.id, comment.threadId))
  return { ...comment, ...before! }
}

/** The thread, and whether all that is to be answered can be read in it. */
export async function answerable(tx: Tx, { threadId, answers, formKey }: { threadId: string; answers: string[]; formKey?: string }, person: Person) {
  const place = await placeToWrite(tx, { threadId, formKey, speaksAs: 'office' }, person)
  if (!place) return undefined
  const there = await tx.$count(comments, and(eq(comments.threadId, threadId), inArray(comments.id, answers), eq(comments.state, 'shown')))
  return { ...place, allThere: there === answers.length }
}

/** Whoever acts on what reads otherwise by now has another text before their eyes. */
export function sameWording(seen: { revision: number }, now: { revision: number }): void {
  const changed = { key: 'objection.wordingChanged' } as const
  if (seen.revision !== now.revision) throw new Refusal('conflict', changed, { revision: [changed] })
}

/** What screening.ts wants to know of a person's voices; of the newest twenty, so that it costs the same for everyone. */
const saidBefore = (person: Person, threadId: ReturnType<typeof sql>, beside: ReturnType<typeof sql>) => {
  const newest = sql`(select thread_id, body, posted_at from ${comments} where author_id = ${person.id} and ${beside} order by id desc limit 20) newest`
  return {
    said: sql<string[]>`array(select body from ${newest} where thread_id = ${threadId} and posted_at > clock_timestamp() - interval '1 day')`,
    recent: sql<number>`(select count(*)::int from ${newest} where posted_at > clock_timestamp() - make_interval(mins => ${floodMinutes}))`,
    voices: sql<number>`(select count(*)::int from (select from ${comments} where author_id = ${person.id} and state = 'shown' limit 50) known)`,
  }
}

/** What moderation has decided about somebody, as the database knows it now. */
const restrictions = ({ id }: Person) => ({
  unreadWarning: sql<boolean>`(select warned_at is not null from ${people} where id = ${id})`,
  slowMinutes: sql<number | null>`(select slow_minutes from ${people} where id = ${id} and slowed_until > clock_timestamp())`,
})

/** Of somebody slowed down: how long until their next comment. Their row is held, so that of two at once one waits. */
async function minutesToWait(tx: Tx, { id }: Person, slowMinutes: number): Promise<number> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, id)).for('update')
  const [newest] = await tx.select({ wait: sql<number>`ceil(extract(epoch from ${comments.postedAt} + make_interval(mins => ${slowMinutes}) - clock_timestamp()) / 60)::int` }).from(comments).where(eq(comments.authorId, id)).orderBy(desc(comments.id)).limit(1)
  return Math.max(0, newest?.wait ?? 0)
}

const isMember = (organisationId: string, person: Person) => sql<boolean>`exists (
  select from ${organisationMembers} join ${organisations} on ${organisations.id} = ${organisationMembers.organisationId}
  where ${organisations.id} = ${organisationId} and ${organisationMembers.personId} = ${person.id} and ${organisations.confirmedAt} is not null)`
