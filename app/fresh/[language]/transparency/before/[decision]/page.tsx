import type { Metadata } from 'next'
import { LedgerTable } from '@/app/_components/moderation/ledger-table'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listPublicDecisions } from '@/lib/moderation/queries/ledger'

type Props = { params: Promise<{ language: Language; decision: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('moderation.ledger.older')} – ${t('moderation.ledger.title')} – ${t('site.name')}` }
}

/** The ledger, further back. */
export default async function OlderDecisions({ params }: Props) {
  const { language, decision } = await params
  if (!isUuid(decision)) nothingHere()
  const { decisions, next } = await listPublicDecisions(null, language, decision)
  if (!decisions.length) nothingHere()
  const t = translator(language)
  const newest = address(language, 'transparency')
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={newest}>{t('moderation.ledger.title')}</a></li><li>{t('moderation.ledger.older')}</li></ol>
      </nav>
      <h1 style={{ marginBlock: '1rem' }}>{t('moderation.ledger.older')}</h1>
      <LedgerTable decisions={decisions} language={language} />
      <p className="further">
        <a href={newest}>{t('moderation.ledger.newest')}</a>
        {next && <a href={address(language, 'transparencyOlder', { decision: next })}>{t('moderation.ledger.older')}</a>}
      </p>
    </div>
  )
}
