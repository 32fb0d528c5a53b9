import { Logo } from '@/app/_components/files/logo'
import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { OrganisationShown } from '@/lib/organisations/queries'
import { sayDistrict, sayFields } from './words'

/** Organisations, each with what it is, where and what for. */
export function DirectoryList({ organisations, logos, language }: { organisations: readonly OrganisationShown[]; logos: Readonly<Record<string, string>>; language: Language }) {
  const t = translator(language)
  return (
    <ul className="list">
      {organisations.map(({ id, slug, name, legalForm, seat, about, seeks, fieldsOfWork, district }) => (
        <li key={id} className="with-logo">
          <Logo logo={logos[id]} language={language} />
          <h2><a href={address(language, 'organisation', { slug })}><bdi>{name}</bdi></a></h2>
          <p className="meta">{t(`organisation.form.${legalForm}`)} · <bdi>{seat}</bdi>{district && ` · ${sayDistrict(district, t)}`}</p>
          <p><bdi>{firstWords(about)}</bdi></p>
          {seeks && <p><b>{t('organisation.seeks')}:</b> <bdi>{firstWords(seeks)}</bdi></p>}
          {fieldsOfWork.length > 0 && <p className="meta">{sayFields(fieldsOfWork, language).join(' · ')}</p>}
        </li>
      ))}
    </ul>
  )
}

const firstWords = (text: string) => (text.length > 220 ? `${text.slice(0, text.lastIndexOf(' ', 220))}…` : text)
