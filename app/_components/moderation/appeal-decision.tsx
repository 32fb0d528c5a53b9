import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { answerAppealAction } from '@/lib/moderation/actions'
import type { Side } from '@/lib/moderation/appealing'
import { Choices, Field } from '../fields'
import { Form, Submit } from '../form'
import { ruleOptions } from './grounds'

type Props = { appealId: string; side: Side; language: Language; from: Address }

/** Upholds an appeal, or dismisses it, with reasons. */
export function AppealDecision({ appealId, side, language, from }: Props) {
  const t = translator(language)
  return (
    <Form className="form decide" action={answerAppealAction} language={language} from={from} hidden={{ appealId }} values={{ outcome: '', ground: '', law: '', reasons: '' }} label={t('sanction.desk.decide')}>
      <Choices
        name="outcome"
        legend={t('sanction.desk.outcome')}
        options={[
          { value: 'upheld', label: t('sanction.desk.upheld'), hint: t('sanction.desk.upheldHint', { side }) },
          { value: 'rejected', label: t('sanction.desk.rejected'), hint: t('sanction.desk.rejectedHint') },
        ]}
      />
      {side === 'reporter' && (
        <>
          <Choices name="ground" legend={t('sanction.desk.rule')} options={ruleOptions(language)} />
          <div className="which-law"><Field name="law" label={t('sanction.law')} hint={t('sanction.lawHint')} /></div>
        </>
      )}
      <Field name="reasons" rows={4} label={t('sanction.desk.reasons')} hint={t('sanction.desk.reasonsHint')} required />
      <p className="meta">{t('moderation.case.final')}</p>
      <p><Submit>{t('sanction.desk.save')}</Submit></p>
    </Form>
  )
}
