import { Feed } from 'feed'
import { address, type Address } from '../addresses'
import { type CommentShown } from '../discussion/shown'
import { listNewest } from '../discussion/queries/voices'
import { env } from '../env'
import { translator } from '../messages'
import type { Viewer } from '../person'
import { listPublished } from '../proposals/queries/published'
import { getStrategy, getTask } from '../strategy/queries'
import { taskCode } from '../strategy/rules'

const entriesAtMost = 50
const t = translator('pl')

type Entry = { id: string; title: string; path: Address; text: string; author: string; at: Date }

/** The newest voices about one task as Atom; null when there is no such task. */
export async function taskFeed(viewer: Viewer, code: string): Promise<string | null> {
  const task = taskCode.test(code) ? await getTask(viewer, 'pl', code) : null
  if (!task) return null
  const comments = await listNewest(viewer, [task.threadId], entriesAtMost)
  return atom({
    path: `/feeds/tasks/${code}.atom`,
    title: t('openData.feeds.task', { code, title: task.title.adopted }),
    page: address('pl', 'task', { code }),
    entries: comments.map((comment) => voiceEntry(comment, code)),
  })
}

/** The newest voices about all tasks as Atom. */
export async function allTasksFeed(viewer: Viewer): Promise<string> {
  const { tasks } = await getStrategy(viewer, 'pl')
  const codes = new Map(tasks.map(({ threadId, code }) => [threadId, code]))
  const comments = await listNewest(viewer, [...codes.keys()], entriesAtMost)
  return atom({
    path: '/feeds/tasks/all.atom',
    title: t('openData.feeds.tasks'),
    page: address('pl', 'tasks'),
    entries: comments.map((comment) => voiceEntry(comment, codes.get(comment.threadId)!)),
  })
}

/** The newest published proposals as Atom. */
export async function proposalsFeed(viewer: Viewer): Promise<string> {
  const { items } = await listPublished(viewer, { limit: entriesAtMost })
  return atom({
    path: '/feeds/proposals/all.atom',
    title: t('openData.feeds.proposals'),
    page: address('pl', 'proposals'),
    entries: items.map(({ id, slug, title, summary, organisation, publishedAt }) => ({ id, title, path: address('pl', 'proposal', { slug }), text: summary, author: organisation.name, at: publishedAt })),
  })
}

function voiceEntry(comment: CommentShown, code: string): Entry {
  const author = comment.official ? t('writing.office') : comment.organisation?.name ?? comment.author ?? t('comment.removedAuthor')
  return {
    id: comment.id,
    title: t('openData.feeds.voice', { author, code }),
    path: `${address('pl', 'taskComment', { code, comment: comment.id })}#glos-${comment.id}` as Address,
    text: comment.body ?? '',
    author,
    at: comment.postedAt,
  }
}

function atom({ path, title, page, entries }: { path: Address; title: string; page: Address; entries: Entry[] }): string {
  const feed = new Feed({
    id: `tag:${new URL(env.origin).hostname},2026:${path}`,
    title: readable(title),
    link: env.origin + page,
    feed: env.origin + path,
    author: { name: t('site.name') },
    updated: entries[0]?.at ?? new Date(0),
    generator: false,
  })
  for (const { id, title, path, text, author, at } of entries) {
    feed.addItem({ id: `urn:uuid:${id}`, title: asHtml(title), link: env.origin + path, content: paragraphs(text), author: [{ name: readable(author) }], date: at, published: at })
  }
  return feed.atom1().replace('<feed ', '<feed xml:lang="pl" ')
}

const paragraphs = (text: string) => text.split(/\n{2,}/).map((paragraph) => `<p>${asHtml(paragraph).replaceAll('\n', '<br/>')}</p>`).join('')

/** Text as it is, for the library writes titles and bodies as HTML. */
const asHtml = (text: string) => readable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Without the few characters that XML cannot say at all. */
const readable = (text: string) => text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
