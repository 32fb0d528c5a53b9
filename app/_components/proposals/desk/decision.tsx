import { Choices, Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { Body } from '@/app/_components/discussion/body'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { dropDecisionAction, prepareDecisionAction } from '@/lib/proposals/actions/course'

type Props = {
  id: string
  version: number
  prepared: { outcome: 'accepted' | 'rejected'; reason: string; version: number } | null
  from: string
  language: Language
}

/** The decision about a published proposal: prepared here, published on the list of prepared ones. */
export function DecisionForm({ id, version, prepared, from, language }: Props) {
  const t = translator(language)
  return (
    <>
      {prepared && (
        <div className="notice">
          <p><b>{t('life.decision.prepared', { outcome: t(`life.outcome.${prepared.outcome}`) })}</b></p>
          <Body text={prepared.reason} />
          {prepared.version !== version && <p>{t('life.batch.outdated')}</p>}
          <p><a href={`${address(language, 'proposalWork')}#decyzje`}>{t('life.decision.seeBatch')}</a></p>
          <Form action={dropDecisionAction} language={language} from={from} hidden={{ id }}><p><Submit variant="tertiary">{t('life.decision.drop')}</Submit></p></Form>
        </div>
      )}
      <Form className="stack" action={prepareDecisionAction} language={language} from={from} hidden={{ id, version: String(version) }} values={prepared ? { outcome: prepared.outcome, reason: prepared.reason } : {}}>
        <h3>{t(prepared ? 'life.decision.again' : 'life.decision.prepare')}</h3>
        <p>{t('life.decision.prepareLead')}</p>
        <Choices name="outcome" legend={t('life.decision.legend')} options={[{ value: 'accepted', label: t('life.decision.accept') }, { value: 'rejected', label: t('life.decision.reject') }]} />
        <Field name="reason" rows={5} label={t('life.decision.reason')} hint={t('life.decision.reasonHint')} required />
        <p><Submit>{t('life.decision.submit')}</Submit></p>
      </Form>
    </>
  )
}
