import type { Metadata } from 'next'
import { Body } from '@/app/_components/discussion/body'
import { Decide } from '@/app/_components/moderation/decide'
import { capital } from '@/app/_components/moderation/grounds'
import { PastDecisions } from '@/app/_components/moderation/past-decisions'
import { QuotedComment } from '@/app/_components/moderation/quoted-comment'
import { ThreadLock } from '@/app/_components/moderation/thread-lock'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getCase } from '@/lib/moderation/queries/case'
import { commentMoves, movesOpenTo } from '@/lib/moderation/rules'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { moderatorAt } from '../../at-the-desk'

type Props = { params: Promise<{ language: Language; comment: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('moderation.case.titlePlain')} – ${t('moderation.desk.title')} – ${t('site.name')}` }
}

/** All that a decision about a comment needs, on one screen. */
export default async function ModerateComment({ params }: Props) {
  const { language, comment: id } = await params
  const here = address(language, 'moderateComment', { comment: id })
  const viewer = await moderatorAt(language, here)
  const found = isUuid(id) ? await getCase(viewer, id) : null
  if (!found) nothingHere()
  const { comment, held, earlier, own, before, after, reports, waiting, decisions, thread } = found
  const subject = (await getSubjects(viewer, language, [thread.id])).get(thread.id)
  const t = translator(language)
  const newest = decisions[0]?.id ?? null
  const open = movesOpenTo(viewer, { state: comment.state, own, waiting, newest })
  const moves = commentMoves.filter((kind) => open.includes(kind))
  return (
    <div className="wrap page desk">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'moderation')}>{t('moderation.desk.title')}</a></li><li>{t('moderation.case.titlePlain')}</li></ol>
      </nav>
      <h1 style={{ marginBlockStart: '1rem' }}>{t(comment.state === 'hidden' ? 'moderation.case.titleHidden' : held ? 'moderation.case.titleHeld' : waiting ? 'moderation.case.title' : 'moderation.case.titlePlain')}</h1>
      {subject && <p className="case-where"><a href={subject.comment(id)} lang={subject.lang}>{subject.title}</a></p>}
      {held && (
        <div className="notice" style={{ marginBlockStart: '1rem' }}>
          <p>{t('moderation.case.heldBy', { check: t(`moderation.case.check.${held.for}`) })}</p>
          {held.passage && <p>{t('moderation.case.passage')} <mark><bdi>{held.passage}</bdi></mark></p>}
        </div>
      )}
      {comment.state === 'withdrawn' && <div className="notice" style={{ marginBlockStart: '1rem' }}><p>{t('moderation.case.withdrawn')}</p></div>}
      <div className="case">
        <div className="what">
          <section aria-labelledby="rozmowa">
            <h2 id="rozmowa">{t('moderation.case.around')}</h2>
            {before.map((said) => <QuotedComment key={said.id} comment={said} language={language} />)}
            <QuotedComment comment={comment} language={language} mark={t('moderation.case.this')} />
            {after.map((said) => <QuotedComment key={said.id} comment={said} language={language} />)}
          </section>
          {earlier.length > 0 && (
            <section aria-labelledby="brzmienia">
              <h2 id="brzmienia">{t('moderation.case.earlier')}</h2>
              {earlier.map(({ revision, body, replacedAt }) => (
                <blockquote key={revision} className="quoted" id={`brzmienie-${revision}`}>
                  <p className="meta">{t('moderation.case.earlierUntil', { date: sayMoment(replacedAt, language) })}</p>
                  <Body text={body} />
                </blockquote>
              ))}
            </section>
          )}
          <section aria-labelledby="zgloszenia">
            <h2 id="zgloszenia">{t('moderation.case.reports')} {reports.length > 0 && <span className="count">{reports.length}</span>}</h2>
            {reports.length === 0 && <p className="quiet">{t(own ? 'moderation.case.ownReports' : 'moderation.case.noReports')}</p>}
            <ul className="past">
              {reports.map((report) => (
                <li key={report.id}>
                  <b>{capital(t(`ground.${report.ground}`))}</b>
                  <p className="said"><bdi>{report.sentence}</bdi></p>
                  {report.revision !== comment.revision && <p>{t('moderation.case.otherWording')}</p>}
                  <p className="meta"><time dateTime={report.at.toISOString()}>{sayMoment(report.at, language)}</time> · {t(report.answered ? 'moderation.case.answered' : 'moderation.case.waiting')}</p>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <section className="verdict" aria-labelledby="decyzja">
          <h2 id="decyzja">{t('moderation.case.decide')}</h2>
          {moves.length > 0 ? <Decide key={newest} commentId={id} held={!!held} moves={moves} seen={newest} language={language} from={here} /> : <div className="notice"><p>{t('moderation.objection.own')}</p></div>}
        </section>
        <div className="record">
          <section aria-labelledby="decyzje">
            <h2 id="decyzje">{t('moderation.case.decisions')}</h2>
            {decisions.length === 0 ? <p className="quiet">{t('moderation.case.noDecisions')}</p> : <PastDecisions decisions={decisions} language={language} />}
          </section>
          <ThreadLock thread={thread} viewer={viewer} language={language} from={here} />
        </div>
      </div>
    </div>
  )
}
