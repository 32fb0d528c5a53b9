import type { Metadata } from 'next'
import { BanWaits } from '@/app/_components/moderation/ban-waits'
import { InForce } from '@/app/_components/moderation/in-force'
import { PastDecisions } from '@/app/_components/moderation/past-decisions'
import { SanctionForm } from '@/app/_components/moderation/sanction-form'
import { SanctionLadder } from '@/app/_components/moderation/sanction-ladder'
import { SanctionNext } from '@/app/_components/moderation/sanction-next'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPersonRecord } from '@/lib/moderation/queries/person-record'
import { objectionToSanction } from '@/lib/moderation/sanctions'
import { moderatorAt } from '../../at-the-desk'

type Props = { params: Promise<{ language: Language; person: string }>; searchParams: Promise<{ zapisano?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('sanction.title')} – ${t('moderation.desk.title')} – ${t('site.name')}` }
}

/** Somebody's record and what counts now, and the sanctions that a moderator may impose or lift. */
export default async function ModeratePerson({ params, searchParams }: Props) {
  const { language, person: id } = await params
  const here = address(language, 'moderatePerson', { person: id })
  const viewer = await moderatorAt(language, here)
  const record = isUuid(id) ? await getPersonRecord(viewer, id) : null
  if (!record) nothingHere()
  const t = translator(language)
  const { name, joinedAt, comments, newest, decisions, ban } = record
  const { zapisano } = await searchParams
  const objection = objectionToSanction(viewer, record)
  return (
    <div className="wrap page desk">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'moderation')}>{t('moderation.desk.title')}</a></li><li>{t('sanction.title')}</li></ol>
      </nav>
      <h1 style={{ marginBlockStart: '1rem' }}><bdi>{name ?? t('comment.removedAuthor')}</bdi></h1>
      <p className="lead">{t('sanction.lead')}</p>
      <p className="meta" style={{ marginBlock: '0.6rem 1rem' }}>{t('sanction.since', { date: sayDay(joinedAt, language) })} · {t('sanction.comments', { count: comments })}</p>
      {zapisano && <div className="ds-alert" data-color="success" role="status"><p>{t(zapisano === 'propozycja' ? 'sanction.doneBan' : zapisano === 'blokada' ? 'sanction.banConfirmed' : 'sanction.done')}</p></div>}
      <div className="case">
        <div className="what">
          <section aria-labelledby="teraz">
            <h2 id="teraz">{t('sanction.now')}</h2>
            <InForce record={record} mayLift={!objection} language={language} from={here} />
          </section>
          <section aria-labelledby="dalej">
            <h2 id="dalej">{t('sanction.next.title')}</h2>
            <SanctionNext record={record} language={language} />
          </section>
          <section aria-labelledby="drabina">
            <h2 id="drabina">{t('sanction.steps.title')}</h2>
            <SanctionLadder record={record} language={language} />
          </section>
          <section aria-labelledby="wczesniej">
            <h2 id="wczesniej">{t('sanction.record')}</h2>
            {decisions.length === 0 ? <p className="quiet">{t('sanction.noRecord')}</p> : <PastDecisions decisions={decisions} language={language} />}
          </section>
        </div>
        <div className="verdicts">
  
        </div>
        <div className="verdicts">
        {ban && <BanWaits ban={ban} newest={newest} mayDecide={!objection} language={language} from={here} />}
        <section className="verdict" aria-labelledby="kara">
          <h2 id="kara">{t('sanction.form')}</h2>
          {objection ? <div className="notice"><p>{t(objection.key)}</p></div> : (
            <>
              <p>{t('sanction.ladder')}</p>
              <SanctionForm key={newest} personId={id} seen={newest} language={language} from={here} />
            </>
          )}
        </section>
        </div>
      </div>
    </div>
  )
}
