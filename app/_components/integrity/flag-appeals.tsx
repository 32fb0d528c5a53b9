import { Body } from '@/app/_components/discussion/body'
import { Choices, Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { AppealState } from '@/app/_components/moderation/appeal-state'
import type { Address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import { answerBallotAppealAction } from '@/lib/integrity/actions'
import type { BallotAppeal } from '@/lib/integrity/queries/appeals'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { canDecideAppeal } from '@/lib/moderation/appealing'
import type { Person } from '@/lib/person'

type Props = { appeals: readonly BallotAppeal[]; viewer: Person; language: Language; here: Address }

/** What those write whose votes do not count, each with the answer, or with what this moderator may do. How they voted is not shown. */
export function FlagAppeals({ appeals, viewer, language, here }: Props) {
  const t = translator(language)
  if (!appeals.length) return null
  return (
    <section className="stack" aria-labelledby="odwolania">
      <h2 id="odwolania">{t('integrity.appeals.title')}</h2>
      {appeals.map((appeal) => <Appeal key={appeal.id} {...{ appeal, viewer, language, here }} />)}
    </section>
  )
}

function Appeal({ appeal, viewer, language, here }: Omit<Props, 'appeals'> & { appeal: BallotAppeal }) {
  const t = translator(language)
  const { id, text, outcome, dueAt, late, appellant, involved, own } = appeal
  const objection = canDecideAppeal(viewer, { decided: outcome !== null, involved, own })
  const name = appellant ?? t('comment.removedAuthor')
  return (
    <article className="stack" aria-label={t('integrity.appeals.of', { name })}>
      <h3>{t('integrity.appeals.of', { name })}</h3>
      {!outcome && <p><span className="ds-tag" data-color={late ? 'danger' : 'piernik'}>{t(late ? 'sanction.desk.overdue' : 'sanction.desk.due', { date: sayDay(dueAt, language) })}</span></p>}
      <blockquote className="quoted" data-marked><Body text={text} /></blockquote>
      {outcome && <AppealState appeal={{ ...appeal, text: '' }} language={language} />}
      {!outcome && objection && <div className="notice"><p>{t(objection.key)}</p></div>}
      {!objection && (
        <Form className="form decide" action={answerBallotAppealAction} language={language} from={here} hidden={{ appealId: id }} values={{ outcome: '', reasons: '' }} label={`${t('sanction.desk.decide')}: ${name}`}>
          <Choices
            name="outcome"
            legend={t('sanction.desk.outcome')}
            options={[
              { value: 'upheld', label: t('integrity.appeals.upheld'), hint: t('integrity.appeals.upheldHint') },
              { value: 'rejected', label: t('integrity.appeals.rejected'), hint: t('sanction.desk.rejectedHint') },
            ]}
          />
          <Field name="reasons" rows={4} label={t('sanction.desk.reasons')} hint={t('sanction.desk.reasonsHint')} required />
          <p><Submit>{t('sanction.desk.save')}</Submit></p>
        </Form>
      )}
    </article>
  )
}
