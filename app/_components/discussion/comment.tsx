import type { ReactNode } from 'react'
import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import { reactionKinds } from '@/lib/discussion/rules'
import type { CommentShown } from '@/lib/discussion/shown'
import type { Language } from '@/lib/language'
import { isMessageKey, translator } from '@/lib/messages'
import { Body } from './body'
import type { Place } from './place'

type Props = { comment: CommentShown; place: Place; language: Language; open: boolean; /** The visitor's own, where that is known already. */ own?: boolean; /** The one that a page is about. */ here?: boolean; children?: ReactNode }

/**
 * One voice: who, when, what, and what can be done with it. What is not to be read keeps its place and says why. Its
 * buttons belong to the two forms of its thread (`ThreadForms`), so that a hundred comments cost a page no more than that.
 */
export function Comment({ comment, place, language, open, own, here, children }: Props) {
  const t = translator(language)
  const { id, state } = comment
  return (
    <article className="comment" id={`glos-${id}`} {...(own && { 'data-own': true })} {...(here && { 'data-here': true })} aria-label={t('comment.of', { name: state === 'shown' ? nameOf(comment, language) : t(`comment.${state}`) })}>
      <header>
        {state === 'shown' && <Speaker comment={comment} place={place} language={language} />}
        <a className="meta" href={`${place.comment(id)}#tu`}>
          <time dateTime={comment.postedAt.toISOString()}>{sayMoment(comment.postedAt, language)}</time>
        </a>
        {comment.depth > 0 && <span className="visually-hidden">{t('comment.level', { depth: comment.depth })}</span>}
        {comment.answers && <span className="meta">{t('comment.answerTo', { name: comment.answers })}</span>}
        {comment.editedAt && (
          <a className="meta" href={place.history(id)}>
            {t(comment.editedAfter ? 'comment.editedAfter' : 'comment.edited', { at: sayMoment(comment.editedAt, language), count: comment.editedAfter ?? 0 })}
          </a>
        )}
      </header>
      {state === 'shown' ? (
        <>
          <Body text={comment.body!} />
          {comment.answered.length > 0 && <Answered comment={comment} place={place} language={language} />}
          <footer role="group" aria-labelledby={`kto-${id}`}>
            {open ? <Reactions comment={comment} language={language} own={own} /> : <Counted comment={comment} language={language} />}
            <span className="acts-of">
              {open && <button form="dzialania" formAction={`${place.comment(id)}#odpowiedz`} className="act reply">{t('comment.answer')}</button>}
              {own ? <a className="act" href={place.edit(id)}>{t('comment.change')}</a> : <button form="dzialania" formAction={address(language, 'report', { content: id })} className="act report">{t('comment.report')}</button>}
            </span>
          </footer>
        </>
      ) : (
        <p className="gone">{t(`comment.${state}`)} <Ground ground={comment.hiddenGround} language={language} /></p>
      )}
      {children}
    </article>
  )
}

function nameOf({ organisation, official, author }: CommentShown, language: Language): string {
  const t = translator(language)
  return organisation?.name ?? (official ? t('comment.office') : (author ?? t('comment.removedAuthor')))
}

/** Who speaks, and what the server vouches for: beside the name, never in it. */
function Speaker({ comment, place, language }: Pick<Props, 'comment' | 'place' | 'language'>) {
  const t = translator(language)
  const { organisation } = comment
  const name = nameOf(comment, language)
  const standing =
    comment.official ? 'official'
    : organisation && organisation.slug === place.proposer ? 'proposer'
    : comment.onPaper ? 'paper'
    : comment.verified ? 'verified'
    : null
  return (
    <>
      <h3 id={`kto-${comment.id}`}>{organisation ? <a href={address(language, 'organisation', { slug: organisation.slug })}><bdi>{name}</bdi></a> : <bdi>{name}</bdi>}</h3>
      {organisation && <span className="ds-tag" data-size="sm" data-color="wisla">{t('comment.organisation')}</span>}
      {standing && <span className="ds-tag" data-size="sm" data-color={standing === 'official' ? 'brick' : standing === 'verified' ? 'zielen' : 'neutral'}>{t(`comment.standing.${standing}`)}</span>}
      {comment.stance && <span className="ds-tag stance" data-size="sm" data-variant="outline" data-color="neutral">{t(`comment.stance.${comment.stance}`)}</span>}
    </>
  )
}

function Reactions({ comment, language, own }: Pick<Props, 'comment' | 'language' | 'own'>) {
  const t = translator(language)
  return (
    <span className="reactions">
      {reactionKinds.map((kind) => (
        <button key={kind} form="oceny" name={`${comment.id}.${comment.revision}`} value={kind} className="act" aria-pressed={false} {...(own && { disabled: true })}>
          {t(`comment.${kind}`)}
          <b>{comment[counters[kind]] || ''}</b>
        </button>
      ))}
    </span>
  )
}

/** Which number counts which reaction. */
const counters = { agree: 'agrees', disagree: 'disagrees', pass: 'passes' } as const

function Counted({ comment: { agrees, disagrees, passes }, language }: Pick<Props, 'comment' | 'language'>) {
  return agrees + disagrees + passes > 0 && <span className="meta">{translator(language)('comment.reactionsCounted', { agrees, disagrees, passes })}</span>
}

function Answered({ comment: { answered }, place, language }: Pick<Props, 'comment' | 'place' | 'language'>) {
  const t = translator(language)
  return (
    <p className="meta">
      {t('comment.answersTo', { count: answered.length })}:{' '}
      {answered.map((id, at) => <span key={id}>{at > 0 && ', '}<a href={`${place.comment(id)}#tu`}>{t('comment.answered', { place: at + 1 })}</a></span>)}
    </p>
  )
}

function Ground({ ground, language }: { ground: string | null; language: Language }) {
  const t = translator(language)
  const key = `ground.${ground}`
  return ground && isMessageKey(key) && t('comment.hiddenGround', { ground: t(key) })
}
