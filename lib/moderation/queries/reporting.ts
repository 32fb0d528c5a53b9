import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { comments } from '../../discussion/tables'
import { db } from '../../db'
import { organisations } from '../../organisations/tables'
import type { Language } from '../../language'
import type { Viewer } from '../../person'
import type { Content, PublicationKind } from '../contents'
import { publicationOf } from '../publications'
import type { Ground } from '../rules'
import { subjectsOf } from '../subjects'
import { decisions, reports } from '../tables'

/** What somebody means to report, by its id, whatever it is; without its text and names where it is not to be read. Null: there is none. */
export async function getReportable(viewer: Viewer, id: string) {
  return (await reportableComment(viewer, id)) ?? (await reportablePublication(viewer, { about: 'proposal', id })) ?? reportablePublication(viewer, { about: 'organisation', id })
}
export type Reported = NonNullable<Awaited<ReturnType<typeof getReportable>>>

async function reportablePublication(viewer: Viewer, content: Content & { about: PublicationKind }) {
  const publication = await publicationOf(db, content, viewer?.id ?? null)
  if (!publication) return null
  const { about, id, title, words, organisation, state, revision, own, slug } = publication
  const reported = viewer ? (await db.$count(reports, and(eq(reports.contentId, id), eq(reports.revision, revision), eq(reports.reporterId, viewer.id)))) > 0 : false
  const shown = state === 'shown' ? { title, words, organisation } : { title: null, words: null, organisation: null }
  return { about, id, ...shown, state, revision, seen: revision, own, slug, reported }
}

async function reportableComment(viewer: Viewer, commentId: string) {
  const [comment] = await db
    .select({
      about: sql<'comment'>`'comment'`,
      id: comments.id,
      threadId: comments.threadId,
      own: sql<boolean>`coalesce(${comments.authorId} = ${viewer?.id ?? null}::uuid, false)`,
      body: comments.body,
      author: people.name,
      organisation: organisations.name,
      postedAt: comments.postedAt,
      state: comments.state,
      revision: comments.revision,
      seen: comments.revision,
      reported: viewer ? sql<boolean>`exists (select 1 from ${reports} where ${reports.contentId} = ${comments.id} and ${reports.revision} = ${comments.revision} and ${reports.reporterId} = ${viewer.id})` : sql<boolean>`false`,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .leftJoin(organisations, eq(organisations.id, comments.organisationId))
    .where(eq(comments.id, commentId))
  if (!comment) return null
  return comment.state === 'shown' ? comment : { ...comment, body: null, author: null, organisation: null }
}

/** Why comments of the viewer's own were hidden: rule and sentence of the newest decision to hide, by comment. */
export async function getReasonsFor(viewer: Viewer, commentIds: readonly string[]): Promise<Map<string, { ground: Ground; sentence: string }>> {
  if (!viewer || !commentIds.length) return new Map()
  const rows = await db
    .selectDistinctOn([decisions.commentId], { commentId: comments.id, ground: decisions.ground, sentence: decisions.sentence })
    .from(decisions)
    .innerJoin(comments, eq(comments.id, decisions.commentId))
    .where(and(eq(comments.authorId, viewer.id), eq(decisions.kind, 'hide'), inArray(decisions.commentId, [...commentIds])))
    .orderBy(decisions.commentId, desc(decisions.at))
  return new Map(rows.map(({ commentId, ...reason }) => [commentId, reason]))
}

/** What threads belong to, by thread: title and address. */
export const getSubjects = (_viewer: Viewer, language: Language, threadIds: readonly string[]) => subjectsOf(db, language, threadIds)
