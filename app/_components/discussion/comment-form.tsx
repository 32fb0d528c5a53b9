'use client'
import { useEffect, useState } from 'react'
import { postCommentAction } from '@/lib/discussion/actions'
import { commentInput } from '@/lib/discussion/rules'
import { Field, Select } from '../fields'
import { Form, Submit, type ProblemWords } from '../form'
import { useViewer } from '../site/viewer'

export type CommentWords = { yours: string; yourAnswer: string; hint: string; post: string; postAnswer: string; speakAs: string; myself: string; problems: ProblemWords }
type Props = {
  threadId?: string
  parentId?: string
  formKey?: string
  language: 'pl' | 'en'
  from: string
  words: CommentWords
  hint?: string
  /** Where the visitor is known already. */
  organisations?: { id: string; name: string }[]
  name?: string | null
  body?: string
  organisationId?: string
  comesBackTo?: string
}

/** Writes a comment, or an answer. Whoever belongs to an organisation chooses in whose name. */
export function CommentForm({ threadId, parentId, formKey, language, from, words, hint, organisations, name, body = '', organisationId, comesBackTo }: Props) {
  const viewer = useViewer()
  const speakers = organisations ?? viewer?.organisations ?? []
  const [key, setKey] = useState(formKey)
  useEffect(() => setKey(crypto.randomUUID()), [])
  return (
    <Form
      className="write"
      action={postCommentAction}
      language={language}
      from={from}
      comesBackTo={comesBackTo}
      schema={commentInput}
      problems={words.problems}
      hidden={{ threadId: threadId!, ...(parentId && { parentId }), ...(key && { formKey: key }) }}
      values={{ body, ...(organisationId && { organisationId }) }}
    >
      <Field name="body" rows={parentId ? 3 : 4} label={parentId ? words.yourAnswer : words.yours} hint={hint ?? words.hint} required />
      {speakers.length > 0 && (
        <Select
          name="organisationId"
          label={words.speakAs}
          options={[{ value: '', label: words.myself.replace('{name}', name ?? viewer?.name ?? '') }, ...speakers.map((organisation) => ({ value: organisation.id, label: organisation.name }))]}
        />
      )}
      <p><Submit>{parentId ? words.postAnswer : words.post}</Submit></p>
    </Form>
  )
}
