import type { Metadata } from 'next'
import { BulkFields } from '@/app/_components/moderation/desk/bulk-fields'
import { KeyList } from '@/app/_components/moderation/desk/key-list'
import { isComment, nextToTake, Queue } from '@/app/_components/moderation/desk/queue'
import { QueueFilter } from '@/app/_components/moderation/desk/queue-filter'
import { QueueOrder } from '@/app/_components/moderation/desk/queue-order'
import { DeskSettingsForm } from '@/app/_components/moderation/desk/settings-form'
import { TickCount } from '@/app/_components/moderation/desk/ticks'
import { Form, Submit } from '@/app/_components/form'
import { RegisterNotes } from '@/app/_components/organisations/register-notes'
import { address, withQuery } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { claimCaseAction, decideInBulkAction } from '@/lib/moderation/actions/desk'
import { togetherAtMost } from '@/lib/moderation/bulk'
import { countOpenFlags } from '@/lib/integrity/queries/flags'
import { claimMinutes } from '@/lib/moderation/claims'
import { getDeskSettings } from '@/lib/moderation/queries/desk'
import { listQueue, queueAPage } from '@/lib/moderation/queries/queue'
import { commentMoves } from '@/lib/moderation/rules'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { queueKinds } from '@/lib/moderation/urgency'
import { moderatorAt } from './at-the-desk'

type Query = Partial<Record<'rodzaj' | 'zrobione' | 'co' | 'po' | 'zapisano', string | string[]>>
type Props = { params: Promise<{ language: Language }>; searchParams: Promise<Query> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('desk.title')} – ${t('site.name')}` }
}

/** The moderators' desk: one queue of all that waits, most urgent first. */
export default async function Desk({ params, searchParams }: Props) {
  const { language } = await params
  const { rodzaj, zrobione, co, po, zapisano } = await searchParams
  const here = address(language, 'moderation')
  const viewer = await moderatorAt(language, here)
  const t = translator(language)
  const kind = queueKinds.find((each) => each === rodzaj)
  const [{ items, counts, next }, settings, flags] = await Promise.all([listQueue(viewer, { kind, after: typeof po === 'string' ? po : undefined }), getDeskSettings(viewer), countOpenFlags(viewer)])
  const subjects = await getSubjects(viewer, language, items.filter(isComment).map(({ threadId }) => threadId))
  const done = commentMoves.find((each) => each === zrobione)
  const published = co === 'proposal' || co === 'organisation' ? co : null
  const total = queueKinds.reduce((sum, each) => sum + counts[each].all, 0)
  const inThis = kind ? counts[kind].all : total
  const urgent = nextToTake(items)
  const somePickable = items.some((item) => isComment(item) && item.kind !== 'danger' && !item.own)
  const list = <Queue items={items} subjects={subjects} language={language} claims="sprawy" />
  const pages = (next ?? po) && <Pages here={here} kind={kind} next={next} further={!!po} said={t('desk.rest', { count: inThis, page: queueAPage })} words={{ top: t('desk.fromTop'), further: t('desk.further') }} />
  return (
    <div className="wrap page desk">
      <h1>{t('desk.title')}</h1>
      <p className="lead">{t('desk.lead')}</p>
      {done && <div className="ds-alert" data-color="success" role="status" style={{ marginBlockStart: '1.4rem' }}><p>{published ? t('moderation.desk.doneOf', { about: published, kind: done }) : t('moderation.desk.done', { kind: done })}</p></div>}
      <RegisterNotes viewer={viewer} language={language} />
      <QueueFilter counts={counts} flags={flags} kind={kind} language={language} />
      <Form formId="sprawy" className="next-case" action={claimCaseAction} language={language} from={here} label={t('desk.next')}>
        {urgent && <p><Submit name={`${urgent.about}Id`} value={urgent.id} shortcut="n">{t('desk.next')}</Submit> <span className="meta">{t('desk.nextHint', { minutes: claimMinutes })}</span></p>}
      </Form>
      {items.length === 0 && <p className="empty">{t(kind && total ? 'desk.emptyKind' : 'desk.empty')}</p>}
      {items.length > 0 && !somePickable && <>{list}{pages}</>}
      {somePickable && (
        <Form className="pickable" action={decideInBulkAction} language={language} from={withQuery(here, { rodzaj: kind, po: typeof po === 'string' ? po : undefined })} values={{ kind: '', ground: '', sentence: '' }} label={t('desk.bulk.title')}>
          {list}
          <TickCount form="zbiorczo" words={{ ticked: Array.from({ length: togetherAtMost + 1 }, (_, count) => t('desk.bulk.ticked', { count })), toForm: t('desk.bulk.toForm'), all: t('desk.bulk.all'), none: t('desk.bulk.none') }} />
          {pages}
          <BulkFields language={language} />
        </Form>
      )}
      <QueueOrder language={language} />
      <KeyList page="queue" on={settings.keys} language={language} />
      <DeskSettingsForm settings={settings} saved={!!zapisano} language={language} from={here} />
      <p className="meta further"><a href={address(language, 'transparency')}>{t('desk.ledger')}</a></p>
    </div>
  )
}

type PagesProps = { here: ReturnType<typeof address>; kind?: string; next: string | null; further: boolean; said: string; words: { top: string; further: string } }

/** The way further down the queue, and back to its top. */
function Pages({ here, kind, next, further, said, words }: PagesProps) {
  return (
    <p className="queue-pages">
      <span className="meta">{said}</span>
      {further && <a href={withQuery(here, { rodzaj: kind })}>{words.top}</a>}
      {next && <a href={withQuery(here, { rodzaj: kind, po: next })}>{words.further}</a>}
    </p>
  )
}
