import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Batch } from '@/app/_components/proposals/desk/batch'
import { DueLine } from '@/app/_components/proposals/due'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { canSeeDesk, isCoordinator } from '@/lib/proposals/life-cycle'
import { listPrepared, listWork, workAtOnce, workKinds, type Work } from '@/lib/proposals/queries/work'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<Partial<Record<'opublikowano' | 'rodzaj' | 'po', string | string[]>>> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('life.work.title')} – ${t('site.name')}` }
}

/** The desk of a call for proposals: what waits for the viewer, what is late, and the decisions to publish together. */
export default async function ProposalWork({ params, searchParams }: Props) {
  const { language } = await params
  const here = address(language, 'proposalWork')
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: here }))
  if (canSeeDesk(viewer, null)) nothingHere()
  const t = translator(language)
  const [published, kind, after] = await searchParams.then(({ opublikowano, rodzaj, po }) => [opublikowano, rodzaj, po].map((sent) => [sent].flat()[0]))
  const turned = workKinds.find((known) => known === kind)
  const [prepared, ...pages] = await Promise.all([listPrepared(viewer), ...workKinds.map((kind) => listWork(viewer, kind, kind === turned ? after : undefined))])
  const work = pages.flatMap(({ items }) => items)
  const mine = work.filter(({ objection }) => !objection)
  const late = mine.filter(({ due }) => due?.overdue && due.what !== 'remarks').length
  return (
    <div className="wrap page desk">
      <h1>{t('life.work.title')}</h1>
      <p className="lead">{t('life.work.lead')}</p>
      {Number(published) > 0 && <div className="ds-alert" data-color="success" role="status" style={{ marginBlockStart: '1.4rem' }}><p>{t('life.batch.published', { count: Number(published) })}</p></div>}
      <p className="meta">{t('life.work.waiting')}: <b>{mine.length}{pages.some(({ next }) => next) && '+'}</b>{late > 0 && <> · <b className="due" data-overdue>{t('life.work.overdueCount', { count: late })}</b></>}</p>
      {!isCoordinator(viewer, null) && <p><a href={address(language, 'officeReports')}>{t('results.desk.title')}</a></p>}
      {work.length === 0 && <p className="empty">{t('life.work.noneAll')}</p>}
      {prepared.length > 0 && (
        <section className="panel" id="decyzje" aria-labelledby="decyzje-naglowek" style={{ marginBlockStart: '2rem' }}>
          <h2 id="decyzje-naglowek">{t('life.batch.title')}</h2>
          <p>{t('life.batch.lead')}</p>
          <Batch
            from={here}
            language={language}
            words={{ legend: t('life.batch.legend'), publish: t('life.batch.publish') }}
            options={prepared.map(({ id, title, organisation, prepared }) => ({
              id,
              title: <a href={address(language, 'moderateProposal', { id })}><bdi>{title}</bdi></a>,
              note: [t(`life.outcome.${prepared!.outcome}`), organisation, t('life.batch.prepared', { date: sayDay(prepared!.at, language) }), ...(prepared!.outdated ? [t('life.batch.outdated')] : [])].join(' · '),
            }))}
          />
        </section>
      )}
      {workKinds.map((kind) => {
        const { items, total, next } = pages[workKinds.indexOf(kind)]!
        return items.length > 0 && (
          <section key={kind} aria-labelledby={`praca-${kind}`} style={{ marginBlockStart: '2.4rem' }}>
            <h2 id={`praca-${kind}`}>{t(`life.work.${kind}`)} <span className="count">{total}</span></h2>
            {kind === turned && after && <p><a href={here}>{t('life.work.first')}</a></p>}
            <ol className="list queue">{items.map((item) => <Item key={item.id} item={item} language={language} />)}</ol>
            {next && <p><a className="ds-button" data-variant="secondary" href={`${withQuery(here, { rodzaj: kind, po: next })}#praca-${kind}`}>{t('life.work.next', { count: workAtOnce })}</a></p>}
          </section>
        )
      })}
    </div>
  )
}

function Item({ item: { id, title, organisation, since, due, objection, remarksUnanswered, prepared }, language }: { item: Work; language: Language }) {
  const t = translator(language)
  const why = objection?.key === 'proposal.objection.own' ? 'life.work.own' : objection?.key === 'objection.notYours' ? 'life.work.notYours' : objection?.key === 'proposal.objection.rejectedByYou' ? 'life.work.rejectedByYou' : objection?.key === 'proposal.objection.assessmentLacks.cards' ? 'life.work.notAssessed' : objection?.key === 'proposal.objection.assessmentLacks.third' ? 'life.work.thirdWanted' : null
  return (
    <li>
      <h3><a href={address(language, 'moderateProposal', { id })}><bdi>{title}</bdi></a></h3>
      <p className="meta"><bdi>{organisation}</bdi> · <time dateTime={since.toISOString()}>{t('life.work.since', { date: sayDay(since, language) })}</time></p>
      {due && <DueLine due={due} language={language} />}
      {remarksUnanswered > 0 && <p>{t('life.work.remarks', { count: remarksUnanswered })}</p>}
      {prepared && <p>{t('life.decision.prepared', { outcome: t(`life.outcome.${prepared.outcome}`) })}</p>}
      {why && <p className="quiet">{t(why)}</p>}
    </li>
  )
}
