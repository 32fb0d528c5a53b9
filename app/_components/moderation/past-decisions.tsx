import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { PastDecision } from '@/lib/moderation/case-file'
import { sayKind } from '@/lib/moderation/say-kind'
import { capital } from './grounds'

type Past = Pick<PastDecision, 'id' | 'kind' | 'ground' | 'sentence' | 'at' | 'moderator'> & Partial<PastDecision>

/** What was decided before, by whom and why; newest first. For the desk only. */
export function PastDecisions({ decisions, language }: { decisions: readonly Past[]; language: Language }) {
  const t = translator(language)
  return (
    <ol className="past">
      {decisions.map(({ id, ground, sentence, at, moderator, ...decision }) => (
        <li key={id}>
          <b>{capital(sayKind(decision, language))}</b>{ground !== 'none' && <>: {t(`ground.${ground}`)}</>}
          <p className="said"><bdi>{sentence}</bdi></p>
          <p className="meta"><bdi>{moderator ?? t('comment.removedAuthor')}</bdi> · <time dateTime={at.toISOString()}>{sayMoment(at, language)}</time></p>
        </li>
      ))}
    </ol>
  )
}
