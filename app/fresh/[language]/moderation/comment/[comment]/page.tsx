import type { Metadata } from 'next'
import { Decide } from '@/app/_components/moderation/decide'
import { Alike } from '@/app/_components/moderation/desk/alike'
import { Record } from '@/app/_components/moderation/desk/author-record'
import { ClaimState } from '@/app/_components/moderation/desk/claim'
import { KeyList } from '@/app/_components/moderation/desk/key-list'
import { Neighbours } from '@/app/_components/moderation/desk/neighbours'
import { Reports } from '@/app/_components/moderation/desk/reports'
import { Wordings } from '@/app/_components/moderation/desk/wordings'
import { templateKey } from '@/app/_components/moderation/desk/template-list'
import { PastDecisions } from '@/app/_components/moderation/past-decisions'
import { QuotedComment } from '@/app/_components/moderation/quoted-comment'
import { ThreadLock } from '@/app/_components/moderation/thread-lock'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getCase } from '@/lib/moderation/queries/case'
import { getDeskSettings } from '@/lib/moderation/queries/desk'
import { commentMoves, movesOpenTo } from '@/lib/moderation/rules'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { moderatorAt } from '../../at-the-desk'

type Props = { params: Promise<{ language: Language; comment: string }>; searchParams: Promise<{ wzor?: string | string[] }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('moderation.case.titlePlain')} – ${t('desk.title')} – ${t('site.name')}` }
}

/** All that a decision about a comment needs, on one screen. */
export default async function ModerateComment({ params, searchParams }: Props) {
  const { language, comment: id } = await params
  const here = address(language, 'moderateComment', { comment: id })
  const viewer = await moderatorAt(language, here)
  const found = isUuid(id) ? await getCase(viewer, id) : null
  if (!found) nothingHere()
  const { comment, held, earlier, own, claim, record, alike, neighbours, appealed, before, after, reports, waiting, decisions, thread } = found
  const [subjects, settings, { wzor }] = await Promise.all([getSubjects(viewer, language, [thread.id]), getDeskSettings(viewer), searchParams])
  const subject = subjects.get(thread.id)
  const t = translator(language)
  const newest = decisions[0]?.id ?? null
  const open = movesOpenTo(viewer, { state: comment.state, own, waiting, newest })
  const moves = commentMoves.filter((kind) => open.includes(kind))
  return (
    <div className="wrap page desk">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'moderation')}>{t('desk.title')}</a></li><li>{t('moderation.case.titlePlain')}</li></ol>
      </nav>
      <h1 style={{ marginBlockStart: '1rem' }}>{t(comment.state === 'hidden' ? 'moderation.case.titleHidden' : held ? 'moderation.case.titleHeld' : waiting ? 'moderation.case.title' : 'moderation.case.titlePlain')}</h1>
      <Neighbours neighbours={neighbours} language={language} />
      {subject && <p className="case-where"><a href={subject.comment(id)} lang={subject.lang}>{subject.title}</a></p>}
      {reports.some(({ answered, urgent, ground }) => !answered && (urgent || ground === 'illegal')) && <div className="ds-alert" data-color="danger" style={{ marginBlockStart: '1rem' }}><p>{t('desk.case.danger')}</p></div>}
      {appealed.map(({ id: appeal, dueAt }) => <div className="notice" key={appeal} style={{ marginBlockStart: '1rem' }}><p>{t('desk.case.appealed', { date: sayDay(dueAt, language) })} <a href={address(language, 'moderateAppeal', { appeal })}>{t('desk.case.seeAppeal')}</a></p></div>)}
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
          <Wordings now={comment.body} earlier={earlier} reported={reports.filter(({ answered }) => !answered).map(({ revision }) => revision)} language={language} />
          <Reports reports={reports} own={own} revision={comment.revision} earlier={earlier} words={{ none: t('moderation.case.noReports'), otherWording: t('moderation.case.otherWording') }} language={language} />
        </div>
        <section className="verdict" aria-labelledby="decyzja">
          <h2 id="decyzja">{t('moderation.case.decide')}</h2>
          {moves.length > 0 && <ClaimState content={{ about: 'comment', id }} claim={claim} language={language} from={here} />}
          {moves.length === 0 && <div className="notice"><p>{t('moderation.objection.own')}</p></div>}
          {moves.length > 0 && (!claim || claim.mine) && <Decide key={newest} commentId={id} held={!!held} moves={moves} seen={newest} template={templateKey(wzor)} language={language} from={here} />}
        </section>
        <div className="record">
          {record && <Record record={record} language={language} />}
          <Alike cases={alike} language={language} />
          <section aria-labelledby="decyzje">
            <h2 id="decyzje">{t('moderation.case.decisions')}</h2>
            {decisions.length === 0 ? <p className="quiet">{t('moderation.case.noDecisions')}</p> : <PastDecisions decisions={decisions} language={language} />}
          </section>
          <ThreadLock thread={thread} viewer={viewer} language={language} from={here} />
        </div>
      </div>
      <KeyList page="case" on={settings.keys} language={language} />
    </div>
  )
}
