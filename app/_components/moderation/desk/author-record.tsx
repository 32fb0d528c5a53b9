import { address } from '@/lib/addresses'
import { sayDay, sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { AuthorRecord } from '@/lib/moderation/queries/record'
import { capital } from '../grounds'

/** What a moderator should know of whoever wrote something, before deciding about it. */
export function Record({ record, language }: { record: AuthorRecord; language: Language }) {
  const t = translator(language)
  const { id, erased, joinedAt, suspendedUntil, voices, counted, newest } = record
  return (
    <section aria-labelledby="osoba">
      <h2 id="osoba">{t('desk.record.title')}</h2>
      <p>{erased ? t('desk.record.erased') : t('desk.record.since', { date: sayDay(joinedAt, language) })} {t('desk.record.voices', { count: voices })}</p>
      {suspendedUntil && <p><b>{t('desk.record.suspended', { date: sayMoment(suspendedUntil, language) })}</b></p>}
      {counted.length === 0 ? (
        <p className="quiet">{t('desk.record.clean')}</p>
      ) : (
        <>
          <h3>{t('desk.record.counted')}</h3>
          <ul className="tally">{counted.map(({ kind, count }) => <li key={kind}>{capital(t(`moderation.kind.${kind}`))}: <b>{count}</b></li>)}</ul>
          <details>
            <summary>{t('desk.record.newest')}</summary>
            <ol className="past">
              {newest.map(({ id: decision, kind, ground, sentence, at, commentId }) => (
                <li key={decision}>
                  <b>{capital(t(`moderation.kind.${kind}`))}</b>{ground !== 'none' && <>: {t(`ground.${ground}`)}</>}
                  <p className="said"><bdi>{sentence}</bdi></p>
                  <p className="meta"><time dateTime={at.toISOString()}>{sayMoment(at, language)}</time>{commentId && <> · <a href={address(language, 'moderateComment', { comment: commentId })}>{t('desk.record.see')}</a></>}</p>
                </li>
              ))}
            </ol>
          </details>
        </>
      )}
      {!erased && <p><a href={address(language, 'moderatePerson', { person: id })}>{t('desk.record.person')}</a></p>}
    </section>
  )
}
