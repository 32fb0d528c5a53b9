import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Case } from '@/lib/moderation/queries/case'
import { Difference } from '../../discussion/difference'
import { Body } from '../../discussion/body'

/** What a comment said before, newest first: each with what the next wording changed, and whether it was reported. */
export function Wordings({ now, earlier, reported, language }: { now: string; earlier: Case['earlier']; reported: readonly number[]; language: Language }) {
  const t = translator(language)
  if (!earlier.length) return null
  return (
    <section aria-labelledby="brzmienia">
      <h2 id="brzmienia">{t('moderation.case.earlier')}</h2>
      {earlier.map(({ revision, body, replacedAt }, place) => (
        <div key={revision} className="quoted" id={`brzmienie-${revision}`} tabIndex={-1}>
          <p className="meta">{t('moderation.case.earlierUntil', { date: sayMoment(replacedAt, language) })}{reported.includes(revision) && <> · <b>{t('desk.case.reportedWording')}</b></>}</p>
          <Body text={body} />
          <details open={reported.includes(revision)}>
            <summary>{t('desk.case.difference')}</summary>
            <Difference before={body} after={place ? earlier[place - 1]!.body : now} language={language} />
          </details>
        </div>
      ))}
    </section>
  )
}
