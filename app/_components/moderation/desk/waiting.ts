import type { Translate } from '@/lib/messages'

const hour = 3_600_000

/** How long something has waited, in whole hours, from two days on in whole days. */
export function sayWaiting(t: Translate, since: Date, now = new Date()): string {
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / hour))
  return hours < 48 ? t('desk.waits.hours', { count: hours }) : t('desk.waits.days', { count: Math.floor(hours / 24) })
}
