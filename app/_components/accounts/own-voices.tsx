import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import { listOwnComments } from '@/lib/discussion/queries/own'
import type { Language } from '@/lib/language'
import { isMessageKey, translator } from '@/lib/messages'
import { getReasonsFor, getSubjects } from '@/lib/moderation/queries/reporting'
import type { Viewer } from '@/lib/person'
import { listByQuestions } from '@/lib/proposals/queries/published'
import { listOwners } from '@/lib/strategy/queries'
import { listOwnBallots } from '@/lib/voting/queries'
import { sayReceipt } from '@/lib/voting/rules'
import { sayHeld } from '../discussion/words'
import { TitleText } from '../strategy/title'
import { labelOf } from '../voting/words'

/** The viewer's comments and votes, each with what it belongs to. */
export async function OwnVoices({ viewer, language }: { viewer: Viewer; language: Language }) {
  return (
    <>
      <OwnComments viewer={viewer} language={language} />
      <OwnBallots viewer={viewer} language={language} />
    </>
  )
}

async function OwnComments({ viewer, language }: { viewer: Viewer; language: Language }) {
  const t = translator(language)
  const comments = await listOwnComments(viewer)
  const [subjects, reasons] = await Promise.all([
    getSubjects(viewer, language, comments.map(({ threadId }) => threadId)),
    getReasonsFor(viewer, comments.filter(({ state }) => state === 'hidden').map(({ id }) => id)),
  ])
  return (
    <section className="section-head">
      <h2>{t('account.myComments')}</h2>
      {comments.length === 0 && <p className="quiet">{t('account.noComments')}</p>}
      <ol className="list">
        {comments.map(({ id, threadId, postedAt, body, state, hiddenGround, heldFor }) => {
          const subject = subjects.get(threadId)
          const ground = `ground.${hiddenGround}`
          return (
            <li key={id}>
              <p className="meta">
                {subject && <><a href={subject.comment(id)} lang={subject.lang}>{subject.title}</a> · </>}
                <time dateTime={postedAt.toISOString()}>{sayMoment(postedAt, language)}</time>
              </p>
              <p style={{ whiteSpace: 'pre-line' }}>{body}</p>
              {(state === 'shown' || state === 'held') && subject && <p className="meta"><a href={subject.edit(id)} aria-label={`${t('writing.own.change')}: ${sayMoment(postedAt, language)}`}>{t('writing.own.change')}</a></p>}
              {state === 'held' && heldFor && <p className="own-hidden">{sayHeld(t, heldFor)}</p>}
              {state === 'withdrawn' && <p className="own-hidden">{t('writing.own.withdrawn')}</p>}
              {state === 'hidden' && <p className="own-hidden">{t('account.hiddenComment', { ground: isMessageKey(ground) ? t(ground) : '', sentence: reasons.get(id)?.sentence ?? '' })}</p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

async function OwnBallots({ viewer, language }: { viewer: Viewer; language: Language }) {
  const t = translator(language)
  const ballots = await listOwnBallots(viewer)
  const [tasks, proposals] = await Promise.all([listOwners(viewer, language), listByQuestions(viewer, ballots.map(({ questionId }) => questionId))])
  const task = new Map(tasks.map((task) => [task.questionId, task]))
  const proposal = new Map(proposals.map((proposal) => [proposal.questionId, proposal]))
  return (
    <section className="section-head">
      <h2>{t('account.myVotes')}</h2>
      {ballots.length === 0 && <p className="quiet">{t('account.noVotes')}</p>}
      <ul className="list">
        {ballots.map(({ questionId, kind, choices, labels, receipt, invalidated }) => {
          const said = choices.map((choice, place) => labelOf({ kind, choices, labels }, choice, language) || labels[place]).join(', ')
          const [ofTask, ofProposal] = [task.get(questionId), proposal.get(questionId)]
          return (
            <li key={questionId}>
              {ofTask && <><a href={address(language, 'task', { code: ofTask.code })}>{ofTask.code} <TitleText title={ofTask.title} language={language} /></a>: <b>{said}</b></>}
              {ofProposal && <><a href={address(language, 'proposal', { slug: ofProposal.slug })} lang="pl">{ofProposal.title}</a>: <b>{said}</b> · {t('proposal.stateIs', { state: t(`proposal.state.${ofProposal.state}`) })}</>}
              {!ofTask && !ofProposal && <><a href={address(language, 'question', { question: questionId })}>{t('vote.questionCity')}</a>: <b>{said}</b></>}
              <span className="meta"> · {t('vote.receipt', { receipt: sayReceipt(receipt) })}</span>
              {invalidated && <> · <a href={address(language, 'myBallot', { question: questionId })}>{t('integrity.own.marked')}</a></>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
