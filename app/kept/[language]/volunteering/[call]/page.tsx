import type { Metadata } from 'next'
import { cacheTag } from 'next/cache'
import { notFound } from 'next/navigation'
import { Body } from '@/app/_components/discussion/body'
import { pageMetadata } from '@/app/_components/site/metadata'
import { Conditions } from '@/app/_components/volunteering/conditions'
import { Shifts } from '@/app/_components/volunteering/shifts'
import { sayDistrict } from '@/app/_components/volunteering/words'
import { languageIn } from '@/app/kept/language'
import { keepNoLongerThan, keepUntilTouched } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { tag } from '@/lib/tags'
import { getCall } from '@/lib/volunteering/queries/public'

type Props = { params: Promise<{ language: Language; call: string }> }

export const generateStaticParams = () => [{ call: '__build__' }]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, call: id } = await params
  const call = isUuid(id) ? await keptCall(id) : null
  return call ? pageMetadata(language, 'volunteerCall', (t) => `${call.role} – ${t('volunteering.title')}`, { call: id }, { description: call.duties.slice(0, 200) }) : {}
}

/** A call for volunteers: what one does, where, on what terms, and the shifts with their free places. Names of people are not here. */
export default async function VolunteerCall({ params }: Props) {
  const language = await languageIn(params)
  const { call: id } = await params
  const call = isUuid(id) ? await keptCall(id) : null
  if (!call) notFound()
  const t = translator(language)
  return (
    <div className="wrap task">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'volunteering')}>{t('volunteering.title')}</a></li></ol>
      </nav>
      <div className="cols">
        <div className="head">
          <h1 className={call.role.length > 70 ? 'long' : undefined}><bdi>{call.role}</bdi></h1>
          <p className="meta byline">{t('volunteering.by')}: <a href={address(language, 'organisation', { slug: call.organisation.slug })}><bdi>{call.organisation.name}</bdi></a></p>
          {call.closedReason !== null && <div className="notice"><p>{t('volunteering.closedNotice', { reason: call.closedReason })}</p></div>}
        </div>
        <aside>
          <section className="panel rest stack">
            <h2>{t('volunteering.forOrganisers')}</h2>
            <p>{t('volunteering.forOrganisersLead')}</p>
            <p><a className="ds-button" data-variant="secondary" href={address(language, 'volunteers', { call: id })}>{t('volunteering.manage')}</a></p>
          </section>
        </aside>
        <div className="talk proposal">
          <section>
            <h2>{t('volunteering.duties')}</h2>
            <div className="body"><Body text={call.duties} /></div>
          </section>
          <section>
            <h2>{t('volunteering.placeName')}</h2>
            <p><bdi>{call.place}</bdi>, {sayDistrict(call.district, language)}</p>
            {call.proposalSlug && <p>{t('volunteering.forProposal')}: <a href={address(language, 'proposal', { slug: call.proposalSlug })}><bdi>{call.proposalTitle}</bdi></a></p>}
          </section>
          <Shifts callId={id} shifts={call.shifts} closed={!!call.closedAt} language={language} />
          <Conditions call={call} language={language} />
        </div>
      </div>
    </div>
  )
}

/** Kept until somebody signs up or leaves, the call changes, or a shift begins. */
async function keptCall(id: string) {
  'use cache'
  keepUntilTouched(tag.volunteerCall(id), tag.organisations, tag.proposals)
  const call = await getCall(null, id)
  if (!call) return null
  cacheTag(tag.organisation(call.organisation.id))
  keepNoLongerThan(...call.shifts.filter(({ started }) => !started).map(({ startsAt }) => startsAt))
  return call
}
