import { sql } from 'drizzle-orm'
import { db } from '../db'
import type { Viewer } from '../person'
import { oneLetterOff } from './rules'

/**
 * How close a word that was used is to a typed one, 0 to 1, as SQL on `used.word` and `typed`. Thresholds were tried on
 * the 26 titles: „edukcja” is 0.31 from „edukacji”, „przedszkole” 0.30 from „przedsięwzięć”; in short words half must
 * agree („park” is 0.43 from „part”).
 */
export const closeness = sql`case
  when used.word = typed.word then 1
  when typed.word ~ '^[0-9]+$' then 0
  when length(typed.word) >= 3 and starts_with(used.word, typed.word) then 0.9
  when left(used.word, 1) <> left(typed.word, 1) then 0
  when similarity(used.word, typed.word) > case when length(typed.word) < 6 then 0.44 else 0.305 end then greatest(similarity(used.word, typed.word), case when used.word like any(typed.meant) then 0.45 else 0 end)
  when used.word like any(typed.meant) then 0.45
  else 0 end`

/** What was typed, as rows of `typed (word, meant)`. */
export const typedRows = (words: readonly string[]) =>
  sql`select * from jsonb_to_recordset(${JSON.stringify(words.map((word) => ({ word, meant: oneLetterOff(word) })))}::jsonb) as typed (word text, meant text[])`

const formsAtMost = 24

/**
 * For each typed word the forms of it that were used in comments, the closest first; none where nothing resembles it.
 * Where a word is there as typed, what only resembles it is left out.
 */
export async function usedForms(_viewer: Viewer, words: readonly string[]): Promise<{ typed: string; forms: string[] }[]> {
  if (!words.length) return []
  const rows = await db.execute<{ typed: string; form: string; closeness: number }>(sql`
    with typed as materialized (${typedRows(words)}),
    close as (
      select typed.word as typed, used.word as form, (${closeness})::float8 as closeness
      from typed cross join lateral (
        select word from used_words where word = typed.word
        union select word from used_words where length(typed.word) >= 3 and word like typed.word || '%'
        union select word from used_words where word % typed.word
      ) used
    ),
    near as (select *, max(closeness) over (partition by typed) as best, row_number() over (partition by typed order by closeness desc, form) as place from close where closeness > 0)
    select typed, form, closeness from near where closeness > best / 2 and place <= ${formsAtMost} order by typed, closeness desc, form`)
  return words.map((typed) => {
    const forms = rows.filter((row) => row.typed === typed).map(({ form }) => form)
    // Numbers and words of one or two letters are not among the remembered ones, but may have been used.
    return { typed, forms: forms.length ? forms : /^[\p{L}]{3,}$/u.test(typed) ? [] : [typed] }
  })
}

/** A condition for comments as PostgreSQL reads it: every word in one of its forms. Only letters and digits come in. */
export const everyWord = (words: readonly { forms: readonly string[] }[]): string => words.map(({ forms }) => anyOf(forms)).join(' & ')
export const anyWord = (words: readonly { forms: readonly string[] }[]): string => words.filter(({ forms }) => forms.length).map(({ forms }) => anyOf(forms)).join(' | ')
const anyOf = (forms: readonly string[]) => `(${forms.map((form) => `'${form.replace(/[^\p{L}\p{N}]/gu, '')}'`).join(' | ')})`
