import { Form, Submit } from '@/app/_components/form'
import type { Address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import { env } from '@/lib/env'
import type { Language } from '@/lib/language'
import { translator, type Translate } from '@/lib/messages'
import { askRegisterAgainAction } from '@/lib/organisations/actions'
import type { RegisterCheck } from '@/lib/organisations/queries/register'
import { compare, type Typed } from '@/lib/organisations/register-entry'
import type { LegalForm } from '@/lib/organisations/rules'
import { RegisterTable } from './register-table'

type Props = { organisation: Typed & { id: string; legalForm: LegalForm; state: string }; checks: RegisterCheck[]; language: Language; from: Address }

/** What the register says beside what was typed, or in words why it says nothing. It never decides by itself. */
export function RegisterAnswer({ organisation, checks, language, from }: Props) {
  const t = translator(language)
  // The newest that says something; a later try that failed does not hide it.
  const told = checks.find(({ outcome }) => outcome !== 'unreachable' && outcome !== 'garbled')
  const [newest] = checks
  const asks = organisation.krs && env.registerUrl
  return (
    <section id="rejestr" aria-labelledby="rejestr-naglowek">
      <h2 id="rejestr-naglowek">{t('organisation.registry.title')}</h2>
      {!asks && <p>{t(organisation.krs ? 'organisation.registry.off' : 'organisation.registry.none')}</p>}
      {asks && !newest && <p>{t('organisation.registry.pending')}</p>}
      {newest && newest !== told && <div className="notice"><p>{outcomeOf(newest, t)}</p></div>}
      {told && !told.entry && <div className="notice"><p>{outcomeOf(told, t)}</p></div>}
      {told?.entry && <Verdict typed={organisation} entry={told.entry} t={t} />}
      {told?.entry && <RegisterTable organisation={organisation} entry={told.entry} language={language} />}
      {newest && <p className="meta">{t('organisation.registry.asked', { date: sayMoment((told ?? newest).askedAt, language) })} {told?.entry?.asOf && t('organisation.registry.asOf', { day: told.entry.asOf })}</p>}
      {asks && organisation.state !== 'refused' && (
        <Form action={askRegisterAgainAction} language={language} from={from} hidden={{ id: organisation.id }}>
          <p className="acts"><Submit variant="secondary">{t('organisation.registry.again')}</Submit></p>
        </Form>
      )}
      {checks.length > 1 && (
        <details>
          <summary>{t('organisation.registry.earlier')}</summary>
          <ul>{checks.slice(1).map(({ id, askedAt, outcome }) => <li key={id}>{t('organisation.registry.earlierRow', { date: sayMoment(askedAt, language), what: t(`organisation.registry.outcomes.${outcome}`) })}</li>)}</ul>
        </details>
      )}
    </section>
  )
}

const outcomeOf = ({ outcome }: RegisterCheck, t: Translate) => (outcome === 'found' ? '' : t(`organisation.registry.${outcome}`))

function Verdict({ typed, entry, t }: { typed: Typed; entry: NonNullable<RegisterCheck['entry']>; t: Translate }) {
  const count = Object.values(compare(typed, entry)).filter((agrees) => agrees === false).length
  return (
    <>
      <p>{t('organisation.registry.found', { register: entry.register })}</p>
      {entry.status !== 'active' && <div className="notice"><p><b>{t('organisation.registry.status')}: {t(`organisation.registry.statuses.${entry.status}`)}</b></p></div>}
      {count ? <div className="notice"><p>{t('organisation.registry.differences', { count })}</p></div> : <p>{t('organisation.registry.agrees')}</p>}
    </>
  )
}
