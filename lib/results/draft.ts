import { z } from 'zod'
import type { ProposalContent } from '../proposals/content'
import { rowKey } from '../proposals/draft'
import { canonText } from '../text'
import { reportSources } from './report'

/** A report as it was typed, by the paths of its fields (`results.r1.achieved`): strings, nothing need be right yet. */
export type ReportDraft = Record<string, string>

/** The fields of each planned row. */
export const rowFields = {
  results: ['achieved', 'measuring', 'source', 'deviation'],
  actions: ['done', 'description', 'deviation'],
  costs: ['actual'],
} as const
export type ReportTable = keyof typeof rowFields
export const reportTables = Object.keys(rowFields) as ReportTable[]

/** Fields that stand alone. */
export const reportTexts = ['contractNumber', 'contractDate', 'otherPublicFrom', 'otherIncome', 'feesTerms', 'feesPayers', 'additional'] as const

/** The report of a proposal before anything was typed: every field there is, with what the plan says about measuring. */
export function blankReport(plan: ProposalContent): ReportDraft {
  const draft: ReportDraft = {}
  for (const table of reportTables) for (const { id } of plan[table]) for (const field of rowFields[table]) draft[`${table}.${id}.${field}`] = ''
  for (const { id, measuring, source } of plan.results) Object.assign(draft, { [`results.${id}.measuring`]: measuring, [`results.${id}.source`]: source })
  for (const source of reportSources) draft[`sources.${source}`] = ''
  for (const text of reportTexts) draft[text] = ''
  return draft
}

const typed = z.string().max(20_000, 'problem.tooLong').transform(canonText)
const fields = <Name extends string>(names: readonly Name[]) => z.strictObject(Object.fromEntries(names.map((name) => [name, typed.optional()])) as Record<Name, z.ZodOptional<typeof typed>>)
const rows = <Name extends string>(names: readonly Name[]) => z.record(rowKey, fields(names)).default({})

/** What the form may send, by the names of its fields; what is not sent stays. */
export const reportShape = {
  results: rows(rowFields.results),
  actions: rows(rowFields.actions),
  costs: rows(rowFields.costs),
  sources: fields(reportSources).default({} as never),
  ...(Object.fromEntries(reportTexts.map((name) => [name, typed.optional()])) as Record<(typeof reportTexts)[number], z.ZodOptional<typeof typed>>),
}

/** What a form sent, by the paths of its fields. */
export function paths(sent: object, under = ''): ReportDraft {
  return Object.fromEntries(Object.entries(sent).flatMap(([name, value]) => (typeof value === 'string' ? [[under + name, value]] : value && typeof value === 'object' ? Object.entries(paths(value, `${under}${name}.`)) : [])))
}
