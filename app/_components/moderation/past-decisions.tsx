import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Case } from '@/lib/moderation/queries/case'
import { capital } from './grounds'

/** What was decided before, by whom and why; newest first. For the desk only. */
export function PastDecisions({ decisions, language }: { decisions: Case['decisions']; language: Language }) {
  const t = translator(language)
  return (
    <ol className="past">
      {decisions.map(({ id, kind, ground, sentence, at, moderator }) => (
        <li key={id}>
          <b>{capital(t(`moderation.kind.${kind}`))}</b>{ground !== 'none' && <>: {t(`ground.${ground}`)}</>}
          <p className="said"><bdi>{sentence}</bdi></p>
          <p className="meta"><bdi>{moderator ?? t('comment.removedAuthor')}</bdi> · <time dateTime={at.toISOString()}>{sayMoment(at, language)}</time></p>
        </li>
      ))}
    </ol>
  )
}
