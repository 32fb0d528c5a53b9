import { sayMoment } from '@/lib/dates'
import type { Flag } from '@/lib/integrity/queries/flags'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

/** What was counted, in numbers; where they are votes, drawn minute by minute with the table beside it. */
export function FlagEvidence({ flag, language }: { flag: Flag; language: Language }) {
  const t = translator(language)
  const about = flag.questionId ? 'question' : 'thread'
  const facts = [
    [t('integrity.items', { about }), String(flag.evidence.items)],
    [t('integrity.people', { kind: flag.kind }), String(flag.evidence.people)],
    [t('integrity.newAccounts'), String(flag.evidence.newAccounts)],
    ...(flag.questionId ? [[t('integrity.share'), t('integrity.shareIs', { votes: flag.evidence.items, total: flag.ofVotes })]] : []),
    [t('integrity.first'), sayMoment(flag.firstAt, language)],
    [t('integrity.last'), sayMoment(flag.lastAt, language)],
  ] as const
  return (
    <section className="stack" aria-labelledby="policzono">
      <h2 id="policzono">{t('integrity.evidence')}</h2>
      <p className="prose">{t(`integrity.explained.${flag.kind}`)}</p>
      <dl className="facts" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(11rem, 1fr))' }}>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {flag.questionId && <Minutes minutes={flag.minutes} language={language} />}
      {flag.questionId && <p className="meta">{t('integrity.choicesHidden')}</p>}
    </section>
  )
}

const drawn = 60

function Minutes({ minutes, language }: { minutes: Flag['minutes']; language: Language }) {
  const t = translator(language)
  if (!minutes.length) return <p className="meta">{t('integrity.noMinutes')}</p>
  const times = withEmptyMinutes(minutes).slice(-drawn)
  const most = Math.max(...times.map(({ votes }) => votes))
  return (
    <>
      <h3 id="minuty">{t('integrity.minutes')}</h3>
      <div className="day-columns" aria-hidden="true">
        {times.map(({ at, votes }) => <i key={at} className="shade-1" style={{ blockSize: votes ? `${Math.max(2, (votes / most) * 100)}%` : '0' }} title={`${sayMoment(new Date(at), language)}: ${votes}`} />)}
      </div>
      <details>
        <summary>{t('vote.daysInNumbers')}</summary>
        <table className="table">
          <caption className="visually-hidden">{t('integrity.minutes')}</caption>
          <thead><tr><th scope="col">{t('integrity.minute')}</th><th scope="col" className="number">{t('integrity.votes')}</th></tr></thead>
          <tbody>
            {minutes.map(({ at, votes }) => <tr key={at}><th scope="row"><time dateTime={at}>{sayMoment(new Date(at), language)}</time></th><td className="number">{votes}</td></tr>)}
          </tbody>
        </table>
      </details>
    </>
  )
}

/** So that a gap looks like one, as long as it is not longer than an hour. */
function withEmptyMinutes(minutes: Flag['minutes']): Flag['minutes'] {
  return minutes.flatMap((minute, place) => {
    const before = minutes[place - 1]
    const gap = before ? Math.round((Date.parse(minute.at) - Date.parse(before.at)) / 60_000) - 1 : 0
    const empty = before && gap <= drawn ? Array.from({ length: Math.max(0, gap) }, (_, n) => ({ at: new Date(Date.parse(before.at) + (n + 1) * 60_000).toISOString(), votes: 0 })) : []
    return [...empty, minute]
  })
}
