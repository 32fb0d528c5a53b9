import type { Metadata } from 'next'
import { ProposalWhole } from '@/app/_components/proposals/content'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPublished, listTasksNamed } from '@/lib/proposals/queries/published'
import { listVersions } from '@/lib/proposals/queries/timeline'

type Props = { params: Promise<{ language: Language; slug: string; number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, number } = await params
  const t = translator(language)
  return { title: `${t('life.versions.version', { number })} – ${t('site.name')}`, robots: { index: false } }
}

/** One wording of a proposal, whole, as it was public. */
export default async function ProposalVersion({ params }: Props) {
  const { language, slug, number } = await params
  const proposal = await getPublished(null, slug)
  const version = proposal && (await listVersions(null, proposal.id)).find((each) => String(each.number) === number)
  if (!version) nothingHere()
  const t = translator(language)
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'proposal', { slug })} lang="pl">{proposal.content.title}</a></li><li><a href={address(language, 'proposalVersions', { slug })}>{t('life.versions.title')}</a></li></ol>
      </nav>
      <p className="meta">{t('life.versions.version', { number })} · <time dateTime={version.at.toISOString()}>{sayMoment(version.at, language)}</time></p>
      <h1 lang="pl">{version.content.title}</h1>
      <div className="notice"><p>{t(version.number === proposal.version ? 'life.versions.now' : 'life.versions.earlier')}</p></div>
      <ProposalWhole organisation={proposal.organisation.name} content={version.content} tasks={await listTasksNamed(null, version.content.tasks)} language={language} />
    </div>
  )
}
