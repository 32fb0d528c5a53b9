import type { Metadata } from 'next'
import { cacheTag } from 'next/cache'
import { notFound } from 'next/navigation'
import { WholeReport } from '@/app/_components/results/whole-report'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import { keepUntilTouched } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import { isSlug } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPublishedReport } from '@/lib/results/queries'
import { tag } from '@/lib/tags'

type Props = { params: Promise<{ language: Language; slug: string }> }

export const generateStaticParams = () => [{ slug: '__build__' }]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, slug } = await params
  const report = isSlug(slug) ? await keptReport(slug) : null
  return report ? pageMetadata(language, 'proposalResults', (t) => `${t('results.kept')}: ${report.plan.title}`, { slug }) : {}
}

/** A report that was accepted, whole. */
export default async function ProposalResults({ params }: Props) {
  const language = await languageIn(params)
  const { slug } = await params
  const report = isSlug(slug) ? await keptReport(slug) : null
  if (!report) notFound()
  const t = translator(language)
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'proposals')}>{t('proposal.heading')}</a></li><li><a href={address(language, 'proposal', { slug })} lang="pl">{report.plan.title}</a></li></ol>
      </nav>
      <h1>{t('results.kept')}: <span lang="pl">{report.plan.title}</span></h1>
      <p className="meta">{t('proposal.by')}: <a href={address(language, 'organisation', { slug: report.organisationSlug })}><bdi>{report.organisation}</bdi></a></p>
      <p className="lead">{t('results.keptLead', { date: sayDay(report.acceptedAt, language) })}</p>
      <WholeReport plan={report.plan} content={report.content} language={language} />
      <p className="further">
        <a href={`/api/v1/outcomes?proposal=${slug}&format=csv`}>{t('results.csv')}</a>
        {' '}
        <a href={address(language, 'proposal', { slug })}>{t('results.backToProposal')}</a>
      </p>
    </div>
  )
}

async function keptReport(slug: string) {
  'use cache'
  keepUntilTouched(tag.proposals, tag.organisations)
  const report = await getPublishedReport(null, slug)
  if (report) cacheTag(tag.proposal(report.id))
  return report
}
