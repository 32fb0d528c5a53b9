import type { MessageKey, Translate } from '@/lib/messages'

const plain: Record<string, MessageKey> = {
  tasks: 'proposal.tasksLegend', title: 'proposal.title', summary: 'proposal.summaryField', need: 'proposal.needField', targetGroup: 'proposal.targetGroupField',
  actions: 'proposal.actions', results: 'proposal.results', costs: 'proposal.costs', sources: 'proposal.sources',
}

/** The name of a field in words, by its path: `costs.0.kind` → „Koszt 1: Rodzaj kosztu”. */
export function sayPath(path: string, t: Translate): string {
  const [name = '', place, field] = path.split('.')
  if (name === 'from' || name === 'to') return t('proposal.inRow', { row: t('proposal.whenLegend'), field: t(`proposal.${name}`) })
  if (name === 'sources' && place) return t(`proposal.source.${place}` as MessageKey)
  if (field) return t('proposal.inRow', { row: t(`proposal.row.${name}` as MessageKey, { number: Number(place) + 1 }), field: t(`proposal.field.${name}.${field}` as MessageKey) })
  return t(plain[name] ?? 'proposal.title')
}
