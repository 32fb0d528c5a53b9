import type { Metadata } from 'next'
import { Logo } from '@/app/_components/files/logo'
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
          <ul className="list">
            {organisations.map((organisation) => (
              <li key={organisation.id} className="with-logo">
                <Logo logo={logos[organisation.id]} language={language} />
                <h2><a href={address(language, 'organisation', { slug: organisation.slug })}><bdi>{organisation.name}</bdi></a></h2>
                <p className="meta">{t(`organisation.form.${organisation.legalForm}`)} · <bdi>{organisation.seat}</bdi></p>
                <p>{firstWords(organisation.about)}</p>
              </li>
            ))}
          </ul>
        </div>
        <aside className="panel">
          <p>{t('organisation.why')}</p>
          <p><a className="ds-button" href={address(language, 'newOrganisation')}>{t('organisation.register')}</a></p>
        </aside>
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

const firstWords = (text: string) => (text.length > 220 ? `${text.slice(0, text.lastIndexOf(' ', 220))}…` : text)
