import type { Metadata } from 'next'
import { DirectoryFilter } from '@/app/_components/organisations/directory-filter'
import { DirectoryList } from '@/app/_components/organisations/directory-list'
import { pageMetadata } from '@/app/_components/site/metadata'
import { currentViewer } from '@/lib/accounts/session'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { directoryQuestion } from '@/lib/organisations/directory'
import { findOrganisations, foundAtMost } from '@/lib/organisations/queries/directory'
import { listLogos } from '@/lib/organisations/queries/logos'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'findOrganisations', (t) => t('organisation.search.title'))

/** The directory, narrowed down to a field of work, a district, a need or words. */
export default async function FindOrganisations({ params, searchParams }: Props) {
  const { language } = await params
  const t = translator(language)
  const question = directoryQuestion(await searchParams)
  const viewer = await currentViewer()
  const { found, count } = await findOrganisations(viewer, question)
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'organisations')}>{t('organisation.heading')}</a></li></ol>
      </nav>
      <h1>{t('organisation.search.title')}</h1>
      <p className="lead">{t('organisation.search.lead')}</p>
      <div className="listed turned">
        <aside className="panel"><DirectoryFilter question={question} language={language} /></aside>
        <div>
          <p role="status" className="meta">{count ? t('organisation.search.found', { count }) : t('organisation.search.nothing')}</p>
          <DirectoryList organisations={found} logos={await listLogos(viewer, found.map(({ id }) => id))} language={language} />
          {count > found.length && <p className="meta further">{t('organisation.search.more', { max: foundAtMost })}</p>}
          <p className="further"><a href={address(language, 'organisations')}>{t('organisation.search.all')}</a></p>
        </div>
      </div>
    </div>
  )
}
