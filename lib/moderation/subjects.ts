import { and, eq, inArray, sql } from 'drizzle-orm'
import { address, type Address } from '../addresses'
import type { Tx } from '../db'
import type { Language } from '../language'
import { isPublic as isPublicOrganisation } from '../organisations/public'
import { organisations } from '../organisations/tables'
import { isPublic } from '../proposals/public'
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
    .where(and(inArray(proposals.threadId, ids), isPublic))
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

/** How proposals and organisations are called and where they are, by id, as long as everybody may see them: two queries however many. */
export async function publicationsShown(tx: Pick<Tx, 'select'>, language: Language, about: readonly { proposalId: string | null; organisationId: string | null }[]): Promise<Map<string, Pick<Subject, 'title' | 'lang' | 'address'>>> {
  const proposalIds = about.flatMap(({ proposalId }) => proposalId ?? [])
  const organisationIds = about.flatMap(({ proposalId, organisationId }) => (proposalId ? [] : (organisationId ?? [])))
  const [proposed, profiles] = await Promise.all([
    proposalIds.length ? tx.select({ id: proposals.id, slug: sql<string>`${proposals.slug}`, title: sql<string>`${proposals.content} ->> 'title'` }).from(proposals).where(and(inArray(proposals.id, proposalIds), isPublic)) : [],
    organisationIds.length ? tx.select({ id: organisations.id, slug: organisations.slug, title: organisations.name }).from(organisations).where(and(inArray(organisations.id, organisationIds), isPublicOrganisation)) : [],
  ])
  const shown = (page: 'proposal' | 'organisation') => ({ id, slug, title }: { id: string; slug: string; title: string }) => [id, { title, lang: 'pl' as const, address: address(language, page, { slug }) }] as const
  return new Map([...proposed.map(shown('proposal')), ...profiles.map(shown('organisation'))])
}
