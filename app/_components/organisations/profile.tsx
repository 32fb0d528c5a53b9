import { Body } from '@/app/_components/discussion/body'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { linkTo } from '@/lib/organisations/profile'
import type { OrganisationShown } from '@/lib/organisations/queries'
import { sayDistrict, sayFields } from './words'

type Props = {
  organisation: Pick<OrganisationShown, 'about' | 'offers' | 'seeks' | 'fieldsOfWork' | 'district' | 'www' | 'publicEmail' | 'publicPhone'>
  language: Language
  level?: 'h2' | 'h3'
}

/** What an organisation says about itself, part by part; what it does not say is not there. */
export function OrganisationProfile({ organisation, language, level: Heading = 'h2' }: Props) {
  const t = translator(language)
  const { about, offers, seeks, fieldsOfWork, district, www, publicEmail, publicPhone } = organisation
  const fields = sayFields(fieldsOfWork, language)
  return (
    <>
      <Heading>{t('organisation.about')}</Heading>
      <Body text={about} />
      {offers && <><Heading>{t('organisation.offers')}</Heading><Body text={offers} /></>}
      {seeks && <><Heading>{t('organisation.seeks')}</Heading><Body text={seeks} /></>}
      {fields.length > 0 && <><Heading>{t('organisation.fieldsOfWork')}</Heading><ul>{fields.map((field) => <li key={field}>{field}</li>)}</ul></>}
      {district && <><Heading>{t('organisation.district')}</Heading><p>{sayDistrict(district, t)}</p></>}
      {(www || publicEmail || publicPhone) && (
        <>
          <Heading>{t('organisation.contactShown')}</Heading>
          <dl className="facts">
            {www && <div><dt>{t('organisation.www')}</dt><dd><a href={linkTo(www)} rel="nofollow noopener ugc"><bdi>{www}</bdi></a></dd></div>}
            {publicEmail && <div><dt>{t('organisation.email')}</dt><dd><a href={`mailto:${publicEmail}`}><bdi>{publicEmail}</bdi></a></dd></div>}
            {publicPhone && <div><dt>{t('organisation.phone')}</dt><dd><a href={`tel:${publicPhone.replace(/[^+\d]/g, '')}`}><bdi>{publicPhone}</bdi></a></dd></div>}
          </dl>
        </>
      )}
    </>
  )
}
