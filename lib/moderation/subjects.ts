import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { address, type Address } from '../addresses'
import type { Tx } from '../db'
import type { Language } from '../language'
import { proposals } from '../proposals/tables'
import { tasks, translatedTitles } from '../strategy/tables'

/** What a thread belongs to: how it is called, where it is, and where a comment in it is. */
export type Subject = {
  kind: 'task' | 'proposal'
  title: string
  /** The language that the title is in. */
  lang: Language
  address: Address
  comment: (id: string) => Address
  /** Where its author changes it or takes it back. */
  edit: (id: string) => Address
}

/** What threads belong to, by thread; two queries however many. Takes a transaction or the database itself. */
export async function subjectsOf(tx: Pick<Tx, 'select'>, language: Language, threadIds: readonly string[]): Promise<Map<string, Subject>> {
  const subjects = new Map<string, Subject>()
  const ids = [...new Set(threadIds)]
  if (!ids.length) return subjects
  const taskRows = await tx
    .select({ threadId: tasks.threadId, code: tasks.code, title: tasks.title, translated: translatedTitles.title })
    .from(tasks)
    .leftJoin(translatedTitles, and(eq(translatedTitles.code, tasks.code), eq(translatedTitles.language, language)))
    .where(inArray(tasks.threadId, ids))
  for (const { threadId, code, title, translated } of taskRows) {
    subjects.set(threadId, {
      kind: 'task',
      title: `${code} ${translated ?? title}`,
      lang: translated ? language : 'pl',
      address: address(language, 'task', { code }),
      comment: (comment) => `${address(language, 'taskComment', { code, comment })}#glos-${comment}`,
      edit: (comment) => address(language, 'editTaskComment', { code, comment }),
    })
  }
  const proposalRows = await tx
    .select({ threadId: sql<string>`${proposals.threadId}`, slug: sql<string>`${proposals.slug}`, title: sql<string>`${proposals.content} ->> 'title'` })
    .from(proposals)
    .where(and(inArray(proposals.threadId, ids), isNotNull(proposals.publishedAt)))
  for (const { threadId, slug, title } of proposalRows) {
    subjects.set(threadId, {
      kind: 'proposal',
      title,
      lang: 'pl',
      address: address(language, 'proposal', { slug }),
      comment: (comment) => `${address(language, 'proposalComment', { slug, comment })}#glos-${comment}`,
      edit: (comment) => address(language, 'editProposalComment', { slug, comment }),
    })
  }
  return subjects
}
