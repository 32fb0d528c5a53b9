import type { Metadata } from 'next'
import { Body } from '@/app/_components/discussion/body'
import { AppealDecision } from '@/app/_components/moderation/appeal-decision'
import { AppealState } from '@/app/_components/moderation/appeal-state'
import { capital } from '@/app/_components/moderation/grounds'
import { PastDecisions } from '@/app/_components/moderation/past-decisions'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { sayDay } from '@/lib/dates'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { canDecideAppeal } from '@/lib/moderation/appealing'
import { caseAddress } from '@/lib/moderation/case-address'
import { contentOf } from '@/lib/moderation/contents'
import { getAppeal } from '@/lib/moderation/queries/appeals'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { moderatorAt } from '../../at-the-desk'

type Props = { params: Promise<{ language: Language; appeal: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('sanction.desk.title')} – ${t('moderation.desk.title')} – ${t('site.name')}` }
}

/** All that an appeal's answer needs: the decision, what was said then, what the appellant writes. */
export default async function DecideAppeal({ params }: Props) {
  const { language, appeal: id } = await params
  const here = address(language, 'moderateAppeal', { appeal: id })
  const viewer = await moderatorAt(language, here)
  const appeal = isUuid(id) ? await getAppeal(viewer, id) : null
  if (!appeal) nothingHere()
  const t = translator(language)
  const { side, dueAt, late, text, outcome, contested, said, commentId, threadId, concerned, concernedId, involved, own } = appeal
  const content = contentOf(appeal)
  const subject = threadId ? (await getSubjects(viewer, language, [threadId])).get(threadId) : undefined
  const objection = canDecideAppeal(viewer, { decided: outcome !== null, involved, own })
  return (
    <div className="wrap page desk">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'moderation')}>{t('moderation.desk.title')}</a></li><li><a href={address(language, 'moderateAppeals')}>{t('sanction.desk.list')}</a></li></ol>
      </nav>
      <h1 style={{ marginBlockStart: '1rem' }}>{t('sanction.desk.title')}</h1>
      <p className="lead">{t('sanction.desk.side', { side })}: {concernedId ? <a href={address(language, 'moderatePerson', { person: concernedId })}><bdi>{concerned ?? t('comment.removedAuthor')}</bdi></a> : <bdi>{concerned}</bdi>}</p>
      {content && content.about !== 'comment' && <p className="case-where"><a href={caseAddress(content, language)}>{capital(t(`moderation.about.${content.about}`))}</a></p>}
      {subject && commentId && <p className="case-where"><a href={address(language, 'moderateComment', { comment: commentId })} lang={subject.lang}>{subject.title}</a></p>}
      {!outcome && <p><span className="ds-tag" data-color={late ? 'danger' : 'piernik'}>{t(late ? 'sanction.desk.overdue' : 'sanction.desk.due', { date: sayDay(dueAt, language) })}</span></p>}
      <div className="case">
        <div className="what">
          <section aria-labelledby="pismo">
            <h2 id="pismo">{t('sanction.desk.appeal')}</h2>
            <blockquote className="quoted" data-marked><Body text={text} /></blockquote>
          </section>
          <section aria-labelledby="decyzja-pierwsza">
            <h2 id="decyzja-pierwsza">{t('sanction.desk.contested')}</h2>
            <PastDecisions decisions={[contested]} language={language} />
          </section>
          {said !== null && (
            <section aria-labelledby="tresc">
              <h2 id="tresc">{t('sanction.desk.evidence')}</h2>
              <blockquote className="quoted"><Body text={said} /></blockquote>
            </section>
          )}
        </div>
        <section className="verdict" aria-labelledby="rozstrzygniecie">
          <h2 id="rozstrzygniecie">{t('sanction.desk.decide')}</h2>
          {outcome ? <AppealState appeal={{ ...appeal, text: null }} language={language} /> : objection ? <div className="notice"><p>{t(objection.key)}</p></div> : <AppealDecision appealId={id} side={side} language={language} from={here} />}
        </section>
      </div>
    </div>
  )
}
