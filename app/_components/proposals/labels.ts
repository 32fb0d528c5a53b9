import type { MessageKey, Translate } from '@/lib/messages'
import { groupNames, tableNames, type GroupName, type ProposalDraft, type TableName } from '@/lib/proposals/draft'

/** The label of a field, by its path without the row's key: `costs.kind`. */
export function labelOf(field: string, t: Translate): string {
  if (field in legends) return t(legends[field]!)
  return t((tableNames.includes(field as TableName) || field === 'sources' || field === 'split' ? `offer.field.${field}.all` : `offer.field.${field}`) as MessageKey)
}
const legends: Record<string, MessageKey> = { residents: 'offer.legend.residents', narrative: 'offer.legend.narrative', resources: 'offer.legend.resources' }

/** The name of a field in words, by its path: `costs.r1.kind` → „Koszt 1: Rodzaj kosztu”. */
export function sayPath(path: string, draft: ProposalDraft, t: Translate): string {
  const [name = '', key, field] = path.split('.')
  if (name === 'from' || name === 'to') return t('proposal.inRow', { row: t('offer.legend.when'), field: t(`offer.field.${name}`) })
  if (!key || name === 'split') return labelOf(name, t)
  if (groupNames.includes(name as GroupName)) return labelOf(path, t)
  const number = (draft[name as TableName] as { id: string }[]).findIndex(({ id }) => id === key) + 1
  const row = t(`offer.row.${name as TableName}`, { number: number || 1 })
  return field ? t('proposal.inRow', { row, field: sayField(name, field, draft, t) }) : row
}

/** A field of a row; years by their number in the calendar where the project's days can be read. */
export const sayField = (table: string, field: string, draft: Pick<ProposalDraft, 'from'>, t: Translate): string =>
  t(`offer.field.${table}.${field}` as MessageKey, field.startsWith('year') ? { year: yearOf(draft.from, Number(field.at(-1))) } : undefined)

const yearOf = (from: string, place: number) => {
  const year = /(?:^|\D)(20\d\d)(?:\D|$)/.exec(from)?.[1]
  return year ? String(Number(year) + place - 1) : String(place)
}
