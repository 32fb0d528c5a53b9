import { sql, type SQL } from 'drizzle-orm'
import { db } from '../db'
import type { Viewer } from '../person'
import { questionOf } from './rules'
import { snippet, type Part } from './snippet'
import { anyWord, everyWord, usedForms } from './words'

/** A comment that was found, with the passage that was. */
export type FoundComment = { id: string; threadId: string; name: string | null; postedAt: Date; parts: Part[] }

const lookedThrough = 400

/**
 * Comments that can be read and have every word in some form; where none has, those with some of the words. The best of
 * the newest 400 come first: exact words before resembling ones, then what more people agree with.
 */
export async function searchComments(viewer: Viewer, words: readonly string[], limit = 20): Promise<{ found: FoundComment[]; whole: boolean; more: boolean }> {
  const forms = await usedForms(viewer, words)
  const nothing = { found: [], whole: true, more: false }
  if (!forms.some(({ forms }) => forms.length)) return nothing
  if (forms.every(({ forms }) => forms.length)) {
    const all = await best(everyWord(forms), forms, limit)
    if (all.found.length) return { ...all, whole: true }
  }
  return forms.length > 1 ? { ...(await best(anyWord(forms), forms, Math.min(limit, 10))), whole: false } : nothing
}

async function best(query: string, words: readonly { typed: string; forms: readonly string[] }[], limit: number) {
  const exact = anyWord(words.map(({ typed }) => ({ forms: [typed] })))
  const rows = await db.execute<{ id: string; thread_id: string; name: string | null; posted_at: string; body: string }>(sql`
    with newest as materialized (
      select id, words, agrees from comments where state = 'shown' and words @@ ${query}::tsquery
        and thread_id not in (select id from threads where hidden_at is not null) order by id desc limit ${lookedThrough}
    ), ranked as (
      select id, ts_rank(words, ${query}::tsquery) + 2 * ts_rank(words, ${exact}::tsquery) + ln(1 + agrees) / 50 as rank from newest order by rank desc, id desc limit ${limit + 1}
    )
    select comments.id, comments.thread_id, comments.posted_at, comments.body, coalesce(organisations.name, comments.signature, people.name) as name
    from ranked join comments using (id) join people on people.id = comments.author_id left join organisations on organisations.id = comments.organisation_id
    order by ranked.rank desc, id desc`)
  const hits = new Set(words.flatMap(({ typed, forms }) => [typed, ...forms]))
  return {
    found: rows.slice(0, limit).map(({ id, thread_id: threadId, name, posted_at: postedAt, body }) => ({ id, threadId, name, postedAt: new Date(postedAt), parts: snippet(body, hits) })),
    more: rows.length > limit,
  }
}

/** A condition on `comments c` for the words somebody looks for within a thread; null where nothing there can match. */
export async function matchingWords(viewer: Viewer, typed: string): Promise<SQL | null> {
  const { words } = questionOf(typed)
  const forms = await usedForms(viewer, words)
  return words.length && forms.every(({ forms }) => forms.length) ? sql`c.words @@ ${everyWord(forms)}::tsquery` : null
}

const tellingLetters = 4
const wordsCompared = 12
const alikeFrom = 0.5
const comparedAtMost = 2000

/**
 * Comments of a thread that say much the same as a text that is being written, the most alike first; none where nothing
 * really does. Alike is how many of the telling words they share, by their beginnings, since endings inflect.
 */
export async function similarComments(_viewer: Viewer, threadId: string, text: string, limit = 3): Promise<{ id: string; score: number }[]> {
  const telling = [...new Set(questionOf(text.slice(0, 400)).words.filter((word) => word.length >= tellingLetters).map(stemOf))].slice(0, wordsCompared)
  if (telling.length < 3) return []
  const query = telling.map((stem) => `'${stem}':*`).join(' | ')
  const rows = await db.execute<{ id: string; shared: number; own: number }>(sql`
    with near as materialized (
      select id, words from (
        select id, words from comments where thread_id = ${threadId} and state = 'shown' and words @@ ${query}::tsquery order by id desc limit ${comparedAtMost}
      ) newest order by ts_rank(words, ${query}::tsquery) desc, id desc limit 30
    )
    select id, (select count(*)::int from unnest(${sql.param(telling)}::text[]) stem where near.words @@ (quote_literal(stem) || ':*')::tsquery) as shared,
      (select count(*)::int from unnest(near.words) where length(lexeme) >= ${tellingLetters}) as own
    from near`)
  return rows
    .map(({ id, shared, own }) => ({ id, score: shared / telling.length, own, shared }))
    .filter(({ score, shared }) => shared >= 3 && score >= alikeFrom)
    .sort((a, b) => b.score - a.score || a.own - b.own)
    .slice(0, limit)
    .map(({ id, score }) => ({ id, score }))
}

/** What stays of a word when its ending changes, roughly. */
const stemOf = (word: string): string => word.slice(0, Math.max(tellingLetters, word.length - (word.length > 7 ? 3 : word.length > 5 ? 2 : 1)))
