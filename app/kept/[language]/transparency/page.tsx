import type { Metadata } from 'next'
import { LedgerSummary } from '@/app/_components/moderation/ledger-summary'
import { LedgerTable } from '@/app/_components/moderation/ledger-table'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import { keepUntilTouched } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { countPublicDecisions, listPublicDecisions } from '@/lib/moderation/queries/ledger'
import { tag } from '@/lib/tags'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'transparency', (t) => t('moderation.ledger.title'))

/** The public ledger: every decision of the moderators, without names and without what was hidden. */
export default async function Transparency({ params }: Props) {
  const language = await languageIn(params)
  const t = translator(language)
  const { decisions, next, counts } = await keptLedger(language)
  return (
    <div className="wrap page">
      <h1>{t('moderation.ledger.title')}</h1>
      <p className="lead">{t('moderation.ledger.lead')}</p>
      <p className="prose">{t('moderation.ledger.how')} <a href={address(language, 'terms')}>{t('moderation.ledger.terms')}</a>.</p>
      {decisions.length === 0 ? (
        <p className="empty">{t('moderation.ledger.empty')}</p>
      ) : (
        <>
          <LedgerSummary counts={counts} language={language} />
          <div className="section-head">
            <h2>{t('moderation.ledger.list')}</h2>
          </div>
          <LedgerTable decisions={decisions} language={language} />
          {next && <p className="further"><a className="ds-button" data-variant="secondary" href={address(language, 'transparencyOlder', { decision: next })}>{t('moderation.ledger.older')}</a></p>}
        </>
      )}
    </div>
  )
}

async function keptLedger(language: Language) {
  'use cache'
  keepUntilTouched(tag.ledger, tag.strategy, tag.proposals)
  const [listed, counts] = await Promise.all([listPublicDecisions(null, language), countPublicDecisions(null)])
  return { ...listed, counts }
}
