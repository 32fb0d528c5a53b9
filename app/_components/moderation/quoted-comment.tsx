import { sayMoment } from '@/lib/dates'
import type { CommentState } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { Body } from '../discussion/body'

type Props = {
  comment: { body: string | null; state: CommentState; author: string | null; organisation: string | null; postedAt: Date }
  language: Language
  /** Said beside the name, such as that it is the one in question. */
  mark?: string
}

/** What somebody said, to be looked at: nothing can be done with it here. */
export function QuotedComment({ comment, language, mark }: Props) {
  const t = translator(language)
  const name = comment.organisation ?? comment.author ?? t('comment.removedAuthor')
  return (
    <blockquote className="quoted" data-marked={mark ? '' : undefined}>
      <p className="meta">
        {comment.body !== null && <><b><bdi>{name}</bdi></b> · </>}
        <time dateTime={comment.postedAt.toISOString()}>{sayMoment(comment.postedAt, language)}</time>
        {mark && <> <span className="ds-tag" data-size="sm" data-color="piernik">{mark}</span></>}
      </p>
      {comment.body === null ? <p className="gone">{t(gone[comment.state])}</p> : <Body text={comment.body} />}
    </blockquote>
  )
}

const gone = { shown: 'comment.hidden', hidden: 'comment.hidden', held: 'writing.held.mark', withdrawn: 'writing.withdrawn' } as const
