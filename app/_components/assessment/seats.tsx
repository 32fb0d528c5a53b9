import { Field, Select } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Address } from '@/lib/addresses'
import { assignAssessorAction, freeAssessorAction } from '@/lib/assessment/actions'
import type { getAtTheOffice } from '@/lib/assessment/queries/desk'
import { sayDate } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

export type Lead = NonNullable<NonNullable<Awaited<ReturnType<typeof getAtTheOffice>>>['lead']>
type Seat = Lead['seats'][number]
type Props = { proposalId: string; lead: Lead; open: boolean; candidates: readonly { id: string; name: string; waiting: number }[]; dueOn: string; language: Language; from: Address }

const stateOf = ({ freedAt, declaration, submittedAt }: Seat) =>
  declaration === 'own' || declaration === 'related' ? declaration : freedAt ? 'freed' : submittedAt ? 'submitted' : declaration ? 'write' : 'declare'

/** Who assesses a proposal, place by place, and the way to fill or free one. */
export function Seats({ proposalId, lead, open, candidates, dueOn, language, from }: Props) {
  const t = translator(language)
  return (
    <>
      {lead.seats.length === 0 && <p>{t('assessment.proposal.nobody')}</p>}
      <ul className="seats">
        {lead.seats.map((seat) => (
          <li key={seat.id}>
            <b>{t('assessment.proposal.place')} {seat.place}: <bdi>{seat.name ?? t('assessment.proposal.gone')}</bdi></b>
            <p>{t('assessment.proposal.stateOf', { state: stateOf(seat) })} · <span className={seat.overdue ? 'late' : undefined}>{t(seat.overdue ? 'assessment.overdue' : 'assessment.dueOn', { day: sayDate(seat.dueOn, language) })}</span></p>
            {seat.words && <p className="quiet">{t('assessment.proposal.words', { words: seat.words })}</p>}
            {seat.freedReason && <p className="quiet">{t('assessment.declare.freedWhy', { reason: seat.freedReason })}</p>}
            {open && !seat.freedAt && !seat.submittedAt && (
              <details>
                <summary>{t('assessment.proposal.freeSummary', { place: seat.place, name: seat.name ?? t('assessment.proposal.gone') })}</summary>
                <Form className="form" action={freeAssessorAction} language={language} from={from} hidden={{ assessorId: seat.id }}>
                  <Field name="reason" rows={3} label={t('assessment.proposal.freeReason')} hint={t('assessment.proposal.freeLead')} required />
                  <p><Submit variant="secondary">{t('assessment.proposal.free')}</Submit></p>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
      {open && lead.nextPlace && <Assign {...{ proposalId, lead, candidates, dueOn, language, from }} />}
    </>
  )
}

function Assign({ proposalId, lead, candidates, dueOn, language, from }: Omit<Props, 'open'>) {
  const t = translator(language)
  const [a = 0, b = 0] = lead.result?.scores ?? []
  return (
    <div className="assign">
      <h3>{t('assessment.proposal.assign')}</h3>
      {lead.nextPlace === 3 && <p>{t('assessment.proposal.assignThird', { difference: Math.abs(a - b), percent: lead.apartPercent })}</p>}
      {candidates.length === 0 ? <p>{t('assessment.proposal.nobodyLeft')}</p> : (
        <Form key={lead.seats.length} className="form" action={assignAssessorAction} language={language} from={from} hidden={{ proposalId }} values={{ personId: '', dueOn }} label={t('assessment.proposal.assign')}>
          <p>{t('assessment.proposal.assignLead', { place: lead.nextPlace! })}</p>
          <Select
            name="personId"
            label={t('assessment.proposal.who')}
            hint={t('assessment.proposal.whoHint')}
            options={[{ value: '', label: t('assessment.proposal.choose') }, ...candidates.map(({ id, name, waiting }) => ({ value: id, label: waiting ? t('assessment.proposal.busy', { name, waiting }) : name }))]}
          />
          <Field name="dueOn" type="date" label={t('assessment.proposal.deadline')} width="short" required />
          <p><Submit>{t('assessment.proposal.assignButton')}</Submit></p>
        </Form>
      )}
    </div>
  )
}
