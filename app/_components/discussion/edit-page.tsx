import { withQuery } from '@/lib/addresses'
import { withdrawCommentAction } from '@/lib/discussion/actions'
import type { getOwnComment } from '@/lib/discussion/queries/own'
import { canEdit, canWithdraw, editsFreely, type ThreadState } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { Person } from '@/lib/person'
import { Form, Submit } from '../form'
import { Body } from './body'
import { EditForm } from './edit-form'
import type { Place } from './place'
import { commentWords, sayHeld } from './words'

type Props = {
  title: string
  comment: NonNullable<Awaited<ReturnType<typeof getOwnComment>>>
  state: ThreadState
  /** The question before taking it back has been asked for. */
  asks: boolean
  place: Place
  language: Language
  viewer: Person
}

/** What the author of a comment can do with it: change it, or take it back after a question. Says why it waits, if it does. */
export function EditPage({ title, comment, state: thread, asks, place, language, viewer }: Props) {
  const t = translator(language)
  const here = place.edit(comment.id)
  const back = `${place.comment(comment.id)}#glos-${comment.id}`
  const held = { ...thread, ...comment, authorId: viewer.id }
  const [changing, leaving] = [canEdit(viewer, held), canWithdraw(viewer, held)]
  return (
    <div className="wrap page narrow stack">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={place.page}>{title}</a></li><li><a href={back}>{t('comment.branchHeading')}</a></li></ol>
      </nav>
      <h1>{t(comment.state === 'held' ? 'writing.held.title' : 'writing.edit.title')}</h1>
      {comment.state === 'held' && comment.heldFor && <div className="ds-alert" data-color="warning" role="status"><p>{sayHeld(t, comment.heldFor)}</p></div>}
      {changing ? (
        <>
          <div className="notice"><p>{t(changing.key, changing.values)}</p></div>
          <Body text={comment.body} />
        </>
      ) : (
        <>
          <p className="lead">{t(!editsFreely(comment) ? 'writing.edit.public' : comment.state === 'held' ? 'writing.edit.freeHeld' : 'writing.edit.free')}</p>
          <EditForm comment={comment} language={language} from={here} words={commentWords(language)} own={{ field: t('writing.edit.field'), save: t('writing.edit.save'), newest: t('writing.edit.newest') }} />
        </>
      )}
      {comment.editedAt && comment.state === 'shown' && <p><a href={place.history(comment.id)}>{t('writing.edit.history')}</a></p>}
      {!leaving && (
        <section className="section-head stack" id="wycofaj" aria-labelledby="wycofanie">
          <h2 id="wycofanie">{t(asks ? 'writing.edit.withdrawAsk' : 'writing.edit.withdraw')}</h2>
          <p>{t('writing.edit.withdrawLead')}</p>
          {asks ? (
            <div className="acts">
              <Form action={withdrawCommentAction} language={language} from={here} hidden={{ commentId: comment.id }}><Submit color="danger">{t('writing.edit.withdrawYes')}</Submit></Form>
              <a className="ds-button" data-variant="secondary" href={here}>{t('writing.edit.withdrawNo')}</a>
            </div>
          ) : (
            <p><a className="ds-button" data-variant="secondary" href={`${withQuery(here, { wycofaj: '1' })}#wycofaj`}>{t('writing.edit.withdraw')}</a></p>
          )}
        </section>
      )}
      <p><a href={back}>{t('writing.edit.back')}</a></p>
    </div>
  )
}
