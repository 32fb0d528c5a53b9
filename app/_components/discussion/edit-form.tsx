'use client'
import { useFormContext } from 'react-hook-form'
import { editCommentAction } from '@/lib/discussion/actions'
import { editInput, type Stance } from '@/lib/discussion/rules'
import { Form, Submit } from '../form'
import type { CommentWords } from './words'
import { StanceChoice, TextField } from './text-field'

type Props = {
  comment: { id: string; revision: number; body: string; stance: Stance | null }
  language: 'pl' | 'en'
  from: string
  words: CommentWords
  own: { field: string; save: string; newest: string }
}

/** Changes one's own words; a change of a wording that is no longer the newest is not saved over it unseen. */
export function EditForm({ comment, language, from, words, own }: Props) {
  return (
    <Form
      className="write"
      action={editCommentAction}
      language={language}
      from={from}
      schema={editInput}
      problems={words.problems}
      hidden={{ commentId: comment.id, revision: String(comment.revision) }}
      values={{ body: comment.body, stance: comment.stance ?? '' }}
    >
      <TextField rows={8} label={own.field} words={words} />
      <StanceChoice words={words} />
      <ChangedMeanwhile label={own.newest} href={from} />
      <p><Submit>{own.save}</Submit></p>
    </Form>
  )
}

/** Where the newest wording can be read beside what was typed. */
function ChangedMeanwhile({ label, href }: { label: string; href: string }) {
  const { formState } = useFormContext()
  return formState.errors.revision ? <p><a href={href} target="_blank" rel="noreferrer">{label}</a></p> : null
}
