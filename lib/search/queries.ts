import { sql } from 'drizzle-orm'
import { db } from '../db'
import type { Language } from '../language'
import type { Viewer } from '../person'
import { documents } from './documents'
import type { Question } from './rules'
import { closeness, typedRows } from './words'

/** What can be found, in the order in which it is shown. */
export const kinds = ['task', 'proposal', 'organisation', 'partnerCall', 'volunteerCall'] as const
export type Kind = (typeof kinds)[number]

/** `id` is what the address is made with: a task's code, a call's key, else a slug. `lang` is the language of `title`. */
export type Found = { kind: Kind; id: string; title: string; lang: string; note: string | null }
/** `whole`: every word was found in each of them; else only some of the words, in the best of what there is. */
export type Findings = { found: Found[]; whole: boolean }

const partialAtMost = 12
const foundAtMost = 100

/**
 * Finds tasks, published proposals, confirmed organisations and their open calls by the words of their titles and descriptions,
 * forgiving diacritics, inflection and one mistyped letter; tasks by code also. The best comes first in each kind.
 */
export async function search(_viewer: Viewer, language: Language, question: Question): Promise<Findings> {
  if (!question.words.length && !question.codes.length) return { found: [], whole: true }
  const rows = await db.execute<Row>(sql`
    with documents as materialized (${documents(language)}),
    spoken as materialized (
      select distinct kind, id, word
      from documents, regexp_split_to_table(regexp_replace(lower(unaccent(words)), '[^[:alnum:]]+', ' ', 'g'), ' ') as word
      where word <> ''
    ),
    typed as (
      ${typedRows(question.words)}
    ),
    close as (
      select typed.word as typed, used.word, ${closeness} as closeness
      from typed cross join (select distinct word from spoken) used
    ),
    -- Where a word is there as typed, what only resembles it is left out.
    near as (
      select typed, word, closeness from (select *, max(closeness) over (partition by typed) as best from close) close
      where closeness > 0 and closeness > best / 2
    ),
    hits as (
      select kind, id, typed, max(closeness) as closeness from spoken join near using (word) group by kind, id, typed
    ),
    scores as (
      select kind, id, count(*)::int as hits, sum(closeness)::float8 as score from hits group by kind, id
    )
    select kind, id, title, lang, note, coalesce(hits, 0) as hits, coalesce(score, 0) as score, code
    from (
      select *, case when kind = 'task' and id = any(${sql.param(question.codes)}::text[]) then 2
                     when kind = 'task' and exists (select from unnest(${sql.param(question.codes)}::text[]) code where starts_with(id, code || '.')) then 1
                     else 0 end as code
      from documents
    ) documents
    left join scores using (kind, id)
    where hits > 0 or code > 0
    order by code desc, case when code = 1 then position end, hits desc, round(score::numeric, 2) desc, length(title), position, id
    limit ${foundAtMost}`)
  return chosen(rows, question)
}

type Row = Record<string, unknown> & Found & { hits: number; score: number; code: number }

/** A code, or every word; only when nothing has every word, what has the most of them. */
function chosen(rows: readonly Row[], { words, codes }: Question): Findings {
  const exact = rows.filter(({ code }) => code === 2)
  const named = exact.length || !codes.length ? exact : rows.filter(({ code, hits }) => code === 1 && hits === words.length)
  const all = words.length ? rows.filter((row) => row.hits === words.length && !named.includes(row)) : []
  if (named.length || all.length) return { found: [...named, ...all].map(found), whole: true }
  // A call is for some weeks; by half of the words it would only stand before what lasts.
  return { found: rows.filter(({ hits, kind }) => hits > 0 && kind !== 'partnerCall' && kind !== 'volunteerCall').slice(0, partialAtMost).map(found), whole: false }
}

const found = ({ kind, id, title, lang, note }: Row): Found => ({ kind, id, title, lang, note })
