import type { Metadata } from 'next'
import { CardForm } from '@/app/_components/assessment/card-form'
import { CardsTable } from '@/app/_components/assessment/cards-table'
import { DeclarationForm } from '@/app/_components/assessment/declaration-form'
import { ProposalWhole } from '@/app/_components/proposals/content'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { getSheet } from '@/lib/assessment/queries/sheet'
import { isOpen, mayDeclare, mayWriteCard } from '@/lib/assessment/rules'
import { sayDate, sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { whoAssesses } from '../../assessing'

type Props = { params: Promise<{ language: Language; id: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('assessment.card.title')} – ${t('site.name')}` }
}

/** One's own card: first the declaration of interest, then the sheet, at last what was handed in. */
export default async function AssessmentCard({ params }: Props) {
  const { language, id } = await params
  const here = address(language, 'assessmentCard', { id })
  const viewer = await whoAssesses(language, here)
  const card = await getSheet(viewer, id)
  if (!card) nothingHere()
  const t = translator(language)
  const { seat, sheet } = card
  const conflict = seat.declaration === 'own' || seat.declaration === 'related'
  const writes = !mayWriteCard(viewer, seat)
  const declares = !mayDeclare(viewer, { ...seat, says: 'own' })
  const ended = conflict ? t('assessment.declare.thanks') : seat.freed ? t('assessment.declare.freed') : !seat.submitted && isOpen(viewer, seat) ? t('assessment.declare.decided') : null
  return (
    <div className="wrap page narrow-page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}><ol><li><a href={address(language, 'assessments')}>{t('assessment.title')}</a></li></ol></nav>
      <h1 id="karta">{t(seat.declaration ? 'assessment.card.title' : 'assessment.declare.title')}</h1>
      <p className="lead" lang={language === 'pl' ? undefined : 'pl'}>{card.title}</p>
      <p className="meta">{t('assessment.proposal.by')}: <bdi>{card.organisation}</bdi> · {t('assessment.dueOn', { day: sayDate(card.dueOn, language) })} · <a href={address(language, 'proposal', { slug: card.slug })}>{t('assessment.proposal.see')}</a></p>
      {ended && <div className="notice"><p>{ended}</p>{card.freedReason && <p>{t('assessment.declare.freedWhy', { reason: card.freedReason })}</p>}</div>}
      {declares && !seat.declaration && (
        <>
          <p>{t('assessment.declare.lead')}</p>
          <DeclarationForm assessorId={id} language={language} from={here} />
        </>
      )}
      {sheet && seat.submitted && (
        <>
          <div className="ds-alert" data-color="success" role="status"><p>{t('assessment.card.submitted', { moment: sayMoment(sheet.submittedAt!, language) })}</p></div>
          {sheet.others.length > 0 ? (
            <section className="office-part" aria-labelledby="wszystkie">
              <h2 id="wszystkie">{t('assessment.proposal.cards')}</h2>
              <CardsTable criteria={sheet.criteria} cards={sheet.others} language={language} />
            </section>
          ) : (
            <>
              <section className="office-part" aria-labelledby="wlasna">
                <h2 id="wlasna">{t('assessment.card.yours')}</h2>
                <CardsTable criteria={sheet.criteria} cards={[{ place: sheet.place, lines: sheet.typed.map(({ criterion, points, reason }) => ({ criterionId: criterion, points: Number(points), reason })) }]} language={language} />
              </section>
              <p>{t('assessment.card.othersWait')}</p>
            </>
          )}
        </>
      )}
      {sheet && writes && (
        <>
          <details className="panel">
            <summary>{t('assessment.card.open')}</summary>
            <ProposalWhole content={sheet.content} tasks={sheet.tasks} organisation={card.organisation} language={language} level="h3" />
          </details>
          <section className="office-part" aria-label={t('assessment.card.title')}>
            <p>{t('assessment.card.lead')}</p>
            {sheet.savedAt && <p className="notice" id="zapisano" role="status">{t('assessment.card.saved', { moment: sayMoment(sheet.savedAt, language) })}</p>}
            <CardForm assessorId={id} criteria={sheet.criteria} typed={sheet.typed} savedAt={sheet.savedAt} language={language} from={here} />
          </section>
          {declares && (
            <details className="office-part">
              <summary>{t('assessment.declare.later')}</summary>
              <p>{t('assessment.declare.laterLead')}</p>
              <DeclarationForm assessorId={id} later language={language} from={here} />
            </details>
          )}
        </>
      )}
      <p className="further"><a href={address(language, 'assessments')}>{t('assessment.back')}</a></p>
    </div>
  )
}
