import type { Metadata } from 'next'
import { CardsTable } from '@/app/_components/assessment/cards-table'
import { Forwardings } from '@/app/_components/assessment/forwardings'
import { ResultSaid } from '@/app/_components/assessment/result-said'
import { Seats } from '@/app/_components/assessment/seats'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { getAtTheOffice, listCandidates, listDepartments } from '@/lib/assessment/queries/desk'
import { isOpen, mayForward } from '@/lib/assessment/rules'
import { cityTime } from '@/lib/city-time'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { whoAssesses } from '../../assessing'

type Props = { params: Promise<{ language: Language; id: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('assessment.proposal.title')} – ${t('site.name')}` }
}

const inDays = (days: number) => cityTime(new Date(Date.now() + days * 86_400_000)).slice(0, 10)

/** A proposal's assessment: who assesses, what has come of it, what departments say. */
export default async function AssessProposal({ params }: Props) {
  const { language, id } = await params
  const here = address(language, 'assessProposal', { id })
  const viewer = await whoAssesses(language, here)
  const proposal = await getAtTheOffice(viewer, id)
  if (!proposal) nothingHere()
  const t = translator(language)
  const { lead, forwardings } = proposal
  const closed = isOpen(viewer, proposal)
  const [candidates, departments] = await Promise.all([lead ? listCandidates(viewer, id) : [], listDepartments(viewer)])
  return (
    <div className="wrap page narrow-page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}><ol><li><a href={address(language, 'assessments')}>{t('assessment.title')}</a></li></ol></nav>
      <h1 lang={language === 'pl' ? undefined : 'pl'}>{proposal.title}</h1>
      <p className="meta">{t('assessment.proposal.by')}: <bdi>{proposal.organisation}</bdi> · {t('proposal.stateIs', { state: t(`proposal.state.${proposal.state}`) })}</p>
      {proposal.slug && <p><a href={address(language, 'proposal', { slug: proposal.slug })}>{t('assessment.proposal.see')}</a></p>}
      {proposal.isOwn && <div className="notice"><p>{t('assessment.objection.own')}</p></div>}
      {lead && (
        <>
          <section className="office-part" aria-labelledby="osoby">
            <h2 id="osoby">{t('assessment.proposal.people')}</h2>
            {closed && <p>{t(closed.key, closed.values)}</p>}
            <Seats proposalId={id} lead={lead} open={!closed} candidates={candidates} dueOn={inDays(lead.days)} language={language} from={here} />
          </section>
          <section className="office-part" aria-labelledby="karty">
            <h2 id="karty">{t('assessment.proposal.result')}</h2>
            {lead.result ? (
              <>
                <ResultSaid result={lead.result} apartPercent={lead.apartPercent} places={lead.cards.map(({ place }) => place)} language={language} />
                <CardsTable criteria={lead.criteria} cards={lead.cards} language={language} />
              </>
            ) : <p>{t('assessment.proposal.cardsWait')}</p>}
            {lead.result?.total != null && !closed && <p><a className="ds-button" data-variant="secondary" href={address(language, 'moderateProposal', { id })}>{t('assessment.proposal.decide')}</a></p>}
          </section>
        </>
      )}
      {!proposal.isOwn && (
        <section className="office-part" aria-labelledby="wydzialy">
          <h2 id="wydzialy">{t('assessment.proposal.history')}</h2>
          <Forwardings proposalId={id} asked={forwardings} mayForward={!mayForward(viewer, { ...proposal, forwarded: forwardings.some(({ returnedAt }) => !returnedAt) })} departments={departments} dueOn={inDays(7)} language={language} from={here} />
        </section>
      )}
      <p className="further"><a href={address(language, 'assessments')}>{t('assessment.back')}</a></p>
    </div>
  )
}
