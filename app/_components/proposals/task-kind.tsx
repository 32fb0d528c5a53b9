import { Select } from '@/app/_components/fields'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { cityToday } from '@/lib/proposals/deadlines'
import type { ProposalDraft } from '@/lib/proposals/draft'
import { sayTaskKind, taskKindsOn } from '@/lib/proposals/task-kind'

/** The kind of public task, chosen from art. 4; what was written before there was a list is shown until another is chosen. */
export function TaskKind({ draft: { taskKind }, language }: { draft: ProposalDraft; language: Language }) {
  const t = translator(language)
  const listed = taskKindsOn(cityToday())
  const kinds = ['', ...(taskKind && !listed.includes(taskKind) ? [taskKind] : []), ...listed]
  return <Select name="taskKind" label={t('offer.field.taskKind')} hint={t('offer.hint.taskKind')} options={kinds.map((kind) => ({ value: kind, label: kind ? sayTaskKind(kind, language) : t('offer.chooseGroup') }))} />
}
