import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { OrganisationShown } from '@/lib/organisations/queries'

type Props = { organisation: Pick<OrganisationShown, 'legalForm' | 'seat' | 'krs' | 'nip' | 'regon'>; language: Language; more?: readonly (readonly [string, string])[] }

/** What the registers know of an organisation. */
export function OrganisationFacts({ organisation, language, more = [] }: Props) {
  const t = translator(language)
  const facts = [
    [t('organisation.legalForm'), t(`organisation.form.${organisation.legalForm}`)],
    [t('organisation.seat'), organisation.seat],
    ['KRS', organisation.krs],
    ['NIP', organisation.nip],
    ['REGON', organisation.regon],
    ...more,
  ] as const
  return (
    <dl className="facts">
      {facts.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>)}
    </dl>
  )
}
