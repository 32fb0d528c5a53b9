import { declareResidenceAction, withdrawVerificationAction } from '@/lib/accounts/actions'
import type { Address } from '@/lib/addresses'
import { env } from '@/lib/env'
import type { Language } from '@/lib/language'
import { isMessageKey, translator } from '@/lib/messages'
import type { Person } from '@/lib/person'
import { Form, Submit } from '../form'

/** What is known of where somebody lives, and the ways to more or less of it. `refused` says why it is not verified: a message's key, and after how many minutes one may try again. */
export function Residency({ person, from, done, refused, language }: { person: Person; from: Address; done: boolean; refused?: { key: string; minutes?: string }; language: Language }) {
  const t = translator(language)
  const provider = env.oidc
  return (
    <section className="section-head stack" id="zamieszkanie">
      <h2>{t('residency.title')}</h2>
      {done && person.level === 'verified' && <div className="ds-alert" data-color="success" role="status"><p>{t('residency.done')}</p></div>}
      {refused && isMessageKey(refused.key) && /^(residency\.)?objection\./.test(refused.key) && <div className="ds-alert refusal" data-color="danger" role="alert"><p>{t(refused.key, { minutes: Number(refused.minutes ?? 1) || 1 })}</p></div>}
      <p>{t('residency.lead')}</p>
      <p><b>{t(`residency.level.${person.level}`)}</b></p>
      {person.level === 'verified' ? (
        <>
          <Form action={withdrawVerificationAction} language={language} from={from}><Submit variant="secondary">{t('residency.unverify')}</Submit></Form>
          <p className="quiet">{t('residency.unverifyLead')}</p>
        </>
      ) : (
        <>
          <Form action={declareResidenceAction} language={language} from={from} hidden={{ resident: person.level === 'email' ? 'yes' : 'no' }}>
            <Submit variant="secondary">{t(person.level === 'email' ? 'residency.declare' : 'residency.undeclare')}</Submit>
          </Form>
          {provider ? (
            <form method="post" action={`/api/identity/start?language=${language}`}>
              <p>{t('residency.verifyLead', { name: provider.name })}</p>
              <p><button className="ds-button" type="submit">{t('residency.verify', { name: provider.name })}</button></p>
            </form>
          ) : (
            <p className="quiet">{t('residency.notOffered')}</p>
          )}
        </>
      )}
    </section>
  )
}
