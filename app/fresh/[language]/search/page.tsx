import type { Metadata } from 'next'
import { pageMetadata } from '@/app/_components/site/metadata'
import { currentViewer } from '@/lib/accounts/session'
import { address, withQuery, type Address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import type { Viewer } from '@/lib/person'
import { searchComments, type FoundComment } from '@/lib/search/comments'
import { kinds, search, type Found, type Kind } from '@/lib/search/queries'
import { longestQuestion, questionOf, type Question } from '@/lib/search/rules'
import { bindShortWords } from '@/lib/text'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ q?: string | string[]; rodzaj?: string | string[] }> }

const questionIn = async (searchParams: Props['searchParams']): Promise<Question> => questionOf([(await searchParams).q].flat()[0])

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { typed } = await questionIn(searchParams)
  return pageMetadata((await params).language, 'search', (t) => (typed ? t('search.titleFor', { typed }) : t('search.title')))
}

/** Finds what the site is about by what a person remembers of it. */
export default async function Search({ params, searchParams }: Props) {
  const { language } = await params
  const t = translator(language)
  const question = await questionIn(searchParams)
  return (
    <div className="wrap page">
      <div className="narrow" style={{ marginInline: 0 }}>
        <h1>{t('search.title')}</h1>
        <p className="lead">{t('search.lead')}</p>
        <form action={address(language, 'search')} role="search" className="find">
          <div className="ds-field">
            <label className="ds-label" htmlFor="q">{t('search.field')}</label>
            <input className="ds-input" id="q" name="q" type="search" defaultValue={question.typed} maxLength={longestQuestion} />
          </div>
          <button className="ds-button">{t('search.button')}</button>
        </form>
        {question.cut && <p className="notice">{t('search.cut', { max: longestQuestion })}</p>}
        {question.typed ? <Results question={question} commentsOnly={[(await searchParams).rodzaj].flat()[0] === onlyComments} language={language} /> : <Help language={language} />}
      </div>
    </div>
  )
}

/** The word in the address for comments alone. */
const onlyComments = 'komentarze'
const commentsShown = 10
const commentsAtMost = 100

async function Results({ question, commentsOnly, language }: { question: Question; commentsOnly: boolean; language: Language }) {
  const t = translator(language)
  const viewer = await currentViewer()
  const [{ found, whole }, comments] = await Promise.all([
    commentsOnly ? { found: [], whole: true } : search(viewer, language, question),
    searchComments(viewer, question.words, commentsOnly ? commentsAtMost : commentsShown),
  ])
  if (!found.length && !comments.found.length) {
    return (
      <section className="prose" style={{ marginBlockStart: '2rem' }}>
        <h2>{t('search.nothing')}</h2>
        <p>{t('search.nothingFor', { typed: question.typed })}</p>
        <Help language={language} />
      </section>
    )
  }
  return (
    <>
      <p role="status" style={{ marginBlockStart: '1.6rem' }}>
        {t((found.length > 0 && whole) || (comments.found.length > 0 && comments.whole) ? 'search.count' : 'search.partial', { count: found.length + comments.found.length, typed: question.typed })}
      </p>
      {kinds.map((kind) => <Group key={kind} kind={kind} found={found.filter((each) => each.kind === kind)} language={language} />)}
      {comments.found.length > 0 && <FoundComments {...comments} viewer={viewer} language={language} more={comments.more && !commentsOnly ? withQuery(address(language, 'search'), { q: question.typed, rodzaj: onlyComments }) : null} />}
    </>
  )
}

async function FoundComments({ found, more, viewer, language }: { found: readonly FoundComment[]; more: Address | null; viewer: Viewer; language: Language }) {
  const t = translator(language)
  const subjects = await getSubjects(viewer, language, [...new Set(found.map(({ threadId }) => threadId))])
  return (
    <section style={{ marginBlockStart: '2rem' }}>
      <h2>{t('search.comments')} <span className="count">{found.length}{more && '+'}</span></h2>
      <ul className="list">
        {found.map(({ id, threadId, name, postedAt, parts }) => {
          const subject = subjects.get(threadId)
          return (
            <li key={id}>
              <p className="snippet">{parts.map(({ text, hit }, place) => (hit ? <mark key={place}>{text}</mark> : text))}</p>
              <p className="meta">
                <bdi>{name ?? t('comment.removedAuthor')}</bdi>, <a href={subject?.comment(id) ?? '#'}>{sayMoment(postedAt, language)}</a>
                {subject && <> · <span lang={subject.lang}>{subject.title}</span></>}
              </p>
            </li>
          )
        })}
      </ul>
      {more && <p className="further"><a className="ds-button" data-variant="secondary" href={more}>{t('search.moreComments')}</a></p>}
    </section>
  )
}

const headings = { task: 'search.tasks', proposal: 'search.proposals', organisation: 'search.organisations', partnerCall: 'search.partnerCalls', volunteerCall: 'search.volunteerCalls' } as const satisfies Record<Kind, string>

function Group({ kind, found, language }: { kind: Kind; found: readonly Found[]; language: Language }) {
  if (!found.length) return null
  const t = translator(language)
  return (
    <section style={{ marginBlockStart: '2rem' }}>
      <h2>{t(headings[kind])} <span className="count">{found.length}</span></h2>
      <ul className="list">
        {found.map((each) => (
          <li key={each.id}>
            {kind === 'task' && <span className="code">{each.id} </span>}
            <a href={addressOf(each, language)} lang={each.lang === language ? undefined : each.lang}>{each.lang === 'pl' ? bindShortWords(each.title) : each.title}</a>
            {each.note && <p className="meta"><bdi>{each.note}</bdi></p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function addressOf({ kind, id }: Found, language: Language): Address {
  if (kind === 'task') return address(language, 'task', { code: id })
  if (kind === 'partnerCall' || kind === 'volunteerCall') return address(language, kind, { call: id })
  return address(language, kind, { slug: id })
}

function Help({ language }: { language: Language }) {
  const t = translator(language)
  const examples = ['first', 'second', 'third'] as const
  return (
    <div className="prose" style={{ marginBlockStart: '1.4rem' }}>
      <p>{t('search.help')}</p>
      <ul>
        {examples.map((example) => {
          const words = t(`search.examples.${example}`)
          return <li key={example}><a href={`${address(language, 'search')}?q=${encodeURIComponent(words)}`}>{words}</a></li>
        })}
      </ul>
      <p>{t('search.allTasks')} <a href={address(language, 'tasks')}>{t('site.tasks')}</a></p>
    </div>
  )
}
