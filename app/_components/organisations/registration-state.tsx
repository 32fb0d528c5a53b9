import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { listMemberships } from '@/lib/organisations/queries'
import { regonChecks } from '@/lib/organisations/register-numbers'

type Props = { organisation: Awaited<ReturnType<typeof listMemberships>>[number]; language: Language }

/** Where a registration stands, and what happens next. */
export function RegistrationState({ organisation: { name, slug, state, refusalReason, regon }, language }: Props) {
  const t = translator(language)
  return (
    <div className="wrap page narrow">
      <h1>{state === 'waiting' ? t('organisation.sentTitle') : <bdi>{name}</bdi>}</h1>
      {state === 'waiting' && <p className="lead">{t('organisation.sentLead', { name })}</p>}
      {state !== 'waiting' && <p className="lead">{t(`organisation.state.${state}`)}</p>}
      {regon && !regonChecks(regon) && state === 'waiting' && <div className="notice"><p>{t('organisation.regonWarning', { regon })}</p></div>}
      {state === 'waiting' && (
        <section className="prose">
          <h2>{t('organisation.sentNext')}</h2>
          <ol>
            <li>{t('organisation.sentStep1')}</li>
            <li>{t('organisation.sentStep2')}</li>
            <li>{t('organisation.sentStep3')}</li>
          </ol>
        </section>
      )}
      {refusalReason && <div className="notice"><p>{t('organisation.refusedBecause', { reason: refusalReason })}</p></div>}
      {state === 'refused' && <p>{t('organisation.again')}</p>}
      <p className="acts">
        {state === 'confirmed' && <a className="ds-button" href={address(language, 'organisation', { slug })}>{t('organisation.toPage')}</a>}
        {state === 'refused' && <a className="ds-button" href={address(language, 'newOrganisation')}>{t('organisation.register')}</a>}
        <a className="ds-button" data-variant="secondary" href={address(language, 'account')}>{t('organisation.toAccount')}</a>
      </p>
    </div>
  )
}
