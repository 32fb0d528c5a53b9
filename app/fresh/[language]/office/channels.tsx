import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { ChannelRecord } from '@/lib/opendata/records'

/** How much came by which way, in numbers; the same table as open data has. */
export function Channels({ channels, language }: { channels: readonly ChannelRecord[]; language: Language }) {
  const t = translator(language)
  const sum = (counted: 'voices' | 'votes') => channels.reduce((sum, channel) => sum + channel[counted], 0).toLocaleString(language)
  return (
    <section>
      <h2 id="drogi" style={{ marginBlockStart: '2.4rem' }}>{t('office.channels.title')}</h2>
      <p>{t('office.channels.lead')}</p>
      <div className="scroll" role="region" aria-labelledby="drogi" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('office.channels.channel')}</th>
              <th scope="col" className="number">{t('office.channels.voices')}</th>
              <th scope="col" className="number">{t('office.channels.votes')}</th>
            </tr>
          </thead>
          <tbody>
            {channels.map(({ channel, voices, votes }) => (
              <tr key={channel}>
                <th scope="row">{t(`office.channels.${channel}`)}</th>
                <td className="number">{voices.toLocaleString(language)}</td>
                <td className="number">{votes.toLocaleString(language)}</td>
              </tr>
            ))}
            <tr><th scope="row">{t('office.channels.total')}</th><td className="number">{sum('voices')}</td><td className="number">{sum('votes')}</td></tr>
          </tbody>
        </table>
      </div>
      <p><a href="/api/v1/channels?format=csv">{t('office.channels.csv')}</a></p>
    </section>
  )
}
