import type { Branch } from '@/lib/discussion/queries/branches'
import { whyClosed, type ThreadState } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { Comment } from './comment'
import { CommentForm } from './comment-form'
import { OwnHidden } from './own-hidden'
import type { Place } from './place'
import { commentWords } from './words'

type Props = { formKey: string; state: ThreadState; branches: Branch[]; next: string | null; count: number; place: Place; language: Language }

/** A conversation: the form, then the newest branches with their first answers, and the way to the rest. */
export function Thread({ formKey, state, branches, next, count, place, language }: Props) {
  const t = translator(language)
  const objection = whyClosed(state)
  return (
    <>
      <div className="talk-head">
        <h2 id="komentarze">{t('comment.heading')} <span className="count">{count}</span></h2>
      </div>
      {objection ? (
        <div className="notice"><p>{t(objection.key, objection.values)}</p></div>
      ) : (
        <CommentForm threadId={place.threadId} formKey={formKey} language={language} from={place.page} words={commentWords(language)} />
      )}
      <OwnHidden title={t('comment.hiddenYours')} why={t('moderation.why', { sentence: '{sentence}' })} />
      {branches.length === 0 && <p className="empty" style={{ marginBlockStart: '1.4rem' }}>{t('comment.empty')}</p>}
      <BranchList branches={branches} place={place} language={language} open={!objection} />
      {next && (
        <p className="further"><a className="ds-button" data-variant="secondary" href={`${place.older(next)}#komentarze`}>{t('comment.older')}</a></p>
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
            {branch.replyCount > 0 && (
              <ol className="replies" aria-label={t('comment.answers', { count: branch.replyCount })}>
                {branch.replies.map((reply) => (
                  <li key={reply.id}><Comment comment={reply} place={place} language={language} open={open} /></li>
                ))}
                {branch.replyCount > branch.replies.length && (
                  <li><a href={`${place.comment(branch.id)}#glos-${branch.id}`}>{t('comment.moreAnswers', { count: branch.replyCount - branch.replies.length })}</a></li>
                )}
              </ol>
            )}
          </Comment>
        </li>
      ))}
    </ol>
  )
}
