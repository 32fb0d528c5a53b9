import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Case } from '@/lib/moderation/queries/case'
import { capital } from '../grounds'

type Props = Pick<Case, 'reports' | 'own'> & {
  /** The wording that there is now, and earlier ones that are shown on the page. */
  revision: number
  earlier?: readonly { revision: number }[]
  words: { none: string; otherWording: string }
  language: Language
  level?: 'h2' | 'h3'
}

/** What others said of something, without who they are: the rule, the reasons, the words and the law where these were named. */
export function Reports({ reports, own, revision: now, earlier = [], words, language, level: Heading = 'h2' }: Props) {
  const t = translator(language)
  return (
    <section aria-labelledby="spis-zgloszen">
      <Heading id="spis-zgloszen">{t('moderation.case.reports')} {reports.length > 0 && <span className="count">{reports.length}</span>}</Heading>
      {reports.length === 0 && <p className="quiet">{own ? t('moderation.case.ownReports') : words.none}</p>}
      <ul className="past">
        {reports.map(({ id, kind, ground, sentence, passage, law, urgent, revision, at, answered }) => (
          <li key={id}>
            <b>{kind === 'notice' ? t('desk.case.notice') : capital(t(`ground.${ground}`))}</b>
            {urgent && <> · <span className="long">{t('desk.case.urgent')}</span></>}
            <p className="said"><bdi>{sentence}</bdi></p>
            {passage && <p>{t('moderation.case.passage')} <mark><bdi>{passage}</bdi></mark></p>}
            {law && <p>{t('desk.case.law', { law })}</p>}
            {revision !== now && (
              <p>{words.otherWording} {earlier.some((wording) => wording.revision === revision) && <a href={`#brzmienie-${revision}`}>{t('desk.case.seeWording')}</a>}</p>
            )}
            <p className="meta"><time dateTime={at.toISOString()}>{sayMoment(at, language)}</time> · {t(answered ? 'moderation.case.answered' : 'moderation.case.waiting')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
