import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listOwnDecisions } from '@/lib/moderation/queries/statements'
import { sayTitle } from '@/lib/moderation/statement'
import type { Viewer } from '@/lib/person'

/** What moderation decided about the viewer, their comments and what their organisations publish; a warning that waits to be read comes first. Nothing where there is nothing. */
export async function OwnDecisions({ viewer, language }: { viewer: Viewer; language: Language }) {
  const decisions = await listOwnDecisions(viewer)
  if (!decisions.length) return null
  const t = translator(language)
  const unread = decisions.filter(({ kind, readAt, undoneAt }) => kind === 'warn' && !readAt && !undoneAt)
  return (
    <section className="section-head">
      <h2>{t('statement.list')}</h2>
      <p>{t('statement.listLead')}</p>
      {unread.map(({ id }) => (
        <div key={id} className="notice">
          <p>{t('statement.unread')}</p>
          <p><a className="ds-button" href={address(language, 'ownDecision', { decision: id })}>{t('statement.see')}</a></p>
        </div>
      ))}
      <ul className="list">
        {decisions.map(({ id, at, undoneAt, organisation, ...decision }) => (
          <li key={id}>
            <a href={address(language, 'ownDecision', { decision: id })}>{sayTitle(decision, language)}</a>{' '}
            <span className="meta">{organisation && <><bdi>{organisation}</bdi> · </>}<time dateTime={at.toISOString()}>{sayDay(at, language)}</time>{undoneAt && <> · {t('statement.undone', { date: sayDay(undoneAt, language) })}</>}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
