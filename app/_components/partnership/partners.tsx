import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { listPartners, PartnerCall } from '@/lib/partnership/queries'
import { PartnerCallList } from './call-list'

type Props = { partners: Awaited<ReturnType<typeof listPartners>>; calls: readonly PartnerCall[]; language: Language }

/** On the page of an organisation or a proposal: its confirmed partners, and whom it still looks for. Nothing where there are neither. */
export function Partners({ partners, calls, language }: Props) {
  const t = translator(language)
  return (
    <>
      {partners.length > 0 && (
        <section className="wanted" aria-labelledby="partnerzy">
          <h2 id="partnerzy">{t('partnership.partners')}</h2>
          <ul className="list">
            {partners.map(({ id, name, slug, title }) => (
              <li key={id}><a href={address(language, 'organisation', { slug })}><bdi>{name}</bdi></a> <span className="meta">{t('partnership.partnerIn', { title })}</span></li>
            ))}
          </ul>
        </section>
      )}
      {calls.length > 0 && (
        <section className="wanted" aria-labelledby="szukamy-partnera">
          <h2 id="szukamy-partnera">{t('partnership.atOrganisation')}</h2>
          <PartnerCallList calls={calls} language={language} level="h3" organisation={false} />
        </section>
      )}
    </>
  )
}
