import type { Branch } from '@/lib/discussion/queries/branches'
import { whyClosed, type ThreadState } from '@/lib/discussion/rules'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { ViewerProvider } from '../site/viewer'
import type { Place } from './place'
import { BranchList } from './thread'

type Props = { title: string; branches: Branch[]; next: string | null; state: ThreadState; place: Place; language: Language }

/** A deeper page of a discussion. */
export function OlderPage({ title, branches, next, state, place, language }: Props) {
  const t = translator(language)
  return (
    <ViewerProvider thread={place.threadId}>
      <div className="wrap page narrow-page">
        <nav className="crumbs" aria-label={t('site.breadcrumb')}>
          <ol><li><a href={place.page}>{title}</a></li></ol>
        </nav>
        <h1 className="long" id="komentarze" style={{ marginBlock: '1rem' }}>{t('comment.older')}</h1>
        <h2 className="visually-hidden">{t('comment.heading')}</h2>
        <BranchList branches={branches} place={place} language={language} open={!whyClosed(state)} />
        <p className="further">
          {next && <a className="ds-button" data-variant="secondary" href={`${place.older(next)}#komentarze`}>{t('comment.older')}</a>}
          <a className="ds-button" data-variant="tertiary" href={`${place.page}#komentarze`}>{t('comment.newest')}</a>
        </p>
      </div>
    </ViewerProvider>
  )
}
