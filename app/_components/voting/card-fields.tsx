import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { QuestionShown } from '@/lib/voting/queries'
import { Field } from '../fields'
import { labelOf } from './words'

/** How many cards say what; where a card may say several things, each card on a line. */
export function CardFields({ question, language }: { question: QuestionShown; language: Language }) {
  const t = translator(language)
  if (question.most === 1) return question.choices.map((choice) => <Field key={choice} name={`cards.k-${choice}`} label={t('office.count', { choice: labelOf(question, choice, language) })} inputMode="numeric" width="short" />)
  return (
    <>
      <ol>{question.choices.map((choice) => <li key={choice}>{labelOf(question, choice, language)}</li>)}</ol>
      <Field name="lines" rows={8} label={t('office.lines')} hint={t('office.linesHint')} required />
    </>
  )
}
