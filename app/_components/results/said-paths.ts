import type { Translate } from '@/lib/messages'
import type { ProposalContent } from '@/lib/proposals/content'

/** Where a problem is, in words: the row's name and the field's label. */
export function sayReportPath(path: string, plan: ProposalContent, t: Translate): string {
  const [table = '', id, field] = path.split('.')
  if (table === 'costs' && id) return plan.costs.find((cost) => cost.id === id)?.kind ?? id
  if (table === 'sources') return id ? t(`results.sourceName.${id}` as 'results.sourceName.grant') : t('results.form.sources')
  if (id && field) {
    const row = [...plan.results, ...plan.actions].find((row) => row.id === id && (plan[table as 'results' | 'actions'] as unknown[]).includes(row))
    return `${row?.name ?? id}: ${t(`results.form.${field}` as 'results.form.achieved')}`
  }
  return t(`results.form.${table}` as 'results.form.additional')
}
