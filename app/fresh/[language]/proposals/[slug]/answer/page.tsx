import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AnswerForm } from '@/app/_components/discussion/answer-form'
import { commentWords } from '@/app/_components/discussion/words'
import { proposalPlace } from '@/app/_components/proposals/place'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import { getThread } from '@/lib/discussion/queries/threads'
import { listUnansweredRoots } from '@/lib/discussion/queries/unanswered'
import { canAnswerOfficially } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPublished } from '@/lib/proposals/queries/published'

type Props = { params: Promise<{ language: Language; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('life.remarks.answerTitle')} – ${t('site.name')}` }
}

/** For officials: the remarks on an offer that wait for an answer, and one answer to as many of them as one likes. */
export default async function AnswerRemarks({ params }: Props) {
  const { language, slug } = await params
  const here = address(language, 'answerRemarks', { slug })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const proposal = viewer.roles.includes('official') ? await getPublished(viewer, slug) : null
  const thread = proposal && (await getThread(viewer, proposal.threadId))
  if (!proposal || !thread) nothingHere()
  const t = translator(language)
  const waiting = await listUnansweredRoots(viewer, proposal.threadId, proposal.organisation.id)
  const objection = canAnswerOfficially(viewer, { ...thread, allThere: true })
  const words = commentWords(language)
  const options = waiting.map(({ id, body, name, postedAt }) => ({ id, body, meta: t('writing.official.from', { name: name ?? t('comment.removedAuthor'), date: sayDay(postedAt, language) }) }))
  return (
    <div className="wrap page narrow stack">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={proposalPlace(language, proposal).page} lang="pl">{proposal.content.title}</a></li></ol>
      </nav>
      <h1>{t('life.remarks.answerTitle')}</h1>
      {objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
      {!objection && options.length === 0 && <p className="empty">{t('life.remarks.none')}</p>}
      {!objection && options.length > 0 && (
        <>
          <p className="lead">{t('life.remarks.answerLead')}</p>
          <AnswerForm
            threadId={proposal.threadId}
            formKey={randomUUID()}
            language={language}
            from={here}
            groups={[{ legend: t('life.remarks.waiting'), options, empty: t('life.remarks.none') }]}
            words={words}
            own={{
              field: t('writing.official.field'),
              hint: t('writing.official.hint'),
              send: t('writing.official.send'),
              problems: { ...words.problems, 'writing.problem.chooseAnswered': t('writing.problem.chooseAnswered'), 'writing.problem.fewerAnswered': t('writing.problem.fewerAnswered') },
            }}
          />
        </>
      )}
    </div>
  )
}
