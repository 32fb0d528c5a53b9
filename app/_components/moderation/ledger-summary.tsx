import { sayMonth } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { MonthFigures } from '@/lib/moderation/queries/figures'
import type { countPublicDecisions } from '@/lib/moderation/queries/ledger'
import { brokenRules } from '@/lib/moderation/rules'
import { capital } from './grounds'

type Counts = Awaited<ReturnType<typeof countPublicDecisions>>
type Months = { months: readonly MonthFigures[]; language: Language }
const monthsAtMost = 12

/** Decisions counted by month, by rule and by how fast they came, each drawn with its numbers beside it. */
export function LedgerSummary({ counts, months, language }: Months & { counts: Counts }) {
  const lately = months.slice(0, monthsAtMost)
  return (
    <>
      <ByMonth months={lately} language={language} />
      <ByRule counts={counts} language={language} />
      <Speed months={lately} language={language} />
    </>
  )
}

function ByMonth({ months, language }: Months) {
  const t = translator(language)
  const most = Math.max(1, ...months.map(({ decisions }) => decisions))
  return (
    <section className="counted" aria-labelledby="miesiace">
      <h2 id="miesiace">{t('moderation.ledger.byMonth')}</h2>
      <div className="columns" aria-hidden="true">
        {months.toReversed().map(({ month, decisions, restrictions }) => (
          <div key={month} className="column">
            <span className="total">{decisions}</span>
            <span className="stack-of" style={{ blockSize: `${(decisions / most) * 8}rem` }}>
              {decisions > restrictions && <i className="others" style={{ flexGrow: decisions - restrictions }} />}
              {restrictions > 0 && <i className="hidden-ones" style={{ flexGrow: restrictions }} />}
            </span>
            <span className="meta">{month.slice(5)}.{month.slice(0, 4)}</span>
          </div>
        ))}
      </div>
      <table className="table">
        <caption className="visually-hidden">{t('moderation.ledger.byMonth')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('moderation.ledger.month')}</th>
            <th scope="col" className="number"><i className="swatch hidden-ones" aria-hidden="true" />{t('moderation.ledger.hidden')}</th>
            <th scope="col" className="number"><i className="swatch others" aria-hidden="true" />{t('moderation.ledger.others')}</th>
            <th scope="col" className="number">{t('moderation.ledger.total')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, decisions, restrictions }) => (
            <tr key={month}>
              <th scope="row">{capital(sayMonth(month, language))}</th>
              <td className="number">{restrictions}</td>
              <td className="number">{decisions - restrictions}</td>
              <td className="number">{decisions}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ByRule({ counts, language }: { counts: Counts; language: Language }) {
  const t = translator(language)
  const rules = brokenRules.map((rule) => ({ rule, count: sum(counts.filter(({ ground }) => ground === rule)) })).sort((a, b) => b.count - a.count)
  const most = rules[0]!.count
  return (
    <section className="counted" aria-labelledby="zasady">
      <h2 id="zasady">{t('moderation.ledger.byRule')}</h2>
      {most === 0 ? (
        <p className="quiet">{t('moderation.ledger.noneBroken')}</p>
      ) : (
        <table className="table bars">
          <caption className="visually-hidden">{t('moderation.ledger.byRule')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('moderation.ledger.rule')}</th>
              <td />
              <th scope="col" className="number">{t('moderation.ledger.count')}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ rule, count }) => (
              <tr key={rule}>
                <th scope="row">{capital(t(`ground.${rule}`))}</th>
                <td aria-hidden="true" className="drawn"><i style={{ inlineSize: `${(count / most) * 100}%` }} /></td>
                <td className="number">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Half of the month's cases took less than this, half took more; and what came of appeals. */
function Speed({ months, language }: Months) {
  const t = translator(language)
  const longest = Math.max(1, ...months.map(({ medianHours }) => medianHours ?? 0))
  return (
    <section className="counted" aria-labelledby="tempo">
      <h2 id="tempo">{t('moderation.ledger.speed')}</h2>
      <p className="quiet">{t('moderation.ledger.speedLead')}</p>
      <table className="table bars speed">
        <caption className="visually-hidden">{t('moderation.ledger.speed')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('moderation.ledger.month')}</th>
            <td />
            <th scope="col" className="number">{t('moderation.ledger.median')}</th>
            <th scope="col" className="number">{t('moderation.ledger.appealsDecided')}</th>
            <th scope="col" className="number">{t('moderation.ledger.appealsUpheld')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, medianHours, appeals, upheld }) => (
            <tr key={month}>
              <th scope="row">{capital(sayMonth(month, language))}</th>
              <td aria-hidden="true" className="drawn time"><i style={{ inlineSize: `${((medianHours ?? 0) / longest) * 100}%` }} /></td>
              <td className="number">{medianHours === null ? <span className="quiet">{t('moderation.ledger.nothingWaited')}</span> : sayHours(medianHours, language)}</td>
              <td className="number" data-says={t('moderation.ledger.appealsDecided')}>{appeals}</td>
              <td className="number" data-says={t('moderation.ledger.appealsUpheld')}>{upheld}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Hours to one decimal, „2,5 godz.”. */
export const sayHours = (hours: number, language: Language) =>
  translator(language)('moderation.ledger.hours', { hours: new Intl.NumberFormat(language === 'pl' ? 'pl-PL' : 'en-GB', { maximumFractionDigits: 1 }).format(hours) })

const sum = (rows: Counts) => rows.reduce((total, { count }) => total + count, 0)
