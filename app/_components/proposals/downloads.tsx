import { address, withQuery, type Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

const formats = ['pdf', 'docx', 'json'] as const

/** „Pobierz: PDF, DOCX, JSON”: a published proposal in the order of the offer form. `printed`: on the page that shows it so. */
export function Downloads({ slug, title, language, printed = false }: { slug: string; title: string; language: Language; printed?: boolean }) {
  const t = translator(language)
  return (
    <section className="follow" aria-labelledby="pobierz">
      <h2 id="pobierz">{t('offerForm.download.title')}</h2>
      <p className="quiet">{t(printed ? 'offerForm.download.print' : 'offerForm.download.lead')}</p>
      <ul>
        {printed || <li><a href={address(language, 'proposalForm', { slug })}>{t('offerForm.download.page')}</a></li>}
        <Files from={`/api/v1/proposals/${slug}`} title={title} language={language} />
      </ul>
    </section>
  )
}

/** The same for the members of its organisation, of a draft too, once it is whole. */
export function OwnDownloads({ id, title, language }: { id: string; title: string; language: Language }) {
  const t = translator(language)
  return (
    <section aria-labelledby="pobierz">
      <h2 id="pobierz">{t('offerForm.download.toGenerator')}</h2>
      <p>{t('offerForm.download.toGeneratorLead')}</p>
      <ul><Files from={`/api/proposals/${id}`} title={title} language={language} /></ul>
    </section>
  )
}

function Files({ from, title, language }: { from: Address; title: string; language: Language }) {
  const t = translator(language)
  return formats.map((format) => {
    const name = t(`offerForm.download.${format}`)
    return <li key={format}><a href={withQuery(from, { format, language: language === 'pl' || format === 'json' ? undefined : language })} aria-label={t('offerForm.download.of', { format: name, title })}>{name}</a></li>
  })
}
