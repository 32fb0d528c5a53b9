import type { Language } from '@/lib/language'
import { translator, type MessageKey } from '@/lib/messages'
import type { ReportLine, ReportSection } from '@/lib/moderation/queries/figures'
import type { DecisionKind } from '@/lib/moderation/rules'
import { sayKindOf } from '@/lib/moderation/say-kind'
import { capital } from './grounds'
import { sayHours } from './ledger-summary'

type Props = { section: ReportSection; lines: readonly ReportLine[]; language: Language }

/** One section of the yearly report: its lines in a table, their sum, and bars that let them be compared. */
export function ReportLines({ section, lines, language }: Props) {
  const t = translator(language)
  const most = Math.max(1, ...lines.map(({ count }) => count))
  const timed = lines.some(({ medianHours }) => medianHours !== null)
  return (
    <section className="report-lines" aria-labelledby={section}>
      <h2 id={section}>{t(`moderation.year.section.${section}`)}</h2>
      <p className="prose quiet">{t(`moderation.year.about.${section}`)}</p>
      {lines.length === 0 ? (
        <p>{t('moderation.year.none')}</p>
      ) : (
        <div className="scroll" role="region" tabIndex={0} aria-labelledby={section}>
          <table className="table bars">
            <thead>
              <tr>
                <th scope="col">{t('moderation.year.what')}</th>
                <th scope="col">{t('moderation.year.aboutWhat')}</th>
                <th scope="col">{t('moderation.year.ground')}</th>
                <th scope="col">{t(section === 'ownInitiative' ? 'moderation.year.found' : 'moderation.year.result')}</th>
                <td />
                <th scope="col" className="number">{t('moderation.year.number')}</th>
                {timed && <th scope="col" className="number">{t('moderation.year.median')}</th>}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ about, kind, ground, outcome, count, medianHours }) => (
                <tr key={`${about} ${kind} ${ground} ${outcome}`}>
                  <th scope="row">{capital(section === 'ownInitiative' ? sayKindOf(about, kind as DecisionKind, language) : t(`moderation.year.kind.${kind}` as MessageKey))}</th>
                  <td>{t(`moderation.about.${about}`)}</td>
                  <td>{ground === 'none' ? <span className="quiet">–</span> : t(`ground.${ground}` as MessageKey)}</td>
                  <td>{t(`moderation.year.outcome.${outcome}` as MessageKey)}</td>
                  <td aria-hidden="true" className="drawn"><i style={{ inlineSize: `${(count / most) * 100}%` }} /></td>
                  <td className="number">{count}</td>
                  {timed && <td className="number">{medianHours === null ? <span className="quiet">–</span> : sayHours(medianHours, language)}</td>}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={5}>{t('moderation.year.total')}</th>
                <td className="number">{sum(lines)}</td>
                {timed && <td />}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {section === 'checks' && lines.length > 0 && <p>{accuracy(lines, language)}</p>}
    </section>
  )
}

const sum = (lines: readonly ReportLine[]) => lines.reduce((total, { count }) => total + count, 0)

/** How often the checks had held what could stay (art. 15(1)(e)). */
function accuracy(lines: readonly ReportLine[], language: Language): string {
  const held = sum(lines)
  const kept = sum(lines.filter(({ outcome }) => outcome === 'kept'))
  return translator(language)('moderation.year.accuracy', { held, kept, percent: Math.round((kept / held) * 100) })
}
