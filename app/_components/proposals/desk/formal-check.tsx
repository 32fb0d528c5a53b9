import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { sayDate } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { publishProposalAction, rejectProposalAction, returnProposalAction } from '@/lib/proposals/actions'
import { cityToday, lastDay } from '@/lib/proposals/deadlines'

type Props = { hidden: { id: string; seen: string }; from: string; language: Language }

/** The formal check: take it on, have it completed by a day, or reject it. */
export function FormalCheck(props: Props) {
  const { hidden, from, language } = props
  const t = translator(language)
  const usual = sayDate(lastDay('completion', cityToday()), language)
  return (
    <>
      <Form action={publishProposalAction} language={language} from={from} hidden={hidden}>
        <p>{t('proposal.desk.publishLead')}</p>
        <p><Submit>{t('proposal.desk.publish')}</Submit></p>
      </Form>
      <Form className="stack" action={returnProposalAction} language={language} from={from} hidden={hidden}>
        <Field name="reason" rows={4} label={t('proposal.desk.returnReason')} hint={t('proposal.desk.reasonHint')} required />
        <Field name="completeBy" label={t('life.check.completeBy')} hint={t('life.check.completeByHint', { date: usual })} width="short" />
        <p><Submit variant="secondary">{t('proposal.desk.return')}</Submit></p>
      </Form>
      <RejectForm {...props} />
    </>
  )
}

export function RejectForm({ hidden, from, language }: Props) {
  const t = translator(language)
  return (
    <Form className="stack" action={rejectProposalAction} language={language} from={from} hidden={hidden}>
      <Field name="reason" rows={4} label={t('proposal.desk.rejectReason')} hint={t('proposal.desk.reasonHint')} required />
      <p><Submit variant="secondary" color="danger">{t('proposal.desk.reject')}</Submit></p>
    </Form>
  )
}
