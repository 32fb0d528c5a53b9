import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { fullAge, type Term } from '@/lib/volunteering/rules'
import { Body } from '../discussion/body'

/** On what terms one helps: age, agreement, insurance, each with the article it rests on. */
export function Conditions({ call, language }: { call: { minAge: number; term: Term; conditions: string }; language: Language }) {
  const t = translator(language)
  return (
    <section>
      <h2>{t('volunteering.conditions')}</h2>
      <dl className="facts">
        <div><dt>{t('volunteering.age')}</dt><dd>{t(call.minAge >= fullAge ? 'volunteering.ageAdult' : 'volunteering.ageMinor', { age: call.minAge })}</dd></div>
        <div>
          <dt>{t('volunteering.agreement')}</dt>
          <dd>{t(`volunteering.term.${call.term}`)} {t('volunteering.duty')} {t('volunteering.certificateDuty')}</dd>
        </div>
        {call.conditions && <div><dt>{t('volunteering.conditionsMore')}</dt><dd className="body"><Body text={call.conditions} /></dd></div>}
      </dl>
      <p className="meta" style={{ marginBlockStart: '0.8rem' }}>{t('volunteering.lawName')}</p>
    </section>
  )
}
