import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { PublicDecision } from '@/lib/moderation/queries/ledger'
import { capital } from './grounds'

/** Decisions as everyone may know them. */
export function LedgerTable({ decisions, language }: { decisions: PublicDecision[]; language: Language }) {
  const t = translator(language)
  return (
    <div className="scroll" role="region" aria-label={t('moderation.ledger.list')} tabIndex={0}>
      <table className="table ledger">
        <caption className="visually-hidden">{t('moderation.ledger.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('moderation.ledger.date')}</th>
            <th scope="col">{t('moderation.ledger.kind')}</th>
            <th scope="col">{t('moderation.ledger.ground')}</th>
            <th scope="col">{t('moderation.ledger.where')}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ id, at, kind, ground, subject }) => (
            <tr key={id}>
              <td><time dateTime={at.toISOString()}>{sayDay(at, language)}</time></td>
              <td>{capital(t(`moderation.kind.${kind}`))}</td>
              <td>{ground === 'none' ? <span className="quiet">–</span> : capital(t(`ground.${ground}`))}</td>
              <td>{subject ? <a href={subject.address} lang={subject.lang}>{subject.title}</a> : <span className="quiet">{t('moderation.ledger.unknown')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
