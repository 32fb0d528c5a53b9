import type { Metadata } from 'next'
import { cacheTag } from 'next/cache'
import { notFound } from 'next/navigation'
import { Logo } from '@/app/_components/files/logo'
import { OrganisationFacts } from '@/app/_components/organisations/facts'
import { OrganisationProfile } from '@/app/_components/organisations/profile'
import { OrganisationVoices, type PlacedVoice } from '@/app/_components/organisations/voices'
import { Partners } from '@/app/_components/partnership/partners'
import { ProposalList } from '@/app/_components/proposals/list'
import { Gone, goneMetadata } from '@/app/_components/moderation/gone'
import { ReportLink } from '@/app/_components/moderation/report-link'
import { pageMetadata } from '@/app/_components/site/metadata'
import { Wanted } from '@/app/_components/volunteering/wanted'
import { languageIn } from '@/app/kept/language'
import { keepForAMinute, keepUntilTouched } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import { isSlug } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listVoicesOf } from '@/lib/discussion/queries/voices'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { getBySlug, getHidden } from '@/lib/organisations/queries'
import { listLogos } from '@/lib/organisations/queries/logos'
import { listOpenPartnerCalls, listPartners } from '@/lib/partnership/queries'
import { listPublished } from '@/lib/proposals/queries/published'
import { tag } from '@/lib/tags'
import { listOpenCalls } from '@/lib/volunteering/queries/public'

type Props = { params: Promise<{ language: Language; slug: string }> }

export const generateStaticParams = () => [{ slug: '__build__' }]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  const shown = isSlug(slug) ? await keptOrganisation(slug) : null
  if (shown) return pageMetadata(language, 'organisation', () => shown.organisation.name, { slug })
  return isSlug(slug) && (await keptHidden(slug)) ? goneMetadata('organisation', language) : {}
}

/** Who an organisation is, what it proposes and what it has said. Of its contact only what it shows to everybody. */
export default async function Organisation({ params }: Props) {
  const language = await languageIn(params)
  const { slug } = await params
  const shown = isSlug(slug) ? await keptOrganisation(slug) : null
  if (!shown) {
    const hidden = isSlug(slug) ? await keptHidden(slug) : null
    if (!hidden) notFound()
    return <Gone about="organisation" ground={hidden.ground} language={language} />
  }
  const { organisation, logo, proposals, wanted, partners, sought } = shown
  const voices = await keptVoices(organisation.id, language)
  const t = translator(language)
  return (
    <div className="wrap task">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'organisations')}>{t('organisation.heading')}</a></li></ol>
      </nav>
      <div className="cols">
        <div className="head">
          <Logo logo={logo} language={language} large />
          <h1><bdi>{organisation.name}</bdi></h1>
          <p className="meta" style={{ marginBlockStart: '0.8rem' }}>{t('organisation.since', { date: sayDay(organisation.confirmedAt, language) })}</p>
          <section className="prose">
            <OrganisationProfile organisation={organisation} language={language} />
          </section>
        </div>
        <aside>
          <section className="panel rest">
            <h2>{t('organisation.facts')}</h2>
            <OrganisationFacts organisation={organisation} language={language} />
          </section>
          <ReportLink content={{ about: 'organisation', id: organisation.id }} from={address(language, 'organisation', { slug })} language={language} />
        </aside>
        <section className="talk">
          <h2>{t('organisation.proposals')} {proposals.length > 0 && <span className="count">{proposals.length}</span>}</h2>
          {proposals.length === 0 && <p className="empty" style={{ marginBlockStart: '1rem' }}>{t('organisation.noProposals')}</p>}
          <ProposalList proposals={proposals} language={language} level="h3" />
          <Partners partners={partners} calls={sought} language={language} />
          <Wanted calls={wanted} title={t('volunteering.atOrganisation')} language={language} />
          <h2 className="after">{t('organisation.results')}</h2>
          <p className="empty" style={{ marginBlockStart: '1rem' }}>{t('organisation.noResults')}</p>
          <h2 className="after">{t('organisation.voices')}</h2>
          <OrganisationVoices voices={voices} language={language} />
        </section>
      </div>
    </div>
  )
}

/** That moderation hides it, where it does. */
async function keptHidden(slug: string) {
  'use cache'
  keepUntilTouched(tag.organisations)
  return getHidden(null, slug)
}

async function keptOrganisation(slug: string) {
  'use cache'
  keepForAMinute(tag.organisations, tag.proposals, tag.volunteering, tag.network) // For its proposals' numbers.
  const organisation = await getBySlug(null, slug)
  if (!organisation) return null
  cacheTag(tag.organisation(organisation.id))
  const organisationId = organisation.id
  const [{ items }, logos, wanted, partners, sought] = await Promise.all([
    listPublished(null, { organisationId, limit: 100 }),
    listLogos(null, [organisationId]),
    listOpenCalls(null, { organisationId }),
    listPartners(null, { organisationId }),
    listOpenPartnerCalls(null, { organisationId }),
  ])
  return { organisation, logo: logos[organisationId], proposals: items, wanted, partners, sought }
}

const voicesAtMost = 10

async function keptVoices(organisationId: string, language: Language) {
  'use cache'
  keepForAMinute(tag.proposals, tag.strategy)
  const voices = await listVoicesOf(null, organisationId, voicesAtMost)
  for (const threadId of new Set(voices.map(({ threadId }) => threadId))) cacheTag(tag.thread(threadId)) // What is hidden or changed goes at once.
  const subjects = await getSubjects(null, language, voices.map(({ threadId }) => threadId))
  return voices.flatMap(({ id, threadId, body, postedAt }): PlacedVoice[] => {
    const subject = subjects.get(threadId)
    return subject && body !== null ? [{ id, body, postedAt, title: subject.title, lang: subject.lang, href: subject.comment(id) }] : []
  })
}
