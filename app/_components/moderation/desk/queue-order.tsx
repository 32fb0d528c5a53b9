import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { hoursAReport, hoursFor } from '@/lib/moderation/urgency'

/** By what the queue is ordered, in words, with the numbers that it is ordered by. */
export function QueueOrder({ language }: { language: Language }) {
  const t = translator(language)
  return (
    <details className="key-list">
      <summary>{t('desk.order.title')}</summary>
      <p>{t('desk.order.danger')}</p>
      <p>{t('desk.order.due', hoursFor)}</p>
      <p>{t('desk.order.reports', { hours: hoursAReport })}</p>
    </details>
  )
}
