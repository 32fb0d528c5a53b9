import type { Address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { liftSanctionAction } from '@/lib/moderation/actions'
import type { PersonRecord } from '@/lib/moderation/queries/person-record'
import { sayEvery } from '@/lib/moderation/statement'
import { Field } from '../fields'
import { Form, Submit } from '../form'

type Props = { record: PersonRecord; mayLift: boolean; language: Language; from: Address }

/** The sanctions that count now, each with the way to lift it; what a proposed ban brought is lifted where that is decided (ban-waits.tsx). */
export function InForce({ record: { inForce, newest, ban }, mayLift, language, from }: Props) {
  const t = translator(language)
  const say = ({ kind, until, minutes, at }: PersonRecord['inForce'][number]) =>
    kind === 'slow' ? t('sanction.inForce.slowed', { date: sayMoment(until!, language), every: sayEvery(minutes!, language) })
    : kind === 'suspend' ? t('sanction.inForce.suspended', { date: sayMoment(until!, language) })
    : t(kind === 'warn' ? 'sanction.inForce.warned' : 'sanction.inForce.banned', { date: sayMoment(at, language) })
  if (!inForce.length) return <p className="quiet">{t('sanction.nothing')}</p>
  return (
    <ul className="past">
      {inForce.map((sanction) => (
        <li key={sanction.id}>
          <p><b>{say(sanction)}</b></p>
          {mayLift && sanction.id !== ban?.suspensionId && (
            <details>
              <summary>{t('sanction.liftTitle', { kind: t(`moderation.kind.${sanction.kind}`) })}</summary>
              <Form className="form" action={liftSanctionAction} language={language} from={from} hidden={{ decisionId: sanction.id, seen: newest ?? '' }} values={{ sentence: '' }} label={t('sanction.liftTitle', { kind: t(`moderation.kind.${sanction.kind}`) })}>
                <Field name="sentence" rows={2} label={t('sanction.liftSentence')} hint={t('sanction.sentenceHint')} required />
                <p><Submit variant="secondary">{t('sanction.lift')}</Submit></p>
              </Form>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
