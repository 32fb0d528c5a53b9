import type { ReactNode } from 'react'
import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { CommentShown } from '@/lib/discussion/shown'
import type { Language } from '@/lib/language'
import { isMessageKey, translator } from '@/lib/messages'
import { Body } from './body'
import type { Place } from './place'
import { ReplyButton } from './reply-button'
import { SupportButton } from './support-button'
import { commentWords } from './words'

type Props = { comment: CommentShown; place: Place; language: Language; open: boolean; children?: ReactNode }

/** One voice: who, when, what, and what can be done with it. What is hidden keeps its place and says by which rule. */
export function Comment({ comment, place, language, open, children }: Props) {
  const t = translator(language)
  const name = comment.organisation?.name ?? comment.author ?? t('comment.removedAuthor')
  const ground = `ground.${comment.hiddenGround}`
  return (
    <article className="comment" id={`glos-${comment.id}`} aria-label={t('comment.of', { name: comment.body === null ? t('comment.hidden') : name })}>
      <header>
        {comment.body !== null && (
          <h3 id={`kto-${comment.id}`}>
            {comment.organisation ? <a href={address(language, 'organisation', { slug: comment.organisation.slug })}><bdi>{name}</bdi></a> : <bdi>{name}</bdi>}
          </h3>
        )}
        {comment.organisation && <span className="ds-tag" data-size="sm" data-color="wisla">{t('comment.organisation')}</span>}
        <a className="meta" href={`${place.comment(comment.id)}#glos-${comment.id}`}>
          <time dateTime={comment.postedAt.toISOString()}>{sayMoment(comment.postedAt, language)}</time>
        </a>
        {comment.answers && <span className="meta">{t('comment.answerTo', { name: comment.answers })}</span>}
      </header>
      {comment.body === null ? (
        <p className="gone">{t('comment.hidden')} {isMessageKey(ground) && t('comment.hiddenGround', { ground: t(ground) })}</p>
      ) : (
        <>
          <Body text={comment.body} />
          <footer>
            {open && <SupportButton commentId={comment.id} count={comment.supports} language={language} from={place.page} words={{ support: t('comment.support'), of: t('comment.supportOf', { name }), supported: t('comment.supported') }} />}
            {!open && comment.supports > 0 && <span className="meta">{t('comment.supports', { count: comment.supports })}</span>}
            {open && (
              <ReplyButton threadId={place.threadId} commentId={comment.id} action={place.comment(comment.id)} from={place.page} language={language} label={t('comment.answer')} of={t('comment.hintAnswer', { name })} words={commentWords(language)} />
            )}
            <form action={address(language, 'report', { comment: comment.id })}>
              <input type="hidden" name="powrot" value={place.comment(comment.id)} />
              <button className="ds-button" data-variant="tertiary" data-size="sm" aria-describedby={`kto-${comment.id}`}>{t('comment.report')}</button>
            </form>
          </footer>
        </>
      )}
      {children}
    </article>
  )
}
