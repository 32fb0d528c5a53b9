import type { Metadata } from 'next'
import { Queue } from '@/app/_components/moderation/queue'
import { RegisterNotes } from '@/app/_components/organisations/register-notes'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { listQueue, queueKinds, type QueueKind } from '@/lib/moderation/queries/queue'
import { commentMoves } from '@/lib/moderation/rules'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { moderatorAt } from './at-the-desk'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ rodzaj?: string; zrobione?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('moderation.desk.title')} – ${t('site.name')}` }
}

/** The moderators' desk: one queue of all that waits. */
export default async function Desk({ params, searchParams }: Props) {
  const { language } = await params
  const { rodzaj, zrobione } = await searchParams
  const here = address(language, 'moderation')
  const viewer = await moderatorAt(language, here)
  const t = translator(language)
  const { items, counts } = await listQueue(viewer)
  const kind = queueKinds.find((each) => each === rodzaj)
  const shown = kind ? items.filter((item) => item.kind === kind) : items
  const reported = items.filter((item) => item.kind === 'reports')
  const held = items.filter((item) => item.kind === 'held')
  const subjects = await getSubjects(viewer, language, [...held, ...reported].map(({ threadId }) => threadId))
  const done = commentMoves.find((each) => each === zrobione)
  const total = counts.held + counts.reports + counts.organisations + counts.proposals
  const filters: [QueueKind | undefined, string, number][] = [[undefined, t('moderation.desk.all'), total], ...queueKinds.map((each): [QueueKind, string, number] => [each, t(`moderation.desk.${each}`), counts[each]])]
  return (
    <div className="wrap page desk">
      <h1>{t('moderation.desk.title')}</h1>
      <p className="lead">{t('moderation.desk.lead')}</p>
      {done && <div className="ds-alert" data-color="success" role="status" style={{ marginBlockStart: '1.4rem' }}><p>{t('moderation.desk.done', { kind: done })}</p></div>}
      <RegisterNotes viewer={viewer} language={language} />
      <nav aria-label={t('moderation.desk.filter')} className="tools">
        <ul className="orders">
          {filters.map(([each, label, count]) => (
            <li key={label}><a href={withQuery(here, { rodzaj: each })} aria-current={each === kind ? 'page' : undefined}>{label} <span className="count">{count}</span></a></li>
          ))}
        </ul>
        <a href={address(language, 'flags')}>{t('integrity.toFlags')}</a>
        <a href={address(language, 'transparency')}>{t('moderation.desk.ledger')}</a>
      </nav>
      {shown.length === 0 ? <p className="empty">{t(kind && total ? 'moderation.desk.emptyKind' : 'moderation.desk.empty')}</p> : <Queue items={shown} subjects={subjects} language={language} />}
      {counts.reports > reported.length && (!kind || kind === 'reports') && <p className="meta further">{t('moderation.desk.more', { shown: reported.length, total: counts.reports })}</p>}
    </div>
  )
}

