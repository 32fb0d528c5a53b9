import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AttachmentList } from '@/app/_components/files/attachment-list'
import { PublicationCase } from '@/app/_components/moderation/desk/publication-case'
import { Completeness } from '@/app/_components/proposals/completeness'
import { ProposalWhole } from '@/app/_components/proposals/content'
import { AssessmentSoFar } from '@/app/_components/proposals/desk/assessment-so-far'
import { NextMoves } from '@/app/_components/proposals/desk/next-moves'
import { DueLine } from '@/app/_components/proposals/due'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { getAtTheOffice } from '@/lib/assessment/queries/desk'
import { sayDate, sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPublicationCase } from '@/lib/moderation/queries/publication-case'
import { dueOf } from '@/lib/proposals/deadlines'
import { isCoordinator } from '@/lib/proposals/life-cycle'
import { completenessOf } from '@/lib/proposals/quality'
import { listAttachments } from '@/lib/proposals/queries/attachments'
import { getForDesk } from '@/lib/proposals/queries/desk'
import { retyped } from '@/lib/proposals/retyped'

type Props = { params: Promise<{ language: Language; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('proposal.desk.title')} – ${t('site.name')}` }
}

/** A proposal as the desk sees it: all of it as it will look, what happened so far, what can be done now, and for moderators what was reported. */
export default async function ModerateProposal({ params }: Props) {
  const { language, id } = await params
  const here = address(language, 'moderateProposal', { id })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const proposal = await getForDesk(viewer, id)
  if (!proposal) nothingHere()
  const judged = await getPublicationCase(viewer, { about: 'proposal', id })
  const t = translator(language)
  const due = dueOf({ ...proposal, appealedAt: proposal.appeal?.appealedAt, appealDecidedAt: proposal.appeal?.decidedAt })
  // Coordinators come from the call's desk, moderators from theirs.
  const desk = isCoordinator(viewer, null)
    ? { href: address(language, 'moderation'), label: t('site.desk'), back: t('proposal.desk.back') }
    : { href: address(language, 'proposalWork'), label: t('life.work.title'), back: t('proposal.desk.backToWork') }
  const draft = retyped(proposal.content)
  const { grantYear } = proposal
  const office = proposal.state === 'published' ? await getAtTheOffice(viewer, id) : null
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={desk.href}>{desk.label}</a></li><li>{t('proposal.desk.title')}</li></ol>
      </nav>
      <h1>{proposal.content.title}</h1>
      <p className="meta">
        {t('proposal.by')}: <bdi>{proposal.organisation.name}</bdi> · {t('proposal.desk.begun', { name: proposal.createdBy ?? t('comment.removedAuthor') })}
      </p>
      <p className="lead">{t('proposal.stateIs', { state: t(`proposal.state.${proposal.state}`) })}</p>
      {judged && proposal.slug && <PublicationCase found={judged} slug={proposal.slug} viewer={viewer} language={language} from={here} />}
      <div className="listed">
        <section className="preview">
          <h2 className="meta">{t('proposal.desk.asItWillLook')}</h2>
          <ProposalWhole content={proposal.content} tasks={proposal.tasks} organisation={proposal.organisation.name} language={language} level="h3" />
          <AttachmentList files={await listAttachments(viewer, id)} language={language} level="h3" />
        </section>
        <aside className="stack">
          <section className="panel stack" id="decyzja" aria-labelledby="decyzja-naglowek">
            <h2 id="decyzja-naglowek">{t('proposal.desk.decision')}</h2>
            {due && <DueLine due={due} language={language} />}
            {proposal.slug && <p><a href={address(language, 'proposal', { slug: proposal.slug })}>{t('proposal.seePublished')}</a></p>}
            {proposal.slug && proposal.remarksUnanswered > 0 && <p>{t('life.work.remarks', { count: proposal.remarksUnanswered })}. {viewer.roles.includes('official') && <a href={address(language, 'answerRemarks', { slug: proposal.slug })}>{t('life.remarks.answer')}</a>}</p>}
            <NextMoves
              proposal={proposal}
              viewer={viewer}
              assessment={office && <AssessmentSoFar id={id} lead={office.lead} language={language} />}
              from={here}
              language={language}
            />
            <p><a href={desk.href}>{desk.back}</a></p>
          </section>
          <section className="panel">
            <h2>{t('offer.completeness.title')}</h2>
            <Completeness found={completenessOf(draft, undefined, grantYear ? { [grantYear.year]: grantYear.grantedGrosze } : {})} draft={draft} language={language} level="h3" />
          </section>
          <section className="panel">
            <h2>{t('proposal.desk.history')}</h2>
            <ol className="history">
              {proposal.moves.map(({ id, move, at, reason, by, completeBy }) => (
                <li key={id}>
                  {t(`proposal.move.${move}`)}, <time dateTime={at.toISOString()}>{sayMoment(at, language)}</time>, <bdi>{by ?? t('comment.removedAuthor')}</bdi>
                  {completeBy && <p className="quiet">{t('life.timeline.until', { date: sayDate(completeBy, language) })}</p>}
                  {reason && <p className="quiet" style={{ whiteSpace: 'pre-line' }}>{reason}</p>}
                </li>
              ))}
            </ol>
          </section>
        </aside>
      </div>
    </div>
  )
}
