'use client'
import type { Language } from '@/lib/language'
import { reportCommentAction } from '@/lib/moderation/actions'
import { reportInput } from '@/lib/moderation/reporting'
import { Choices, Field } from '../fields'
import { Form, Submit, type ProblemWords } from '../form'

export type ReportWords = { ground: string; sentence: string; sentenceHint: string; send: string; label: string; problems: ProblemWords }
type Props = {
  commentId: string
  /** The wording that is seen. */
  revision: number
  language: Language
  from: string
  comesBackTo?: string
  options: { value: string; label: string; hint: string }[]
  words: ReportWords
  /** What was chosen and typed before signing in. */
  values?: { ground?: string; sentence?: string }
}

/** Says which rule a comment breaks, and why. */
export function ReportForm({ commentId, revision, language, from, comesBackTo, options, words, values = {} }: Props) {
  return (
    <Form
      className="form"
      action={reportCommentAction}
      language={language}
      from={from}
      comesBackTo={comesBackTo}
      schema={reportInput}
      problems={words.problems}
      hidden={{ commentId, revision: String(revision) }}
      values={{ ground: values.ground ?? '', sentence: values.sentence ?? '' }}
      label={words.label}
    >
      <Choices name="ground" legend={words.ground} options={options} />
      <Field name="sentence" rows={3} label={words.sentence} hint={words.sentenceHint} required />
      <p><Submit>{words.send}</Submit></p>
    </Form>
  )
}
