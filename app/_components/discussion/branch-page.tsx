import type { Branch } from '@/lib/discussion/queries/branches'
import { whyClosed, type ThreadState } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listOwnOrganisations } from '@/lib/organisations/queries'
import type { Viewer } from '@/lib/person'
import { ViewerProvider } from '../site/viewer'
import { CommentForm } from './comment-form'
import type { Place } from './place'
import { BranchList } from './thread'
import { commentWords } from './words'

type Props = { title: string; commentId: string; branch: Branch; next: string | null; state: ThreadState; place: Place; language: Language; viewer: Viewer }

/** One comment with its whole branch, the way into the discussion around it, and the form to answer it. */
export async function BranchPage({ title, commentId, branch, next, state, place, language, viewer }: Props) {
  const t = translator(language)
  const comment = [branch, ...branch.replies].find(({ id }) => id === commentId) ?? branch
  const name = comment.organisation?.name ?? comment.author ?? t('comment.removedAuthor')
  const objection = whyClosed(state)
  return (
    <ViewerProvider thread={place.threadId}>
      <div className="wrap page narrow-page">
        <nav className="crumbs" aria-label={t('site.breadcrumb')}>
          <ol>
            <li><a href={place.page}>{title}</a></li>
            <li><a href={`${place.page}#komentarze`}>{t('comment.whole')}</a></li>
          </ol>
        </nav>
        <h1 className="long" style={{ marginBlock: '1rem' }}>{t('comment.branchHeading')}</h1>
        <h2 className="visually-hidden">{t('comment.heading')}</h2>
        <BranchList branches={[branch]} place={place} language={language} open={!objection} />
        {next && <p className="further"><a href={`${place.comment(branch.id)}?po=${next}`}>{t('comment.nextPage')}</a></p>}
        <div id="odpowiedz" style={{ marginBlockStart: '2rem' }}>
          {objection && <div className="notice"><p>{t(objection.key, objection.values)}</p></div>}
          {!objection && comment.body !== null && (
            <CommentForm
              threadId={place.threadId}
              parentId={comment.id}
              language={language}
              from={place.comment(comment.id)}
              words={commentWords(language)}
              hint={t('comment.hintAnswer', { name })}
              organisations={await listOwnOrganisations(viewer)}
              name={viewer?.name ?? null}
            />
          )}
        </div>
      </div>
    </ViewerProvider>
  )
}
