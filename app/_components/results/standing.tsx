import { sayDate } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Reporting } from '@/lib/results/deadline'

/** Where a report stands, with its day; one that is late is said to be, in words. */
export function ReportStanding({ reporting, language }: { reporting: NonNullable<Reporting>; language: Language }) {
  const t = translator(language)
  const { stands, until } = reporting
  return <p className="reporting" data-late={stands === 'late' || undefined}>{t(`results.stands.${stands}`, { date: sayDate(until, language) })}</p>
}
