import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listByQuestions } from '@/lib/proposals/queries/published'
import { listOwners } from '@/lib/strategy/queries'
import { castBallotAction } from '@/lib/voting/actions'
import { getQuestion } from '@/lib/voting/queries'
import { Form, Submit } from '../form'
import { TitleText } from '../strategy/title'
import { voteWords } from './words'

/** A vote that was chosen before signing in, to be confirmed. */
export async function DraftedBallot({ values, from, language }: { values: Record<string, string>; from: string; language: Language }) {
  const question = isUuid(values.questionId) ? await getQuestion(null, values.questionId) : null
  const chosen = Object.entries(values).filter(([name]) => /^choice(\.\d+)?$/.test(name)).map(([, value]) => value)
  const options = question ? voteWords(language, question).options.filter(({ value }) => chosen.includes(value)) : []
  const t = translator(language)
  const task = (await listOwners(null, language)).find(({ questionId }) => questionId === question?.id)
  const [proposal] = question ? await listByQuestions(null, [question.id]) : []
  return (
    <>
      <p className="lead"><a href={from}>{question?.prompt ?? (task ? <>{task.code} <TitleText title={task.title} language={language} /></> : proposal?.title)}</a></p>
      <p>{options.map((option) => option.chosen).join(' ')}</p>
      <Form className="form" action={castBallotAction} language={language} from={from} comesBackTo={from} hidden={{ questionId: values.questionId ?? '', ...Object.fromEntries(chosen.map((choice, place) => [`choice.${place}`, choice])) }}>
        <p><Submit>{t('vote.confirm', { choice: options.map(({ label }) => label).join(', ') })}</Submit></p>
      </Form>
    </>
  )
}
