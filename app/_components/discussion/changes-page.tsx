import { sayMoment } from '@/lib/dates'
import type { getHistory } from '@/lib/discussion/queries/history'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { Body } from './body'
import { Difference } from './difference'
import type { Place } from './place'

type Props = { title: string; history: NonNullable<Awaited<ReturnType<typeof getHistory>>>; place: Place; language: Language }

/** What a comment says and has said in public, newest first, each with what was changed to get there. */
export function ChangesPage({ title, history: { comment, earlier }, place, language }: Props) {
  const t = translator(language)
  const back = `${place.comment(comment.id)}#glos-${comment.id}`
  const wordings = [{ revision: null, body: comment.body, stance: comment.stance, replaced: null }, ...earlier.map(({ revision, body, stance, ...replaced }) => ({ revision, body, stance, replaced }))]
  return (
    <div className="wrap page narrow">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={place.page}>{title}</a></li><li><a href={back}>{t('comment.branchHeading')}</a></li></ol>
      </nav>
      <h1 style={{ marginBlock: '1rem 0' }}>{t('writing.history.title')}</h1>
      <p className="lead">{t('writing.history.lead')}</p>
      <ol className="wordings">
        {wordings.map((wording, place) => {
          const before = wordings[place + 1]
          const began = before ? before.replaced!.replacedAt : comment.postedAt
          return (
            <li key={wording.revision ?? 'now'}>
              <h2>{wording.replaced ? t('writing.history.until', { date: sayMoment(wording.replaced.replacedAt, language) }) : t('writing.history.now')}</h2>
              <p className="meta">{t('writing.history.since', { date: sayMoment(began, language) })}</p>
              {wording.replaced && <p>{t('writing.history.after', { reactions: wording.replaced.reactions, replies: wording.replaced.replies })}</p>}
              {before && before.stance !== wording.stance && <p>{t('writing.history.stance', { before: t('writing.stanceOf', { stance: before.stance ?? 'none' }), after: t('writing.stanceOf', { stance: wording.stance ?? 'none' }) })}</p>}
              {before && <><h3>{t('writing.history.difference')}</h3><Difference before={before.body} after={wording.body} language={language} /></>}
              {before ? <details><summary>{t('writing.history.full')}</summary><Body text={wording.body} /></details> : <Body text={wording.body} />}
            </li>
          )
        })}
      </ol>
      <p><a href={back}>{t('writing.edit.back')}</a></p>
    </div>
  )
}
