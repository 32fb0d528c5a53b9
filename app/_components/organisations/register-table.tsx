import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { compare, type RegisterEntry, type Typed } from '@/lib/organisations/register-entry'
import type { LegalForm } from '@/lib/organisations/rules'

type Props = { organisation: Typed & { legalForm: LegalForm }; entry: RegisterEntry; language: Language }

/** What was typed and what the register knows, row by row; what differs is marked, in words too. */
export function RegisterTable({ organisation, entry, language }: Props) {
  const t = translator(language)
  const agreement = compare(organisation, entry)
  const rows: { what: string; typed: string | null; known: string | null; agrees: boolean | null }[] = [
    { what: t('organisation.registry.name'), typed: organisation.name, known: entry.name, agrees: agreement.name },
    { what: t('organisation.registry.seat'), typed: organisation.seat, known: entry.address ?? entry.town, agrees: agreement.seat },
    { what: 'NIP', typed: organisation.nip, known: entry.nip, agrees: agreement.nip },
    { what: 'REGON', typed: organisation.regon, known: entry.regon, agrees: agreement.regon },
    { what: t('organisation.registry.legalForm'), typed: t(`organisation.form.${organisation.legalForm}`), known: entry.legalForm, agrees: null },
  ]
  const alone: [string, string | null][] = [
    [t('organisation.registry.status'), t(`organisation.registry.statuses.${entry.status}`)],
    [t('organisation.registry.body'), entry.body],
    [t('organisation.registry.representation'), entry.representation],
  ]
  return (
    <>
      <table className="table compared">
        <caption>{t('organisation.registry.caption')}</caption>
        <thead>
          <tr>{[t('organisation.registry.what'), t('organisation.registry.typed'), t('organisation.registry.inRegister')].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {rows.filter(({ typed, known }) => typed ?? known).map(({ what, typed, known, agrees }) => (
            <tr key={what} data-differs={agrees === false || undefined}>
              <th scope="row">{what}<br />{agrees === false ? <mark>{t('organisation.registry.differs')}</mark> : <small>{t(agrees ? 'organisation.registry.same' : 'organisation.registry.uncompared')}</small>}</th>
              <td><bdi>{typed ?? <span className="quiet">{t('organisation.registry.nothing')}</span>}</bdi></td>
              <td><bdi>{known ?? <span className="quiet">{t('organisation.registry.nothing')}</span>}</bdi></td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="facts">{alone.map(([name, value]) => value && <div key={name}><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>)}</dl>
    </>
  )
}
