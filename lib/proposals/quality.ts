import type { Objection } from '../policy'
import { isBlank, stepOf, tableNames, tables, type ProposalDraft, type TableName } from './draft'
import { fields, requires, stepsOf, type FieldPath, type Mode, type TypedStep } from './modes'
import { readQuantity } from './money'
import { readProposal } from './reading'
import { grantYearOf, isOverYear, sayGrantYear } from './small-grants'

type Reason = NonNullable<Objection>
/** Something that is missing (`required`: it cannot be sent without) or could be better (`advice`), and in which field. */
export type Gap = { path: string; level: 'required' | 'advice'; reasons: Reason[] }
export type Completeness = {
  /** By step, in the order of the form. */
  steps: { step: TypedStep; gaps: Gap[] }[]
  /** Fields that the mode does not go without, and how many of them are right. */
  asked: number
  filled: number
}

/**
 * How complete a proposal is, and how well its results are described: the same for who writes and for who reads it.
 * @param known codes of the tasks that may be served; left out where they were checked already
 * @param granted what its organisation has been granted under art. 19a, by year, in grosze
 */
export function completenessOf(draft: ProposalDraft, known: ReadonlySet<string> = new Set(draft.tasks), granted: Readonly<Record<string, number>> = {}): Completeness {
  const mode = draft.mode as Mode
  const { problems = {} } = readProposal(draft, known)
  const gaps: Gap[] = Object.entries(problems).map(([path, reasons]) => ({ path, level: 'required', reasons: reasons.map((reason) => inWords(path, reason)) }))
  for (const gap of [...adviceOn(draft), ...tooMuchFor(draft, granted)]) if (!problems[gap.path]) gaps.push(gap)
  const asked = askedIn(draft, mode)
  return {
    steps: stepsOf(mode).filter((step) => step !== 'check').map((step) => ({ step, gaps: gaps.filter(({ path }) => stepOf(path) === step) })),
    asked: asked.length,
    filled: asked.filter((path) => !problems[path] && !problems[path.split('.')[0]!]).length,
  }
}

/** What the standards of results ask of one. Advice where the mode does not want it; `problems` say what it wants. */
export function adviceOn(draft: ProposalDraft): Gap[] {
  const rows = draft.results.filter((row) => !isBlank(row))
  const gaps = rows.flatMap((row) => {
    const at = (field: string, key: Reason['key'], values?: Reason['values']): Gap => ({ path: `results.${row.id}.${field}`, level: 'advice', reasons: [{ key, ...(values && { values }) }] })
    const vague = vagueWord(row.name) ?? vagueWord(row.unit)
    return [
      ...(readQuantity(row.target) ? [] : [at('target', 'offer.quality.noNumber')]),
      ...(row.unit.trim() ? [] : [at('unit', 'offer.quality.noUnit')]),
      ...(row.measuring.trim() ? [] : [at('measuring', 'offer.quality.noMeasuring')]),
      ...(row.source.trim() ? [] : [at('source', 'offer.quality.noSource')]),
      ...(vague ? [at('name', 'offer.quality.uncountable', { word: vague })] : []),
    ]
  })
  return rows.length === 1 && draft.mode !== 'idea' ? [...gaps, { path: 'results', level: 'advice', reasons: [{ key: 'offer.quality.alone' }] }] : gaps
}

/** A small grant that the office could not accept, since the organisation would get too much in that year. */
function tooMuchFor(draft: ProposalDraft, granted: Readonly<Record<string, number>>): Gap[] {
  const grantYear = grantYearOf(draft, granted)
  return grantYear && isOverYear(grantYear) ? [{ path: 'sources.grant', level: 'advice', reasons: [{ key: 'offer.quality.overYear', values: sayGrantYear(grantYear) }] }] : []
}

const vague = /^(wzrost|wzmocnieni|poprawa|popraw|podniesieni|zwiększeni|promocj|popularyzacj|propagowani|rozw[oó]j|rozwijani|wsparci|wspierani|aktywizacj|integracj|uświadomieni|przeciwdziałani|krzewieni|kształtowani|budowani|lepsz|większ|liczn|wiele|dużo)/iu
/** The word that makes a result impossible to count: it names a direction instead of something one could point at. */
const vagueWord = (text: string): string | null => (vague.test(text.trim()) ? text.trim().split(/\s+/, 1)[0]! : null)

const words: Record<string, Reason['key']> = { target: 'offer.quality.noNumber', unit: 'offer.quality.noUnit', measuring: 'offer.quality.noMeasuring', source: 'offer.quality.noSource' }
/** Of results, „required” is said more exactly. */
const inWords = (path: string, reason: Reason): Reason => {
  const [table, , field = ''] = path.split('.')
  return table === 'results' && reason.key === 'problem.required' && words[field] ? { key: words[field] } : reason
}

/** Paths of what the mode does not go without; a table that needs rows and has none counts once. */
function askedIn(draft: ProposalDraft, mode: Mode): string[] {
  const needed = (Object.keys(fields) as FieldPath[]).filter((path) => path !== 'mode' && requires(mode, path))
  const alone = needed.filter((path) => !tableNames.includes(path.split('.')[0] as TableName))
  const ofRows = tableNames.flatMap((table) => {
    const columns = tables[table].fields.filter((field) => needed.includes(`${table}.${field}` as FieldPath))
    const rows = draft[table].filter((row) => !isBlank(row))
    if (!rows.length) return columns.length && table !== 'applicants' ? [table] : []
    return rows.flatMap(({ id }) => columns.map((field) => `${table}.${id}.${field}`))
  })
  return [...alone, ...ofRows]
}
