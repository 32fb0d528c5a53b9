import type { Metadata } from 'next'
import { DirectoryFilter } from '@/app/_components/organisations/directory-filter'
import { DirectoryList } from '@/app/_components/organisations/directory-list'
import { pageMetadata } from '@/app/_components/site/metadata'
import { languageIn } from '@/app/kept/language'
import { keepUntilTouched } from '@/app/kept/kept'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listConfirmed } from '@/lib/organisations/queries'
import { listLogos } from '@/lib/organisations/queries/logos'
import { tag } from '@/lib/tags'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => pageMetadata((await params).language, 'organisations', (t) => t('organisation.heading'))

/** Every confirmed organisation, in the order of the alphabet. */
export default async function Organisations({ params }: Props) {
  const language = await languageIn(params)
  const t = translator(language)
  const { organisations, logos } = await keptOrganisations()
  return (
    <div className="wrap page">
      <h1>{t('organisation.heading')}</h1>
      <p className="lead">{t('organisation.lead')}</p>
      <div className="listed">
        <div>
          {organisations.length === 0 && <p className="empty">{t('organisation.empty')}</p>}
          {organisations.length > 0 && <p className="meta">{t('organisation.count', { count: organisations.length })}</p>}
          <DirectoryList organisations={organisations} logos={logos} language={language} />
        </div>
        <div className="stack">
          <aside className="panel">
            <p>{t('organisation.why')}</p>
            <p><a className="ds-button" href={address(language, 'newOrganisation')}>{t('organisation.register')}</a></p>
          </aside>
          <section className="panel" aria-labelledby="szukaj">
            <h2 id="szukaj">{t('organisation.search.open')}</h2>
            <DirectoryFilter language={language} />
          </section>
        </div>
      </div>
    </div>
  )
}

async function keptOrganisations() {
  'use cache'
  keepUntilTouched(tag.organisations)
  const organisations = await listConfirmed(null)
  return { organisations, logos: await listLogos(null, organisations.map(({ id }) => id)) }
}
