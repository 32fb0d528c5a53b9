import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { PublicDecision } from '@/lib/moderation/queries/ledger'
import { sayKindOf } from '@/lib/moderation/say-kind'
import { capital } from './grounds'

/** Decisions as everyone may know them. The roles are said, since on a phone each row is laid out as a block. */
export function LedgerTable({ decisions, language }: { decisions: PublicDecision[]; language: Language }) {
  const t = translator(language)
  return (
    <table className="table ledger" role="table" aria-label={t('moderation.ledger.list')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t('moderation.ledger.date')}</th>
          <th role="columnheader" scope="col">{t('moderation.ledger.kind')}</th>
          <th role="columnheader" scope="col">{t('moderation.ledger.about')}</th>
          <th role="columnheader" scope="col">{t('moderation.ledger.ground')}</th>
          <th role="columnheader" scope="col">{t('moderation.ledger.origin')}</th>
          <th role="columnheader" scope="col">{t('moderation.ledger.where')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {decisions.map(({ id, at, about, kind, ground, origin, foundByCheck, appeal, subject }) => (
          <tr key={id} role="row">
            <td role="cell"><time dateTime={at.toISOString()}>{sayDay(at, language)}</time></td>
            <td role="cell" className="kind">
              {capital(sayKindOf(about, kind, language))}
              {appeal && <span className="meta">{t('moderation.ledger.appeal')}: {t(`moderation.ledger.appeals.${appeal}`)}</span>}
            </td>
            <td role="cell">{capital(t(`moderation.about.${about}`))}</td>
            <td role="cell">{ground === 'none' ? <span className="quiet">–</span> : capital(t(`ground.${ground}`))}</td>
            <td role="cell">{capital(foundByCheck ? t('moderation.ledger.byCheck') : t(`moderation.ledger.origins.${origin}`))}</td>
            <td role="cell">{subject ? <a href={subject.address} lang={subject.lang}>{subject.title}</a> : <span className="quiet">{t(`moderation.ledger.${about === 'person' ? 'account' : about === 'proposal' || about === 'organisation' ? 'notShown' : 'unknown'}`)}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
