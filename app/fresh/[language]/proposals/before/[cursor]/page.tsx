import type { Metadata } from 'next'
import { ProposalList } from '@/app/_components/proposals/list'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listPublished } from '@/lib/proposals/queries/published'

type Props = { params: Promise<{ language: Language; cursor: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('proposal.older')} – ${t('site.name')}` }
}

export default async function OlderProposals({ params }: Props) {
  const { language, cursor } = await params
  const { items, next } = await listPublished(null, { before: cursor })
  if (!items.length) nothingHere()
  const t = translator(language)
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'proposals')}>{t('proposal.heading')}</a></li></ol>
      </nav>
      <h1>{t('proposal.older')}</h1>
      <ProposalList proposals={items} language={language} />
      <p className="further">
        {next && <a className="ds-button" data-variant="secondary" href={address(language, 'olderProposals', { cursor: next })}>{t('proposal.older')}</a>}
        <a className="ds-button" data-variant="tertiary" href={address(language, 'proposals')}>{t('proposal.newest')}</a>
      </p>
    </div>
  )
}
