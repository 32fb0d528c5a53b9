import type { Metadata } from 'next'
import { excerpt } from '@/app/_components/moderation/desk/excerpt'
import { capital } from '@/app/_components/moderation/grounds'
import { Form, Submit } from '@/app/_components/form'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { confirmBulkAction, dropBulkAction } from '@/lib/moderation/actions/desk'
import { getBulk, type Bulk } from '@/lib/moderation/queries/desk'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { moderatorAt } from '../../at-the-desk'

type Props = { params: Promise<{ language: Language; bulk: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('desk.bulk.page')} – ${t('desk.title')} – ${t('site.name')}` }
}

/** A decision about many: what it is, whose word it still needs, and what came of each comment. */
export default async function BulkDecision({ params }: Props) {
  const { language, bulk: id } = await params
  const here = address(language, 'moderateBulk', { bulk: id })
  const viewer = await moderatorAt(language, here)
  const bulk = await getBulk(viewer, id)
  if (!bulk) nothingHere()
  const t = translator(language)
  const { kind, ground, sentence, size, outcome, proposedBySelf, items } = bulk
  const nobody = t('comment.removedAuthor')
  const count = (of: (item: Bulk['items'][number]) => boolean) => items.filter(of).length
  return (
    <div className="wrap page desk">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}>
        <ol><li><a href={address(language, 'moderation')}>{t('desk.title')}</a></li><li>{t('desk.bulk.page')}</li></ol>
      </nav>
      <h1>{t('desk.bulk.what', { decides: kind, count: size })}</h1>
      <div className="notice" role="status">
        {!outcome && <p><b>{t(proposedBySelf ? 'desk.bulk.waitsForOther' : 'desk.bulk.waits')}</b></p>}
        {outcome && <p>{t(`desk.bulk.settled.${outcome}`, { name: bulk.settledBy ?? nobody, date: sayMoment(bulk.settledAt!, language) })}</p>}
        {outcome && outcome !== 'dropped' && <p><b>{t('desk.bulk.done', { count: count(({ decided }) => decided) })}</b> {count(({ leftOut }) => !!leftOut) > 0 && t('desk.bulk.leftOut', { count: count(({ leftOut }) => !!leftOut) })}</p>}
      </div>
      <div className="case">
        <BulkItems items={items} subjects={await getSubjects(viewer, language, items.map(({ threadId }) => threadId))} language={language} />
        <section className="verdict stack" aria-labelledby="decyzja">
          <h2 id="decyzja">{t('moderation.case.decide')}</h2>
          <p><b>{capital(t(`moderation.kind.${kind}`))}</b>{ground !== 'none' && <>: {t(`ground.${ground}`)}</>}</p>
          <p className="said"><bdi>{sentence}</bdi></p>
          <p className="meta">{t('desk.bulk.proposed', { name: bulk.proposedBy ?? nobody, date: sayMoment(bulk.proposedAt, language) })}</p>
          {!outcome && !proposedBySelf && (
            <Form action={confirmBulkAction} language={language} from={here} hidden={{ bulkId: id }} label={t('desk.bulk.confirm')}>
              <p>{t('desk.bulk.confirmLead')}</p>
              <p><Submit>{t('desk.bulk.confirm')}</Submit></p>
            </Form>
          )}
          {!outcome && (
            <Form action={dropBulkAction} language={language} from={here} hidden={{ bulkId: id }} label={t(proposedBySelf ? 'desk.bulk.withdraw' : 'desk.bulk.drop')}>
              <p><Submit variant="secondary">{t(proposedBySelf ? 'desk.bulk.withdraw' : 'desk.bulk.drop')}</Submit></p>
            </Form>
          )}
          <p><a href={address(language, 'moderation')}>{t('desk.case.queue')}</a></p>
        </section>
      </div>
    </div>
  )
}

type ItemsProps = { items: Bulk['items']; subjects: Awaited<ReturnType<typeof getSubjects>>; language: Language }

function BulkItems({ items, subjects, language }: ItemsProps) {
  const t = translator(language)
  return (
    <section className="what" aria-labelledby="komentarze">
      <h2 id="komentarze">{t('desk.bulk.items')} <span className="count">{items.length}</span></h2>
      <ol className="list queue">
        {items.map(({ commentId, threadId, body, decided, leftOut, changed }) => {
          const subject = subjects.get(threadId)
          const fate = leftOut ? t(`desk.bulk.left.${leftOut}`) : decided ? t('desk.bulk.decided') : changed ? t('desk.bulk.changedNow') : null
          return (
            <li key={commentId}>
              <h3 lang={subject?.lang}><a href={address(language, 'moderateComment', { comment: commentId })}>{subject?.title ?? t('moderation.case.titlePlain')}</a></h3>
              <p className="said"><bdi>{excerpt(body)}</bdi></p>
              {fate && <p className="meta"><b>{fate}</b></p>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
