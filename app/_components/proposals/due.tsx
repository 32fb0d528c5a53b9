import { sayDate } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Due } from '@/lib/proposals/deadlines'

/** A deadline in words: what for, until when, how many working days are left. What is late says so, and not by colour alone. */
export function DueLine({ due: { what, until, overdue, workingDaysLeft }, language }: { due: Due; language: Language }) {
  const t = translator(language)
  const date = sayDate(until, language)
  // A time of others that is over is nobody's delay.
  const isOver = overdue && (what === 'remarks' || what === 'appeal')
  return (
    <p className="due" data-overdue={(overdue && !isOver) || undefined}>
      {t(`life.due.${what}`)}: {isOver ? t('life.due.over', { date }) : <>{t('life.due.until', { date })}, {overdue ? <b>{t('life.due.overdue')}</b> : t('life.due.left', { days: workingDaysLeft })}</>}
    </p>
  )
}
