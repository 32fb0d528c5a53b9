import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { sayDate, sayMoment } from '@/lib/dates'
import { Body } from '@/app/_components/discussion/body'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Person } from '@/lib/person'
import { appealRejectionAction, withdrawProposalAction } from '@/lib/proposals/actions/course'
import { cityDate, cityToday, lastDay } from '@/lib/proposals/deadlines'
import { mayAppeal, mayMove } from '@/lib/proposals/life-cycle'
import type { getDraft } from '@/lib/proposals/queries/own'
import { BeginForm } from './desk/begin'

export type OwnProposal = NonNullable<Awaited<ReturnType<typeof getDraft>>>
type Props = { proposal: OwnProposal; viewer: Person; from: string; language: Language }

/** What an organisation may do with its proposal now, beside writing: appeal, begin, withdraw. Asked of the table of moves. */
export function OwnMoves({ proposal, viewer, from, language }: Props) {
  const t = translator(language)
  const { id, appeal, lastMove } = proposal
  const hidden = { id }
  const until = lastMove ? lastDay('appeal', cityDate(lastMove.at)) : ''
  const appealing = { ...proposal, appeal: !appeal ? ('none' as const) : appeal.decidedAt ? ('decided' as const) : ('waiting' as const), appealOver: until < cityToday() }
  return (
    <>
      {appeal && (
        <section className="notice standing">
          <p><b>{t(appeal.outcome ? `life.appeal.${appeal.outcome}` : 'life.appeal.title')}</b></p>
          {!appeal.outcome && <p>{t('life.appeal.sent', { date: sayMoment(appeal.appealedAt, language) })}</p>}
          {appeal.reason && <Body text={appeal.reason} />}
        </section>
      )}
      {!mayAppeal(viewer, appealing) && (
        <section aria-labelledby="odwolanie" className="own-move">
          <h2 id="odwolanie">{t('life.appeal.title')}</h2>
          <p>{t('life.appeal.lead', { date: sayDate(until, language) })}</p>
          <Form className="stack" action={appealRejectionAction} language={language} from={from} hidden={hidden}>
            <Field name="grounds" rows={5} label={t('life.appeal.grounds')} required />
            <p><Submit>{t('life.appeal.submit')}</Submit></p>
          </Form>
        </section>
      )}
      {!mayMove('begin')(viewer, proposal) && <BeginForm id={id} from={from} language={language} />}
      {!mayMove('withdraw')(viewer, proposal) && (
        <details className="own-move">
          <summary>{t('life.withdraw.title')}</summary>
          <Form className="stack" action={withdrawProposalAction} language={language} from={from} hidden={hidden}>
            <p>{t('life.withdraw.lead')}</p>
            <Field name="reason" rows={3} label={t('life.withdraw.reason')} />
            <p><Submit variant="secondary" color="danger">{t('life.withdraw.submit')}</Submit></p>
          </Form>
        </details>
      )}
    </>
  )
}
