import { address, type Address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { answerPartnerRequestAction, endPartnershipAction, withdrawPartnerRequestAction } from '@/lib/partnership/actions'
import type { listRequests } from '@/lib/partnership/queries'
import { mayAnswer, mayEnd, mayWithdraw } from '@/lib/partnership/rules'
import type { Person } from '@/lib/person'
import { Body } from '../discussion/body'
import { Choices, Field } from '../fields'
import { Form, Submit } from '../form'

type Props = { request: Awaited<ReturnType<typeof listRequests>>[number]; viewer: Person; from: Address; language: Language }

/** A request with its answer, and what the viewer may do with it. */
export function PartnerRequest({ request, viewer, from, language }: Props) {
  const t = translator(language)
  const form = { language, from, hidden: { id: request.id } }
  return (
    <>
      <h2><a href={address(language, 'organisation', { slug: request.slug })}><bdi>{request.name}</bdi></a></h2>
      <p className="meta"><span className="ds-tag" data-size="sm" data-color={request.state === 'accepted' ? 'zielen' : 'neutral'}>{t(`partnership.state.${request.state}`)}</span> {t('partnership.desk.sent', { date: sayDay(request.sentAt, language) })}</p>
      <div className="said"><Body text={request.message} /></div>
      {request.answer && <p className="said">{t('partnership.desk.answered', { answer: request.answer })}</p>}
      {request.endedReason && <p className="said">{t('partnership.desk.endedReason', { reason: request.endedReason })}</p>}
      {!mayAnswer(viewer, request) && (
        <Form className="form" action={answerPartnerRequestAction} {...form} values={{ decision: '', answer: '' }}>
          <Choices
            name="decision"
            legend={t('partnership.desk.decision')}
            options={[
              { value: 'accept', label: t('partnership.desk.accept'), hint: t('partnership.desk.acceptHint') },
              { value: 'decline', label: t('partnership.desk.decline'), hint: t('partnership.desk.declineHint') },
            ]}
          />
          <Field name="answer" rows={3} label={t('partnership.desk.answer')} hint={t('partnership.desk.answerHint')} required />
          <p><Submit>{t('partnership.desk.sendAnswer')}</Submit></p>
        </Form>
      )}
      {!mayWithdraw(viewer, request) && <Form action={withdrawPartnerRequestAction} {...form}><p><Submit variant="secondary">{t('partnership.desk.withdraw')}</Submit></p></Form>}
      {!mayEnd(viewer, request) && (
        <details>
          <summary>{t('partnership.desk.end')}</summary>
          <Form className="form" action={endPartnershipAction} {...form} values={{ reason: '' }}>
            <Field name="reason" rows={3} label={t('partnership.desk.endReason')} hint={t('partnership.desk.endHint')} required />
            <p><Submit variant="secondary" color="danger">{t('partnership.desk.end')}</Submit></p>
          </Form>
        </details>
      )}
    </>
  )
}
