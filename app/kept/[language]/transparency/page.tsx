import type { Metadata } from 'next'
import { LedgerSummary } from '@/app/_components/moderation/ledger-summary'
import { LedgerTable } from '@/app/_components/moderation/ledger-table'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import { keepUntilTouched } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getMonthlyFigures, listReportedYears } from '@/lib/moderation/queries/figures'
import { countPublicDecisions, listPublicDecisions } from '@/lib/moderation/queries/ledger'
import { tag } from '@/lib/tags'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'transparency', (t) => t('moderation.ledger.title'))

/** The public ledger: every decision of the moderators, without names and without what was hidden. */
export default async function Transparency({ params }: Props) {
  const language = await languageIn(params)
  const t = translator(language)
  const { decisions, next, counts, months, years } = await keptLedger(language)
  return (
    <div className="wrap page">
      <h1>{t('moderation.ledger.title')}</h1>
      <p className="lead">{t('moderation.ledger.lead')}</p>
      <p className="prose">{t('moderation.ledger.how')} <a href={address(language, 'terms')}>{t('moderation.ledger.terms')}</a>.</p>
      {decisions.length === 0 ? (
        <p className="empty">{t('moderation.ledger.empty')}</p>
      ) : (
        <>
          <LedgerSummary counts={counts} months={months} language={language} />
          <section className="counted" aria-labelledby="sprawozdania">
            <h2 id="sprawozdania">{t('moderation.ledger.years')}</h2>
            <ul>
              {years.map((year) => <li key={year}><a href={address(language, 'transparencyYear', { year: String(year) })}>{t('moderation.ledger.yearLink', { year: String(year) })}</a></li>)}
            </ul>
            <p>{t('moderation.ledger.take')} <a href="/api/v1/moderation?format=csv">{t('moderation.ledger.csvMonths')}</a>, <a href="/api/v1/decisions?format=csv">{t('moderation.ledger.csvDecisions')}</a></p>
          </section>
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
  keepUntilTouched(tag.ledger, tag.strategy, tag.proposals, tag.organisations)
  const [listed, counts, months, years] = await Promise.all([listPublicDecisions(null, language), countPublicDecisions(null), getMonthlyFigures(null), listReportedYears(null)])
  return { ...listed, counts, months, years }
}
