import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Body } from '@/app/_components/discussion/body'
import { sayField } from '@/app/_components/partnership/words'
import { pageMetadata } from '@/app/_components/site/metadata'
import { sayDistrict } from '@/app/_components/volunteering/words'
import { keepForAMinute } from '@/app/kept/kept'
import { languageIn } from '@/app/kept/language'
import { address } from '@/lib/addresses'
import { sayDate } from '@/lib/dates'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPartnerCall } from '@/lib/partnership/queries'
import { tag } from '@/lib/tags'

type Props = { params: Promise<{ language: Language; call: string }> }

export const generateStaticParams = () => [{ call: '__build__' }]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, call: id } = await params
  const call = isUuid(id) ? await keptCall(id) : null
  return call ? pageMetadata(language, 'partnerCall', (t) => `${call.title} – ${t('partnership.title')}`, { call: id }) : {}
}

/** What partner an organisation looks for. Who has answered is between the organisations. */
export default async function PartnerCallPage({ params }: Props) {
  const language = await languageIn(params)
  const { call: id } = await params
  const call = isUuid(id) ? await keptCall(id) : null
  if (!call) notFound()
  const t = translator(language)
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'network')}>{t('partnership.title')}</a></li></ol>
      </nav>
      <h1><bdi>{call.title}</bdi></h1>
      <p className="meta byline">{t('partnership.by')}: <a href={address(language, 'organisation', { slug: call.organisation.slug })}><bdi>{call.organisation.name}</bdi></a></p>
      {call.closed && <div className="notice"><p>{t('partnership.closedNotice')}</p></div>}
      <div className="listed">
        <section className="proposal">
          <h2>{t('partnership.sought')}</h2>
          <div className="body"><Body text={call.sought} /></div>
          <dl className="facts" style={{ marginBlockStart: '1.6rem' }}>
            <div><dt>{t('partnership.fieldLabel')}</dt><dd>{sayField(call.field, language)}</dd></div>
            <div><dt>{t('partnership.district')}</dt><dd>{sayDistrict(call.district, language)}</dd></div>
            {call.proposalSlug && <div><dt>{t('partnership.forProposal')}</dt><dd><a href={address(language, 'proposal', { slug: call.proposalSlug })}><bdi>{call.proposalTitle}</bdi></a></dd></div>}
          </dl>
        </section>
        <aside className="panel">
          <p>{t('partnership.until', { date: sayDate(call.until, language) })}</p>
          <p>{t('partnership.toRequestsLead')}</p>
          <p><a className="ds-button" href={address(language, 'partnerRequests', { call: id })}>{t('partnership.toRequests')}</a></p>
        </aside>
      </div>
    </div>
  )
}

async function keptCall(id: string) {
  'use cache'
  keepForAMinute(tag.network, tag.organisations, tag.proposals) // A call ends with its last day.
  return getPartnerCall(null, id)
}
