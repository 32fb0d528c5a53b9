import { Field, Select } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Address } from '@/lib/addresses'
import { forwardToDepartmentAction, returnFromDepartmentAction } from '@/lib/assessment/actions'
import type { getAtTheOffice } from '@/lib/assessment/queries/desk'
import type { listDepartments } from '@/lib/assessment/queries/desk'
import { sayDate, sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { departmentIn } from './words'

type Asked = NonNullable<Awaited<ReturnType<typeof getAtTheOffice>>>['forwardings']
type Props = { proposalId: string; asked: Asked; mayForward: boolean; departments: Awaited<ReturnType<typeof listDepartments>>; dueOn: string; language: Language; from: Address }

/** What departments were asked and have answered, and the way to ask one. */
export function Forwardings({ proposalId, asked, mayForward, departments, dueOn, language, from }: Props) {
  const t = translator(language)
  const nobody = t('assessment.proposal.gone')
  return (
    <>
      {asked.length === 0 ? (
        <p>{t('assessment.proposal.nobodyAsked')}</p>
      ) : (
        <ul className="seats">
          {asked.map((each) => (
            <li key={each.id}>
              <b>{departmentIn(language, each)}</b>
              <p className="meta">{t('assessment.proposal.forwardedBy', { day: sayDay(each.forwardedAt, language), name: each.forwardedBy ?? nobody })}</p>
              <p style={{ whiteSpace: 'pre-line' }}>{each.note}</p>
              {each.returnedAt ? (
                <>
                  <p className="meta">{t('assessment.proposal.returnedBy', { day: sayDay(each.returnedAt, language), name: each.returnedBy ?? nobody })}</p>
                  <p style={{ whiteSpace: 'pre-line' }}>{each.returnNote}</p>
                </>
              ) : (
                <>
                  <p className={each.overdue ? 'late' : undefined}>{t(each.overdue ? 'assessment.overdue' : 'assessment.dueOn', { day: sayDate(each.dueOn, language) })}</p>
                  <Form className="form" action={returnFromDepartmentAction} language={language} from={from} hidden={{ forwardingId: each.id }} label={t('assessment.proposal.return')}>
                    <Field name="note" rows={4} label={t('assessment.proposal.returnNote')} required />
                    <p><Submit>{t('assessment.proposal.returnButton')}</Submit></p>
                  </Form>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayForward && (
        <Form key={asked.length} className="form" action={forwardToDepartmentAction} language={language} from={from} hidden={{ proposalId }} values={{ department: '', dueOn, note: '' }} label={t('assessment.proposal.forward')}>
          <p>{t('assessment.proposal.forwardLead')}</p>
          <Select name="department" label={t('assessment.proposal.department')} options={[{ value: '', label: t('assessment.proposal.chooseDepartment') }, ...departments.map(({ code, name, nameEn }) => ({ value: code, label: departmentIn(language, { department: name, departmentEn: nameEn }) }))]} />
          <Field name="note" rows={4} label={t('assessment.proposal.note')} required />
          <Field name="dueOn" type="date" label={t('assessment.proposal.forwardDay')} width="short" required />
          <p><Submit variant="secondary">{t('assessment.proposal.forwardButton')}</Submit></p>
        </Form>
      )}
    </>
  )
}
