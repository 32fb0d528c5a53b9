import type { Metadata } from 'next'
import { capital } from '@/app/_components/moderation/grounds'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listOpenAppeals } from '@/lib/moderation/queries/appeals'
import { listOpenBallotAppeals } from '@/lib/integrity/queries/appeals'
import { sayKind } from '@/lib/moderation/say-kind'
import { moderatorAt } from '../at-the-desk'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ zapisano?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('sanction.desk.list')} – ${t('moderation.desk.title')} – ${t('site.name')}` }
}

/** Appeals that wait, with until when each is to be answered. */
export default async function Appeals({ params, searchParams }: Props) {
  const { language } = await params
  const viewer = await moderatorAt(language, address(language, 'moderateAppeals'))
  const t = translator(language)
  const [open, ofVotes] = await Promise.all([listOpenAppeals(viewer), listOpenBallotAppeals(viewer)])
  return (
    <div className="wrap page desk">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'moderation')}>{t('moderation.desk.title')}</a></li><li>{t('sanction.desk.list')}</li></ol>
      </nav>
      <h1 style={{ marginBlockStart: '1rem' }}>{t('sanction.desk.list')}</h1>
      <p className="lead">{t('sanction.desk.listLead')}</p>
      {(await searchParams).zapisano && <div className="ds-alert" data-color="success" role="status"><p>{t('sanction.desk.saved')}</p></div>}
      {open.length + ofVotes.length === 0 && <p className="empty">{t('sanction.desk.none')}</p>}
      <ol className="list queue">
        {open.map(({ id, side, dueAt, late, concerned, involved, own, text, ...decision }) => (
          <li key={id}>
            <p className="labels">
              <span className="ds-tag" data-size="sm" data-color={late ? 'danger' : 'piernik'}>{t(late ? 'sanction.desk.overdue' : 'sanction.desk.due', { date: sayDay(dueAt, language) })}</span>
              {(involved || own) && <span className="ds-tag" data-size="sm" data-color="neutral">{t('moderation.desk.own')}</span>}
            </p>
            <h2><a href={address(language, 'moderateAppeal', { appeal: id })}>{capital(sayKind(decision, language))}: <bdi>{concerned ?? t('comment.removedAuthor')}</bdi></a></h2>
            <p className="meta">{t('sanction.desk.side', { side })}</p>
            <p className="said"><bdi>{text.length > 240 ? `${text.slice(0, 240)}…` : text}</bdi></p>
          </li>
        ))}
      </ol>
      {ofVotes.length > 0 && (
        <section className="section-head" aria-labelledby="glosy">
          <h2 id="glosy">{t('integrity.appeals.list')}</h2>
          <ol className="list queue">
            {ofVotes.map(({ id, flagId, dueAt, late, appellant, involved, own, about, text }) => (
              <li key={id}>
                <p className="labels">
                  <span className="ds-tag" data-size="sm" data-color={late ? 'danger' : 'piernik'}>{t(late ? 'sanction.desk.overdue' : 'sanction.desk.due', { date: sayDay(dueAt, language) })}</span>
                  {(involved || own) && <span className="ds-tag" data-size="sm" data-color="neutral">{t('moderation.desk.own')}</span>}
                </p>
                <h3><a href={`${address(language, 'flag', { flag: flagId })}#odwolania`}>{t('integrity.appeals.of', { name: appellant ?? t('comment.removedAuthor') })}</a></h3>
                <p className="meta" lang="pl">{about}</p>
                <p className="said"><bdi>{text.length > 240 ? `${text.slice(0, 240)}…` : text}</bdi></p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
