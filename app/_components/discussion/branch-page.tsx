import { withQuery } from '@/lib/addresses'
import type { CommentInBranch } from '@/lib/discussion/queries/branch'
import { reactionKinds, whyClosed, type ReactionKind, type ThreadState } from '@/lib/discussion/rules'
import { queryOf, writeCursor } from '@/lib/discussion/views'
import type { Language } from '@/lib/language'
import { isMessageKey, translator } from '@/lib/messages'
import { listOwnOrganisations } from '@/lib/organisations/queries'
import type { Viewer } from '@/lib/person'
import { ViewerProvider } from '../site/viewer'
import { Comment } from './comment'
import { CommentForm } from './comment-form'
import type { Place } from './place'
import { ThreadForms } from './thread-forms'
import { commentWords } from './words'
import { ClauseNote } from '../privacy/clause-note'

type Props = {
  title: string
  lang?: string
  found: CommentInBranch
  /** What is the viewer's own: their reactions by comment, and their comments. */
  marks: { reactions: Record<string, ReactionKind>; own: string[] }
  /** Why a reaction was refused, as a message's key. */
  refused?: { key: string; minutes?: string }
  state: ThreadState
  place: Place
  language: Language
  viewer: Viewer
}

/** One comment with what it answers and what answers it, the way into the discussion around it, and the form to answer it. */
export async function BranchPage({ title, lang, found: { above, comment, below, next }, marks, refused, state, place, language, viewer }: Props) {
  const t = translator(language)
  const name = comment.organisation?.name ?? comment.author ?? t('comment.removedAuthor')
  const objection = whyClosed(state)
  const shared = { place, language, open: !objection }
  const own = (id: string) => marks.own.includes(id)
  const stands = reactionKinds.find((kind) => kind === marks.reactions[comment.id])
  return (
    <ViewerProvider thread={place.threadId}>
      <div className="wrap page narrow-page">
        <nav className="crumbs" aria-label={t('site.breadcrumb')}>
          <ol>
            <li><a href={place.page} lang={lang}>{title}</a></li>
            <li><a href={`${place.page}#komentarze`}>{t('comment.whole')}</a></li>
          </ol>
        </nav>
        <h1 className="long" style={{ marginBlock: '1rem' }}>{t('comment.branchHeading')}</h1>
        {refused && isMessageKey(refused.key) && refused.key.startsWith('objection.') && <div className="ds-alert refusal" data-color="danger" role="alert"><p>{t(refused.key, { minutes: Number(refused.minutes ?? 1) || 1 })}</p></div>}
        <ThreadForms place={place} from={place.comment(comment.id)} language={language} />
        {above.length > 0 && (
          <section aria-label={t('comment.wayAbove')}>
            <h2 className="quiet-heading">{t('comment.wayAbove')}</h2>
            <ol className="thread above">{above.map((each) => <li key={each.id}><Comment comment={each} own={own(each.id)} {...shared} /></li>)}</ol>
          </section>
        )}
        <h2 className="visually-hidden">{t('comment.heading')}</h2>
        <div id="tu">
          <Comment comment={comment} own={own(comment.id)} here {...shared}>
            <ol className="replies" id="odpowiedzi" aria-label={t('comment.answers', { count: comment.replies })}>
              {below.map((answer) => <li key={answer.id} data-indent={Math.max(1, answer.indent - comment.indent)}><Comment comment={answer} own={own(answer.id)} {...shared} /></li>)}
            </ol>
            {below.length === 0 && <p className="quiet">{t('comment.noAnswers')}</p>}
            {next && <p className="further"><a className="ds-button" data-variant="secondary" href={`${withQuery(place.comment(comment.id), { po: next })}#odpowiedzi`}>{t('comment.moreBelow')}</a></p>}
          </Comment>
        </div>
        {stands && !objection && (
          <p className="own-reaction">
            {t('comment.yourReaction', { kind: t(`comment.${stands}`) })}{' '}
            <button form="oceny" name={`${comment.id}.${comment.revision}`} value="takeback" className="ds-button" data-variant="tertiary" data-size="sm">{t('comment.takeBack')}</button>
          </p>
        )}
        <p className="further"><a href={`${withQuery(place.conversation, queryOf({ order: 'newest' }, { after: writeCursor({ number: 0, id: justAfter(comment.rootId ?? comment.id) }) }))}#komentarze`}>{t('comment.around')}</a></p>
        <div id="odpowiedz" style={{ marginBlockStart: '2rem' }}>
          {objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
          {!objection && comment.state === 'shown' && (
            <>
              <CommentForm
                threadId={place.threadId}
                parentId={comment.id}
                language={language}
                from={place.comment(comment.id)}
                words={commentWords(language)}
                hint={t('comment.hintAnswer', { name })}
                visitor={viewer ? { name: viewer.name, organisations: await listOwnOrganisations(viewer), isOfficial: viewer.roles.includes('official') } : undefined}
              />
              <ClauseNote about="comment" language={language} />
            </>
          )}
        </div>
      </div>
    </ViewerProvider>
  )
}

/** The key after a key, so that a page which begins after it begins with the comment itself. */
const justAfter = (id: string): string => {
  const hex = (BigInt(`0x${id.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
