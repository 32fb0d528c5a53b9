import type { Metadata } from 'next'
import { DecideAboutFlag } from '@/app/_components/integrity/decide'
import { FlagDecisions } from '@/app/_components/integrity/decisions'
import { FlagAppeals } from '@/app/_components/integrity/flag-appeals'
import { FlagEvidence } from '@/app/_components/integrity/evidence'
import { ownerOf } from '@/app/_components/voting/owner'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import { isUuid } from '@/lib/ids'
import { listAppealsOfFlag } from '@/lib/integrity/queries/appeals'
import { listDecisionsOfFlag } from '@/lib/integrity/queries/decisions'
import { getAsked, getFlag, listFlaggedComments, type Flag } from '@/lib/integrity/queries/flags'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import type { Viewer } from '@/lib/person'
import { moderatorAt } from '../../at-the-desk'

type Props = { params: Promise<{ language: Language; flag: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('integrity.title')} – ${t('site.name')}` }
}

/** One flag: what was counted, what it is about, what was decided, and what can be. */
export default async function FlagPage({ params }: Props) {
  const { language, flag: id } = await params
  const here = address(language, 'flag', { flag: id })
  const viewer = await moderatorAt(language, here)
  const flag = isUuid(id) ? await getFlag(viewer, id) : null
  if (!flag) nothingHere()
  const t = translator(language)
  const [subject, decisions, appeals, comments] = await Promise.all([subjectOf(viewer, flag, language), listDecisionsOfFlag(viewer, id), listAppealsOfFlag(viewer, id), flag.threadId ? listFlaggedComments(viewer, id) : []])
  return (
    <div className="wrap page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'moderation')}>{t('site.desk')}</a></li><li><a href={address(language, 'flags')}>{t('integrity.title')}</a></li></ol>
      </nav>
      <h1>{t(`integrity.kind.${flag.kind}`)}</h1>
      <p className="lead">{t('integrity.about')}: {subject ? <a href={subject.address} lang={subject.lang}>{subject.title}</a> : t('integrity.unknownSubject')}</p>
      <div className="listed">
        <div className="stack">
          <FlagEvidence flag={flag} language={language} />
          {comments.length > 0 && (
            <section aria-labelledby="komentarze">
              <h2 id="komentarze">{t('integrity.comments')}</h2>
              <ol className="past">
                {comments.map(({ id, body, author, postedAt }) => (
                  <li key={id}>
                    <p className="meta"><bdi>{author ?? t('comment.removedAuthor')}</bdi> · <time dateTime={postedAt.toISOString()}>{sayMoment(postedAt, language)}</time> · <a href={address(language, 'moderateComment', { comment: id })}>{t('integrity.judge')}<span className="visually-hidden">: {author}, {sayMoment(postedAt, language)}</span></a></p>
                    <p className="said">{body}</p>
                  </li>
                ))}
              </ol>
            </section>
          )}
          <FlagDecisions {...{ flag, decisions, viewer, language, here }} />
          <FlagAppeals {...{ appeals, viewer, language, here }} />
        </div>
        <DecideAboutFlag {...{ flag, viewer, language, here }} />
      </div>
    </div>
  )
}

/** The question, or the conversation, in words, and where it stands. */
async function subjectOf(viewer: Viewer, { questionId, threadId }: Flag, language: Language) {
  if (threadId) return (await getSubjects(viewer, language, [threadId])).get(threadId)
  const [owner, asked] = await Promise.all([ownerOf(language, questionId!), getAsked(viewer, [questionId!])])
  return { address: address(language, 'question', { question: questionId! }), title: asked.get(questionId!) || owner?.title || '', lang: 'pl' }
}
