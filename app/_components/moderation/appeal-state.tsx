import { sayDay, sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { ReportStatus } from '@/lib/moderation/queries/report-status'

type Props = { appeal: Omit<NonNullable<ReportStatus['appeal']>, 'ofThisReport'>; language: Language }

/** What became of an appeal: until when it is answered, or how it ended and why. */
export function AppealState({ appeal: { at, dueAt, late, text, outcome, reasons, decidedAt }, language }: Props) {
  const t = translator(language)
  return (
    <div className="appeal-state" id="odwolanie" tabIndex={-1}>
      <h3>{outcome ? t(`statement.appeal.${outcome}`, { date: sayMoment(decidedAt!, language) }) : t('statement.appeal.title')}</h3>
      {!outcome && <p>{t('statement.appeal.sent', { date: sayMoment(at, language), due: sayDay(dueAt, language) })}</p>}
      {late && <p>{t('statement.appeal.late', { due: sayDay(dueAt, language) })}</p>}
      {reasons && <p><b>{t('statement.appeal.reasons')}:</b> <bdi className="said">{reasons}</bdi></p>}
      {outcome && <p className="quiet">{t('statement.appeal.final')}</p>}
      {text && <details><summary>{t('statement.appeal.yours')}</summary><p className="said"><bdi>{text}</bdi></p></details>}
    </div>
  )
}
