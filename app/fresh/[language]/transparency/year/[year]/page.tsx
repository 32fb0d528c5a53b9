import type { Metadata } from 'next'
import { ReportLines } from '@/app/_components/moderation/report-lines'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getYearReport, reportSections } from '@/lib/moderation/queries/figures'

type Props = { params: Promise<{ language: Language; year: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { language, year } = await params
  const t = translator(language)
  return { title: `${t('moderation.year.title', { year })} – ${t('site.name')}` }
}

/** The yearly report on moderation (DSA art. 15), made from the ledger whenever it is asked for. */
export default async function YearReport({ params }: Props) {
  const { language, year } = await params
  const lines = /^20\d\d$/.test(year) ? await getYearReport(null, Number(year)) : []
  if (!lines.length) nothingHere()
  const t = translator(language)
  const title = t('moderation.year.title', { year })
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'transparency')}>{t('moderation.ledger.title')}</a></li><li>{title}</li></ol>
      </nav>
      <h1>{title}</h1>
      <p className="lead">{t('moderation.year.lead')}</p>
      {new Date().getFullYear() === Number(year) && <p className="notice">{t('moderation.year.soFar')}</p>}
      <p><a href={`/api/v1/moderation/${year}?format=csv`}>{t('moderation.year.csv')}</a></p>
      {reportSections.map((section) => <ReportLines key={section} section={section} lines={lines.filter((line) => line.section === section)} language={language} />)}
      <section className="report-lines">
        <h2>{t('moderation.year.orders')}</h2>
        <p className="prose">{t('moderation.year.ordersAbout')}</p>
      </section>
    </div>
  )
}
