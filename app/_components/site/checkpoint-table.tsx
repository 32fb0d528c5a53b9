import { sayDate } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'

type Checkpoint = { date: string; lastSeq: number }

/** Checkpoints, newest first: how far the ledger had grown, drawn and in numbers, and where each can be read. */
export function CheckpointTable({ checkpoints, language }: { checkpoints: Checkpoint[]; language: Language }) {
  const t = translator(language)
  const most = Math.max(1, ...checkpoints.map(({ lastSeq }) => lastSeq))
  return (
    <table className="table bars">
      <caption className="visually-hidden">{t('checkpoint.growth')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('checkpoint.date')}</th>
          <td />
          <th scope="col" className="number">{t('checkpoint.lines')}</th>
        </tr>
      </thead>
      <tbody>
        {checkpoints.map(({ date, lastSeq }) => (
          <tr key={date}>
            <th scope="row"><a href={`/otwarte-dane/checkpoints/${date}.json`}>{t('checkpoint.open', { date: sayDate(date, language) })}</a></th>
            <td aria-hidden="true" className="drawn"><i style={{ inlineSize: `${(lastSeq / most) * 100}%` }} /></td>
            <td className="number">{lastSeq}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
