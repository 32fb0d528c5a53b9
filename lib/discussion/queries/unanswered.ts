import { and, asc, count, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { db } from '../../db'
import { organisations } from '../../organisations/tables'
import type { Viewer } from '../../person'
import { answersAtMost } from '../rules'
import { comments, officialAnswers } from '../tables'

/** A comment that can be read and that the office has not answered, neither below it nor by pointing at it. */
const unanswered = sql`${comments.state} = 'shown' and not ${comments.official}
  and not exists (select from ${comments} answer where answer.parent_id = ${comments.id} and answer.official and answer.state = 'shown')
  and not exists (select from ${officialAnswers} pointing join ${comments} answer on answer.id = pointing.answer_id where pointing.comment_id = ${comments.id} and answer.state = 'shown')`

/**
 * What waits for the office in a thread: questions, longest first, and what most people agree with.
 * @returns nothing for whoever is no official
 */
export async function listUnanswered(viewer: Viewer, threadId: string) {
  if (!viewer?.roles.includes('official')) return { questions: [], agreed: [] }
  const [questions, agreed] = await Promise.all([
    waiting().where(and(eq(comments.threadId, threadId), eq(comments.stance, 'question'), unanswered)).orderBy(asc(comments.id)).limit(answersAtMost),
    waiting().where(and(eq(comments.threadId, threadId), sql`${comments.stance} is distinct from 'question'`, gt(comments.agrees, 0), unanswered)).orderBy(desc(comments.agrees), desc(comments.id)).limit(10),
  ])
  return { questions, agreed }
}

/**
 * All that began a branch in a thread and waits for the office's answer, longest first: for remarks, each of which is answered.
 * @param besides an organisation whose own voices need no answer
 * @returns nothing for whoever is no official
 */
export async function listUnansweredRoots(viewer: Viewer, threadId: string, besides: string) {
  if (!viewer?.roles.includes('official')) return []
  return waiting()
    .where(and(eq(comments.threadId, threadId), isNull(comments.parentId), sql`${comments.organisationId} is distinct from ${besides}`, unanswered))
    .orderBy(asc(comments.id))
    .limit(answersAtMost)
}

const waiting = () =>
  db
    .select({
      id: comments.id,
      body: comments.body,
      agrees: comments.agrees,
      postedAt: comments.postedAt,
      name: sql<string | null>`coalesce(${organisations.name}, ${comments.signature}, ${people.name})`,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .leftJoin(organisations, eq(organisations.id, comments.organisationId))
    .$dynamic()

/** How many questions wait for the office in each of these threads; for officials only. */
export async function countUnanswered(viewer: Viewer, threadIds: readonly string[]): Promise<Map<string, number>> {
  if (!viewer?.roles.includes('official') || !threadIds.length) return new Map()
  const rows = await db
    .select({ threadId: comments.threadId, questions: count() })
    .from(comments)
    .where(and(inArray(comments.threadId, [...threadIds]), eq(comments.stance, 'question'), unanswered))
    .groupBy(comments.threadId)
  return new Map(rows.map(({ threadId, questions }) => [threadId, questions]))
}
