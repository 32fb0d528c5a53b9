'use client'
import type { Language } from '@/lib/language'
import { reportContentAction, reportWithoutAccountAction } from '@/lib/moderation/actions'
import { openReportInput, reportInput } from '@/lib/moderation/reporting'
import { Choices, Field, Tick } from '../fields'
import { Form, Submit, type ProblemWords } from '../form'

export type ReportWords = Record<'ground' | 'sentence' | 'sentenceHint' | 'urgent' | 'urgentLabel' | 'email' | 'emailHint' | 'send' | 'label', string> & { problems: ProblemWords }
type Props = {
  /** The key by which it is named. */
  content: Record<string, string>
  /** The wording that is seen. */
  revision: number
  /** Without an account an address may be left. */
  signedIn: boolean
  language: Language
  from: string
  comesBackTo?: string
  options: { value: string; label: string; hint: string }[]
  words: ReportWords
  /** What was chosen and typed before signing in. */
  values?: { ground?: string; sentence?: string; urgent?: string }
}

/** Says which rule something breaks, and why. */
export function ReportForm({ content, revision, signedIn, language, from, comesBackTo, options, words, values = {} }: Props) {
  return (
    <Form
      className="form"
      action={signedIn ? reportContentAction : reportWithoutAccountAction}
      language={language}
      from={from}
      comesBackTo={comesBackTo}
      schema={signedIn ? reportInput : openReportInput}
      problems={words.problems}
      hidden={{ ...content, revision: String(revision) }}
      values={{ ground: values.ground ?? '', sentence: values.sentence ?? '', urgent: values.urgent ?? '', ...(!signedIn && { email: '' }) }}
      label={words.label}
    >
      <Choices name="ground" legend={words.ground} options={options} />
      <Field name="sentence" rows={3} label={words.sentence} hint={words.sentenceHint} required />
      <Tick name="urgent" legend={words.urgent} label={words.urgentLabel} />
      {!signedIn && <Field name="email" type="email" autoComplete="email" label={words.email} hint={words.emailHint} width="middle" />}
      <p><Submit>{words.send}</Submit></p>
    </Form>
  )
}
