import { sayMonth } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { countPublicDecisions } from '@/lib/moderation/queries/ledger'
import { brokenRules } from '@/lib/moderation/rules'
import { capital } from './grounds'

type Counts = Awaited<ReturnType<typeof countPublicDecisions>>
const monthsAtMost = 12

/** Decisions counted by month and by rule, each drawn with its numbers beside it. */
export function LedgerSummary({ counts, language }: { counts: Counts; language: Language }) {
  return (
    <>
      <ByMonth counts={counts} language={language} />
      <ByRule counts={counts} language={language} />
    </>
  )
}

function ByMonth({ counts, language }: { counts: Counts; language: Language }) {
  const t = translator(language)
  const months = [...new Set(counts.map(({ month }) => month))].slice(0, monthsAtMost).toReversed().map((month) => {
    const ofMonth = counts.filter((row) => row.month === month)
    const total = sum(ofMonth)
    const hidden = sum(ofMonth.filter(({ kind }) => kind === 'hide'))
    return { month, total, hidden, others: total - hidden }
  })
  const most = Math.max(...months.map(({ total }) => total))
  return (
    <section className="counted" aria-labelledby="miesiace">
      <h2 id="miesiace">{t('moderation.ledger.byMonth')}</h2>
      <div className="columns" aria-hidden="true">
        {months.map(({ month, total, hidden, others }) => (
          <div key={month} className="column">
            <span className="total">{total}</span>
            <span className="stack-of" style={{ blockSize: `${(total / most) * 8}rem` }}>
              {others > 0 && <i className="others" style={{ flexGrow: others }} />}
              {hidden > 0 && <i className="hidden-ones" style={{ flexGrow: hidden }} />}
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
          {months.toReversed().map(({ month, total, hidden, others }) => (
            <tr key={month}>
              <th scope="row">{capital(sayMonth(month, language))}</th>
              <td className="number">{hidden}</td>
              <td className="number">{others}</td>
              <td className="number">{total}</td>
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

const sum = (rows: Counts) => rows.reduce((total, { count }) => total + count, 0)
