import type { Metadata } from 'next'
import { Body } from '@/app/_components/discussion/body'
import { Differences } from '@/app/_components/proposals/differences'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getPublished } from '@/lib/proposals/queries/published'
import { listVersions } from '@/lib/proposals/queries/timeline'

type Props = { params: Promise<{ language: Language; slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator((await params).language)
  return { title: `${t('life.versions.title')} – ${t('site.name')}` }
}

/** Every wording of a proposal that was public, newest first, each with its reason and what it changed. */
export default async function ProposalVersions({ params }: Props) {
  const { language, slug } = await params
  const proposal = await getPublished(null, slug)
  if (!proposal) nothingHere()
  const t = translator(language)
  const versions = await listVersions(null, proposal.id)
  return (
    <div className="wrap page narrow-page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'proposals')}>{t('proposal.heading')}</a></li><li><a href={address(language, 'proposal', { slug })} lang="pl">{proposal.content.title}</a></li></ol>
      </nav>
      <h1>{t('life.versions.title')}</h1>
      <p className="lead">{t('life.versions.lead')}</p>
      <ol className="list versions">
        {versions.map(({ number, content, reason, at, supportsBefore }, place) => {
          const before = versions[place + 1]
          return (
            <li key={number}>
              <h2>{before ? t('life.versions.version', { number }) : t('life.versions.first')}</h2>
              <p className="meta"><time dateTime={at.toISOString()}>{sayMoment(at, language)}</time>{before && ` · ${t('life.versions.after', { count: supportsBefore })}`}</p>
              {reason && <div><p><b>{t('life.versions.reason')}</b></p><div lang="pl"><Body text={reason} /></div></div>}
              {before && <Differences before={before.content} after={content} language={language} />}
              <p><a href={address(language, 'proposalVersion', { slug, number: String(number) })}>{t('life.versions.read', { number })}</a></p>
            </li>
          )
        })}
      </ol>
      <p className="further"><a href={address(language, 'proposal', { slug })}>{t('life.versions.back')}</a></p>
    </div>
  )
}
