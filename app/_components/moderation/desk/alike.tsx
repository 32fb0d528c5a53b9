import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { AlikeCase } from '@/lib/moderation/queries/alike'
import { capital } from '../grounds'
import { excerpt } from './excerpt'

/** Comments of the same text, and cases of a similar one, with what was decided about them. */
export function Alike({ cases, language }: { cases: AlikeCase[]; language: Language }) {
  const t = translator(language)
  return (
    <section aria-labelledby="podobne">
      <h2 id="podobne">{t('desk.alike.title')}</h2>
      {cases.length === 0 && <p className="quiet">{t('desk.alike.none')}</p>}
      <ul className="past">
        {cases.map(({ id, body, same, sameAuthor, decision }) => (
          <li key={id}>
            <p className="said"><a href={address(language, 'moderateComment', { comment: id })}><bdi>{excerpt(body, 160)}</bdi></a></p>
            <p className="meta">
              {t(same ? 'desk.alike.same' : 'desk.alike.similar')}{sameAuthor && <>, {t('desk.alike.sameAuthor')}</>} ·{' '}
              {decision ? <><b>{capital(t(`moderation.kind.${decision.kind}`))}</b>{decision.ground !== 'none' && <>: {t(`ground.${decision.ground}`)}</>}, {sayDay(decision.at, language)}</> : t('desk.alike.undecided')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
