import type { Metadata } from 'next'
import { cacheTag } from 'next/cache'
import { notFound } from 'next/navigation'
import { Body } from '@/app/_components/discussion/body'
import { OrganisationFacts } from '@/app/_components/organisations/facts'
import { Partners } from '@/app/_components/partnership/partners'
import { ProposalList } from '@/app/_components/proposals/list'
import { pageMetadata } from '@/app/_components/site/metadata'
import { Wanted } from '@/app/_components/volunteering/wanted'
import { languageIn } from '@/app/kept/language'
import { keepForAMinute } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getBySlug } from '@/lib/organisations/queries'
import { listOpenPartnerCalls, listPartners } from '@/lib/partnership/queries'
import { listPublished } from '@/lib/proposals/queries/published'
import { tag } from '@/lib/tags'
import { listOpenCalls } from '@/lib/volunteering/queries/public'

type Props = { params: Promise<{ language: Language; slug: string }> }

export const generateStaticParams = () => [{ slug: '__build__' }]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  const shown = isSlug(slug) ? await keptOrganisation(slug) : null
  return shown ? pageMetadata(language, 'organisation', () => shown.organisation.name, { slug }) : {}
}

/** Who an organisation is, and what it proposes. Its contact is not here. */
export default async function Organisation({ params }: Props) {
  const language = await languageIn(params)
  const { slug } = await params
  const shown = isSlug(slug) ? await keptOrganisation(slug) : null
  if (!shown) notFound()
  const { organisation, proposals, wanted, partners, sought } = shown
  const t = translator(language)
  return (
    <div className="wrap task">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'organisations')}>{t('organisation.heading')}</a></li></ol>
      </nav>
      <div className="cols">
        <div className="head">
          <h1><bdi>{organisation.name}</bdi></h1>
          <p className="meta" style={{ marginBlockStart: '0.8rem' }}>{t('organisation.since', { date: sayDay(organisation.confirmedAt, language) })}</p>
          <section className="prose">
            <h2>{t('organisation.about')}</h2>
            <Body text={organisation.about} />
          </section>
        </div>
        <aside>
          <section className="panel rest">
            <h2>{t('organisation.facts')}</h2>
            <OrganisationFacts organisation={organisation} language={language} />
          </section>
        </aside>
        <section className="talk">
          <h2>{t('organisation.proposals')} {proposals.length > 0 && <span className="count">{proposals.length}</span>}</h2>
          {proposals.length === 0 && <p className="empty" style={{ marginBlockStart: '1rem' }}>{t('organisation.noProposals')}</p>}
          <ProposalList proposals={proposals} language={language} level="h3" />
          <Partners partners={partners} calls={sought} language={language} />
          <Wanted calls={wanted} title={t('volunteering.atOrganisation')} language={language} />
        </section>
      </div>
    </div>
  )
}

const isSlug = (slug: string) => /^[a-z0-9-]{1,80}$/.test(slug)

async function keptOrganisation(slug: string) {
  'use cache'
  keepForAMinute(tag.organisations, tag.proposals, tag.volunteering, tag.network) // For its proposals' numbers.
  const organisation = await getBySlug(null, slug)
  if (!organisation) return null
  cacheTag(tag.organisation(organisation.id))
  const organisationId = organisation.id
  const [{ items }, wanted, partners, sought] = await Promise.all([
    listPublished(null, { organisationId, limit: 100 }),
    listOpenCalls(null, { organisationId }),
    listPartners(null, { organisationId }),
    listOpenPartnerCalls(null, { organisationId }),
  ])
  return { organisation, proposals: items, wanted, partners, sought }
}
