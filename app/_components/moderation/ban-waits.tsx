import type { Address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { confirmBanAction, liftSanctionAction } from '@/lib/moderation/actions'
import type { PersonRecord } from '@/lib/moderation/queries/person-record'
import { Field } from '../fields'
import { Form, Submit } from '../form'
import { capital } from './grounds'

type Props = { ban: NonNullable<PersonRecord['ban']>; newest: string | null; mayDecide: boolean; language: Language; from: Address }

/** A ban that waits for a second pair of eyes: what is proposed and why, the way to confirm it, and the way not to. */
export function BanWaits({ ban, newest, mayDecide, language, from }: Props) {
  const t = translator(language)
  const refuse = t(ban.proposedBySelf ? 'sanction.four.withdraw' : 'sanction.four.refuse')
  return (
    <section className="verdict stack" aria-labelledby="blokada">
      <h2 id="blokada">{t('sanction.four.title')}</h2>
      <p><b>{capital(t(`ground.${ban.ground as Exclude<typeof ban.ground, 'none'>}`))}</b>{ban.law && <> ({ban.law})</>}</p>
      <p className="said"><bdi>{ban.sentence}</bdi></p>
      <p className="meta">{t('sanction.four.proposed', { name: ban.proposedBy ?? t('comment.removedAuthor'), date: sayMoment(ban.proposedAt, language) })}</p>
      <p>{t('sanction.four.until', { date: sayMoment(ban.expiresAt, language) })}</p>
      {ban.proposedBySelf && <div className="notice"><p>{t('sanction.four.waitsForOther')}</p></div>}
      {mayDecide && !ban.proposedBySelf && (
        <Form action={confirmBanAction} language={language} from={from} hidden={{ proposalId: ban.id, seen: newest ?? '' }} label={t('sanction.four.confirm')}>
          <p>{t('sanction.four.confirmLead')}</p>
          <p><Submit>{t('sanction.four.confirm')}</Submit></p>
        </Form>
      )}
      {mayDecide && (
        <details>
          <summary>{refuse}</summary>
          <Form className="form" action={liftSanctionAction} language={language} from={from} hidden={{ decisionId: ban.suspensionId, seen: newest ?? '' }} values={{ sentence: '' }} label={refuse}>
            <p>{t('sanction.four.refuseLead')}</p>
            <Field name="sentence" rows={2} label={t('sanction.four.why')} hint={t('sanction.sentenceHint')} required />
            <p><Submit variant="secondary">{refuse}</Submit></p>
          </Form>
        </details>
      )}
    </section>
  )
}
