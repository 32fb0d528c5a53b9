import { withQuery } from '@/lib/addresses'
import type { Branch, PageOfThread } from '@/lib/discussion/queries/branches'
import { whyClosed, type ThreadState } from '@/lib/discussion/rules'
import { orders, queryOf } from '@/lib/discussion/views'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { AnswerLink } from './answer-link'
import { Comment } from './comment'
import { CommentForm } from './comment-form'
import { freshWords } from './fresh-words'
import { NewComments } from './new-comments'
import { OfficialAnswers } from './official-answers'
import { OwnUnread } from './own-unread'
import type { Place } from './place'
import { ThreadForms } from './thread-forms'
import { commentWords, unreadWords } from './words'
import { ClauseNote } from '../privacy/clause-note'

type Props = { formKey: string; state: ThreadState & { comments: number }; page: PageOfThread; place: Place; language: Language }

/** A conversation: the form, what the office has answered, then the newest branches with their first answers, and the ways to the rest. */
export function Thread({ formKey, state, page, place, language }: Props) {
  const t = translator(language)
  const objection = whyClosed(state)
  return (
    <>
      <div className="talk-head">
        <h2 id="komentarze" tabIndex={-1}>{t('comment.heading')} <span className="count">{state.comments}</span></h2>
      </div>
      {objection ? (
        <div className="notice"><p>{t(objection.key, objection.values)}</p></div>
      ) : (
        <>
          <CommentForm threadId={place.threadId} formKey={formKey} language={language} from={place.page} words={commentWords(language)} />
          <ClauseNote about="comment" language={language} />
        </>
      )}
      {place.answer && <AnswerLink href={place.answer} label={t('writing.official.link')} />}
      <OwnUnread words={unreadWords(language)} />
      {page.official.length > 0 && <OfficialAnswers answers={page.official} place={place} language={language} />}
      {page.branches.length === 0 && <p className="empty" style={{ marginBlockStart: '1.4rem' }}>{t('comment.empty')}</p>}
      {state.comments > 1 && (
        <nav className="thread-orders" aria-label={t('comment.order.label')}>
          <ul className="orders">
            {orders.map((order) => (
              <li key={order}>
                {order === 'newest' ? <a aria-current="page" href={`${place.page}#komentarze`}>{t('comment.order.newest')}</a> : <a href={`${withQuery(place.conversation, queryOf({ order }))}#komentarze`}>{t(`comment.order.${order}`)}</a>}
              </li>
            ))}
            <li><a href={`${place.conversation}#wybor`}>{t('comment.filter.legend')}</a></li>
          </ul>
        </nav>
      )}
      <NewComments threadId={place.threadId} count={state.comments} language={language} words={freshWords(language)} />
      <ThreadForms place={place} language={language} />
      <BranchList branches={page.branches} place={place} language={language} open={!objection} />
      {page.next && (
        <p className="further"><a className="ds-button" data-variant="secondary" href={`${withQuery(place.conversation, queryOf({ order: 'newest' }, { after: page.next }))}#komentarze`}>{t('comment.deeper')}</a></p>
      )}
    </>
  )
}

export function BranchList({ branches, place, language, open }: { branches: Branch[]; place: Place; language: Language; open: boolean }) {
  const t = translator(language)
  return (
    <ol className="thread">
      {branches.map((branch) => (
        <li key={branch.id}>
          <Comment comment={branch} place={place} language={language} open={open}>
            {branch.firstAnswers.length > 0 && (
              <ol className="replies" aria-label={t('comment.answers', { count: branch.replies })}>
                {branch.firstAnswers.map((answer) => (
                  <li key={answer.id} data-indent={answer.indent}><Comment comment={answer} place={place} language={language} open={open} /></li>
                ))}
                {branch.replies > branch.firstAnswers.length && (
                  <li data-indent={1}><a href={`${place.comment(branch.id)}#odpowiedzi`}>{t('comment.moreAnswers', { count: branch.replies - branch.firstAnswers.length })}</a></li>
                )}
              </ol>
            )}
          </Comment>
        </li>
      ))}
    </ol>
  )
}
