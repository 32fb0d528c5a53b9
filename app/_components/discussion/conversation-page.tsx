import { withQuery } from '@/lib/addresses'
import type { PageOfThread } from '@/lib/discussion/queries/branches'
import { stances, whyClosed, type ThreadState } from '@/lib/discussion/rules'
import { isWhole, orders, queryNames, queryOf, speakers, writeCursor, type Turned, type View } from '@/lib/discussion/views'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { ViewerProvider } from '../site/viewer'
import { freshWords } from './fresh-words'
import { NewComments } from './new-comments'
import type { Place } from './place'
import { BranchList } from './thread'
import { ThreadForms } from './thread-forms'

type Props = { title: string; lang?: string; page: PageOfThread; view: View; /** Which page of it. */ turned: Turned; state: ThreadState & { comments: number }; place: Place; language: Language }

/** A conversation in any order and choice, page by page. */
export function ConversationPage({ title, lang, page, view, turned: { after, before }, state, place, language }: Props) {
  const t = translator(language)
  const shown = [
    t(`comment.order.${view.order}`),
    view.stance && `${t('comment.filter.stance')}: ${t(`comment.stance.${view.stance}`)}`,
    view.who && t(`comment.filter.${view.who}`),
    view.words && `„${view.words}”`,
  ].filter(Boolean).join(', ')
  return (
    <ViewerProvider thread={place.threadId}>
      <div className="wrap page narrow-page">
        <nav className="crumbs" aria-label={t('site.breadcrumb')}>
          <ol><li><a href={place.page} lang={lang}>{title}</a></li></ol>
        </nav>
        <h1 className="long" id="komentarze" style={{ marginBlock: '1rem' }}>{t('comment.allOf', { count: state.comments })}</h1>
        <p className="lead" role="status">{t('comment.filter.summary', { what: shown })}</p>
        <Choose view={view} place={place} language={language} />
        <NewComments threadId={place.threadId} count={state.comments} page={`${place.page}#komentarze`} language={language} words={freshWords(language)} />
        <h2 className="visually-hidden">{t('comment.heading')}</h2>
        <ThreadForms place={place} from={withQuery(place.conversation, queryOf(view, { after: after && writeCursor(after), before: before && writeCursor(before) }))} language={language} />
        {page.branches.length === 0 && <p className="empty">{t('comment.filter.none')}</p>}
        <BranchList branches={page.branches} place={place} language={language} open={!whyClosed(state)} />
        <Turn view={view} page={page} within={!!(after ?? before)} place={place} language={language} />
      </div>
    </ViewerProvider>
  )
}

/** The ways to the pages around this one, and out of what was chosen. */
function Turn({ view, page, within, place, language }: Pick<Props, 'view' | 'page' | 'place' | 'language'> & { within: boolean }) {
  const t = translator(language)
  const at = (turned?: Turned<string>): string => `${withQuery(place.conversation, queryOf(view, turned))}#komentarze`
  return (
    <nav className="further" aria-label={t('comment.pages')}>
      {page.previous && <a className="ds-button" data-variant="secondary" rel="prev" href={at({ before: page.previous })}>{t('comment.back')}</a>}
      {page.next && <a className="ds-button" data-variant="secondary" rel="next" href={at({ after: page.next })}>{t('comment.deeper')}</a>}
      {within && <a className="ds-button" data-variant="tertiary" href={at()}>{t('comment.first')}</a>}
      {(!isWhole(view) || view.order !== 'newest') && <a className="ds-button" data-variant="tertiary" href={`${place.page}#komentarze`}>{t('comment.filter.clear')}</a>}
    </nav>
  )
}

function Choose({ view, place, language }: Pick<Props, 'view' | 'place' | 'language'>) {
  const t = translator(language)
  return (
    <form className="choose" id="wybor" action={place.conversation} aria-label={t('comment.filter.legend')}>
      <Pick name={queryNames.order} label={t('comment.order.label')} chosen={view.order} options={orders.map((value) => [value, t(`comment.order.${value}`)])} />
      <Pick name={queryNames.stance} label={t('comment.filter.stance')} chosen={view.stance} options={[['', t('comment.filter.any')], ...stances.map((value): [string, string] => [value, t(`comment.stance.${value}`)])]} />
      <Pick name={queryNames.who} label={t('comment.filter.who')} chosen={view.who} options={[['', t('comment.filter.everyone')], ...speakers.map((value): [string, string] => [value, t(`comment.filter.${value}`)])]} />
      <div className="ds-field">
        <label className="ds-label" htmlFor="slowa">{t('comment.filter.words')}</label>
        <input className="ds-input" type="search" id="slowa" name={queryNames.words} defaultValue={view.words} maxLength={100} />
      </div>
      <button className="ds-button" type="submit">{t('comment.filter.show')}</button>
    </form>
  )
}

function Pick({ name, label, chosen = '', options }: { name: string; label: string; chosen?: string; options: (readonly [string, string])[] }) {
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={name}>{label}</label>
      <select className="ds-input" id={name} name={name} defaultValue={chosen}>
        {options.map(([value, label]) => <option key={value} value={value}>{label}</option>)}
      </select>
    </div>
  )
}
