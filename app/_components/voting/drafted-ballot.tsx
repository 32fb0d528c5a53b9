import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { castBallotAction } from '@/lib/voting/actions'
import { getQuestion } from '@/lib/voting/queries'
import { Form, Submit } from '../form'
import { voteWords } from './words'

/** A vote that was chosen before signing in, to be confirmed. */
export async function DraftedBallot({ values, from, language }: { values: Record<string, string>; from: string; language: Language }) {
  const question = await getQuestion(null, values.questionId ?? '')
  const option = question && voteWords(language, question.kind).options.find(({ value }) => value === values.choice)
  const t = translator(language)
  return (
    <Form className="form" action={castBallotAction} language={language} from={from} comesBackTo={from} hidden={{ questionId: values.questionId ?? '', choice: values.choice ?? '' }}>
      <p><Submit>{t('vote.confirm', { choice: option?.label ?? '' })}</Submit></p>
    </Form>
  )
}
