import { supportCommentAction } from '@/lib/discussion/actions'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { Form, Submit } from '../form'

/** A support that was given before signing in, to be confirmed. */
export function DraftedSupport({ values, from, language }: { values: Record<string, string>; from: string; language: Language }) {
  return (
    <Form className="form" action={supportCommentAction} language={language} from={from} comesBackTo={from} hidden={{ commentId: values.commentId ?? '' }}>
      <p><Submit>{translator(language)('comment.support')}</Submit></p>
    </Form>
  )
}
