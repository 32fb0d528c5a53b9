import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Field } from '@/app/_components/fields'
import { Form, Submit } from '@/app/_components/form'
import { AttachmentList } from '@/app/_components/files/attachment-list'
import { ProposalWhole } from '@/app/_components/proposals/content'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { publishProposalAction, rejectProposalAction, returnProposalAction } from '@/lib/proposals/actions'
import { mayMove } from '@/lib/proposals/life-cycle'
import { listAttachments } from '@/lib/proposals/queries/attachments'
import { getForDesk } from '@/lib/proposals/queries/desk'

type Props = { params: Promise<{ language: Language; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('proposal.desk.title')} – ${t('site.name')}` }
}

/** A proposal as a moderator sees it: all of it as it will look, what happened so far, and the decision. */
export default async function ModerateProposal({ params }: Props) {
  const { language, id } = await params
  const here = address(language, 'moderateProposal', { id })
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  const proposal = await getForDesk(viewer, id)
  if (!proposal) nothingHere()
  const t = translator(language)
  const objection = mayMove('publish')(viewer, { ...proposal, current: true })
  const hidden = { id, seen: proposal.moves.at(-1)!.id }
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'moderation')}>{t('site.desk')}</a></li><li>{t('proposal.desk.title')}</li></ol>
      </nav>
      <h1>{proposal.content.title}</h1>
      <p className="meta">
        {t('proposal.by')}: <bdi>{proposal.organisation.name}</bdi> · {t('proposal.desk.begun', { name: proposal.createdBy ?? t('comment.removedAuthor') })}
      </p>
      <p className="lead">{t('proposal.stateIs', { state: t(`proposal.state.${proposal.state}`) })}</p>
      <div className="listed">
        <section className="preview">
          <h2 className="meta">{t('proposal.desk.asItWillLook')}</h2>
          <ProposalWhole content={proposal.content} tasks={proposal.tasks} language={language} level="h3" />
          <AttachmentList files={await listAttachments(viewer, id)} language={language} level="h3" />
        </section>
        <aside className="stack">
          <section className="panel stack" id="decyzja" aria-labelledby="decyzja-naglowek">
            <h2 id="decyzja-naglowek">{t('proposal.desk.decision')}</h2>
            {objection && <p>{t(objection.key, objection.values)}</p>}
            {proposal.slug && <p><a href={address(language, 'proposal', { slug: proposal.slug })}>{t('proposal.seePublished')}</a></p>}
            {!objection && (
              <>
                <Form action={publishProposalAction} language={language} from={here} hidden={hidden}>
                  <p>{t('proposal.desk.publishLead')}</p>
                  <p><Submit>{t('proposal.desk.publish')}</Submit></p>
                </Form>
                <Form className="stack" action={returnProposalAction} language={language} from={here} hidden={hidden}>
                  <Field name="reason" rows={4} label={t('proposal.desk.returnReason')} hint={t('proposal.desk.reasonHint')} required />
                  <p><Submit variant="secondary">{t('proposal.desk.return')}</Submit></p>
                </Form>
                <Form className="stack" action={rejectProposalAction} language={language} from={here} hidden={hidden}>
                  <Field name="reason" rows={4} label={t('proposal.desk.rejectReason')} hint={t('proposal.desk.reasonHint')} required />
                  <p><Submit variant="secondary" color="danger">{t('proposal.desk.reject')}</Submit></p>
                </Form>
              </>
            )}
            <p><a href={address(language, 'moderation')}>{t('proposal.desk.back')}</a></p>
          </section>
          <section className="panel">
            <h2>{t('proposal.desk.history')}</h2>
            <ol className="history">
              {proposal.moves.map(({ id, move, at, reason }) => (
                <li key={id}>
                  {t(`proposal.move.${move}`)}, <time dateTime={at.toISOString()}>{sayMoment(at, language)}</time>
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
