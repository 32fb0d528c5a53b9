import { AppealForm } from '@/app/_components/moderation/appeal-form'
import { AppealState } from '@/app/_components/moderation/appeal-state'
import type { Address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import { contestInvalidationAction } from '@/lib/integrity/actions'
import { canContest } from '@/lib/integrity/contesting'
import type { OwnInvalidation } from '@/lib/integrity/queries/appeals'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { answerDays } from '@/lib/moderation/appealing'
import { lastDayToAppeal } from '@/lib/moderation/statement'
import type { Person } from '@/lib/person'

type Props = { invalidation: OwnInvalidation; viewer: Person; language: Language; here: Address }

/** Why one's vote does not count, how that was decided, and one's appeal: to write, or how it stands. */
export function OwnInvalidationStatement({ invalidation: { decisionId, reason, at, inTime, counts, appeal }, viewer, language, here }: Props) {
  const t = translator(language)
  const mayContest = !canContest(viewer, { inTime, counts, appealed: appeal !== null })
  const said = { date: sayDay(at, language), reason }
  return (
    <>
      <div className="ds-alert" data-color={counts ? 'info' : 'warning'} style={{ marginBlockStart: '1.6rem' }}>
        <h2 className="ds-heading">{t(counts ? 'integrity.own.restoredTitle' : 'integrity.own.title')}</h2>
        <div className="stack">
          <p>{t(counts ? 'integrity.own.restored' : 'integrity.own.why', said)}</p>
          <p>{t('integrity.own.how')}</p>
          {mayContest && <p>{t('integrity.own.until', { date: sayDay(lastDayToAppeal(at), language), days: answerDays })}</p>}
        </div>
      </div>
      {appeal && <AppealState appeal={appeal} language={language} />}
      {mayContest && <AppealForm action={contestInvalidationAction} hidden={{ decisionId }} language={language} from={here} />}
    </>
  )
}
