'use client'
import { useEffect, useState } from 'react'
import { postCommentAction } from '@/lib/discussion/actions'
import { commentInput } from '@/lib/discussion/rules'
import { Select } from '../fields'
import { Form, Submit } from '../form'
import { useViewer } from '../site/viewer'
import { forgetDraft, KeptDraft } from './kept-draft'
import { SimilarVoices } from './similar-voices'
import { StanceChoice, TextField } from './text-field'
import type { CommentWords } from './words'

type Props = {
  threadId?: string
  parentId?: string
  formKey?: string
  language: 'pl' | 'en'
  from: string
  words: CommentWords
  hint?: string
  /** Where the visitor is known already. */
  visitor?: { name: string | null; organisations: { id: string; name: string }[]; isOfficial: boolean }
  values?: { body?: string; stance?: string; speaksAs?: string }
  comesBackTo?: string
  /** The page of a comment, with a place for `{id}`: to go there when what was posted is not among what this page shows. */
  elsewhere?: string
}

/** Writes a comment, or an answer. Whoever belongs to an organisation or to the office chooses in whose name. */
export function CommentForm({ threadId, parentId, formKey, language, from, words, hint, visitor, values, comesBackTo, elsewhere }: Props) {
  const viewer = useViewer()
  const who = visitor ?? viewer
  const [key, setKey] = useState(formKey)
  useEffect(() => setKey(crypto.randomUUID()), [])
  const speakers = [...(who?.isOfficial ? [{ id: 'office', name: words.office }] : []), ...(who?.organisations ?? [])]
  const place = `${threadId}:${parentId ?? ''}`
  return (
    <Form
      className="write"
      action={postCommentAction}
      language={language}
      from={from}
      comesBackTo={comesBackTo}
      elsewhere={elsewhere && ((hash) => `${elsewhere.replace('{id}', hash.replace('#glos-', ''))}${hash}`)}
      schema={commentInput}
      problems={words.problems}
      hidden={{ threadId: threadId!, ...(parentId && { parentId }), ...(key && { formKey: key }) }}
      values={{ body: '', stance: '', speaksAs: '', ...values }}
      onDone={() => who && forgetDraft(place)}
    >
      {!values?.body && <KeptDraft place={place} words={words} />}
      <TextField rows={parentId ? 3 : 4} label={parentId ? words.yourAnswer : words.yours} hint={hint ?? words.hint} words={words} />
      <SimilarVoices threadId={threadId!} language={language} from={from} words={words.similar} />
      <StanceChoice words={words} />
      {speakers.length > 0 && (
        <Select name="speaksAs" label={words.speakAs} options={[{ value: '', label: words.myself.replace('{name}', () => who?.name ?? '') }, ...speakers.map(({ id, name }) => ({ value: id, label: name }))]} />
      )}
      <p><Submit>{parentId ? words.postAnswer : words.post}</Submit></p>
    </Form>
  )
}
