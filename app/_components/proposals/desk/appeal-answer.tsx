import { Choices, Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { decideAppealAction } from '@/lib/proposals/actions/course'

/** The answer to an appeal; what was public goes on to acceptance or assessment, what was not goes back to the formal check. */
export function AppealAnswer({ id, isPublic, from, language }: { id: string; isPublic: boolean; from: string; language: Language }) {
  const t = translator(language)
  const answers = isPublic ? (['overturn', 'reassess', 'dismiss'] as const) : (['recheck', 'dismiss'] as const)
  return (
    <Form className="stack" action={decideAppealAction} language={language} from={from} hidden={{ id }}>
      <Choices name="answer" legend={t('life.appeal.answerLegend')} options={answers.map((value) => ({ value, label: t(`life.appeal.answer.${value}`) }))} />
      <Field name="reason" rows={5} label={t('life.appeal.answerReason')} hint={t('life.decision.reasonHint')} required />
      <p><Submit>{t('life.appeal.answerSubmit')}</Submit></p>
    </Form>
  )
}
