import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import { listOwnComments } from '@/lib/discussion/queries'
import type { Language } from '@/lib/language'
import { isMessageKey, translator } from '@/lib/messages'
import { getReasonsFor } from '@/lib/moderation/queries/reporting'
import type { Viewer } from '@/lib/person'
import { listOwners } from '@/lib/strategy/queries'
import { listOwnBallots } from '@/lib/voting/queries'
import { TitleText } from '../strategy/title'

/** The viewer's comments and votes, each with what it belongs to. */
export async function OwnVoices({ viewer, language }: { viewer: Viewer; language: Language }) {
  const t = translator(language)
  const [comments, ballots, tasks] = await Promise.all([listOwnComments(viewer), listOwnBallots(viewer), listOwners(viewer, language)])
  const reasons = await getReasonsFor(viewer, comments.filter(({ hiddenAt }) => hiddenAt).map(({ id }) => id))
  const byThread = new Map(tasks.map((task) => [task.threadId, task]))
  const byQuestion = new Map(tasks.map((task) => [task.questionId, task]))
  return (
    <>
      <section className="section-head">
        <h2>{t('account.myComments')}</h2>
        {comments.length === 0 && <p className="quiet">{t('account.noComments')}</p>}
        <ol className="list">
          {comments.map((comment) => {
            const task = byThread.get(comment.threadId)
            const ground = `ground.${comment.hiddenGround}`
            return (
              <li key={comment.id}>
                <p className="meta">
                  {task && <><a href={`${address(language, 'taskComment', { code: task.code, comment: comment.id })}#glos-${comment.id}`}>{task.code} <TitleText title={task.title} language={language} /></a> · </>}
                  <time dateTime={comment.postedAt.toISOString()}>{sayMoment(comment.postedAt, language)}</time>
                </p>
                <p style={{ whiteSpace: 'pre-line' }}>{comment.body}</p>
                {comment.hiddenAt && <p className="own-hidden">{t('account.hiddenComment', { ground: isMessageKey(ground) ? t(ground) : '', sentence: reasons.get(comment.id)?.sentence ?? '' })}</p>}
              </li>
            )
          })}
        </ol>
      </section>
      <section className="section-head">
        <h2>{t('account.myVotes')}</h2>
        {ballots.length === 0 && <p className="quiet">{t('account.noVotes')}</p>}
        <ul className="list">
          {ballots.map(({ questionId, choice }) => {
            const task = byQuestion.get(questionId)
            return task && (
              <li key={questionId}>
                <a href={address(language, 'task', { code: task.code })}>{task.code} <TitleText title={task.title} language={language} /></a>: <b>{t(`vote.${choice}`)}</b>
              </li>
            )
          })}
        </ul>
      </section>
    </>
  )
}
