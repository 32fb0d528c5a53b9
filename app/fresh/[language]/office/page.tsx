import type { Metadata } from 'next'
import { address } from '@/lib/addresses'
import { sayDate, sayMoment } from '@/lib/dates'
import { listPaperVoices } from '@/lib/discussion/queries/paper'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { listChannels } from '@/lib/opendata/queries'
import { listOpenQuestions, listTaskTitles } from '@/lib/strategy/queries'
import { canonLine } from '@/lib/text'
import { listSettledBatches, listWaitingBatches } from '@/lib/voting/queries/paper'
import { Channels } from './channels'
import { Choose } from './choose'
import { theClerk } from './clerk'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ zapisano?: string | string[] }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('office.title')} – ${t('site.name')}` }
}

/** The office's desk: what came on paper, to be entered, counted a second time, and found again. */
export default async function Office({ params, searchParams }: Props) {
  const { language } = await params
  const viewer = await theClerk(language, address(language, 'office'))
  const t = translator(language)
  const saved = canonLine([(await searchParams).zapisano].flat()[0] ?? '').slice(0, 200)
  const [tasks, questions, waiting, settled, voices, channels] = await Promise.all([
    listTaskTitles(viewer, language),
    listOpenQuestions(viewer, language),
    listWaitingBatches(viewer),
    listSettledBatches(viewer),
    listPaperVoices(viewer),
    listChannels(viewer),
  ])
  const subjects = await getSubjects(viewer, language, voices.map(({ threadId }) => threadId))
  return (
    <div className="wrap page narrow-page">
      <h1>{t('office.title')}</h1>
      <p className="lead">{t('office.lead')}</p>
      {saved && <div className="ds-alert" data-color="success" role="status" style={{ marginBlock: '1.4rem' }}>{t('office.saved', { number: saved })}</div>}
      <h2>{t('office.voice')}</h2>
      <Choose action={address(language, 'enterVoice')} name="zadanie" label={t('office.task')} button={t('office.startVoice')} options={tasks.map(({ code, title }) => ({ value: code, label: `${code} ${title.text}` }))} />
      <h2 style={{ marginBlockStart: '2.4rem' }}>{t('office.cards')}</h2>
      <Choose
        action={address(language, 'enterCards')}
        name="glosowanie"
        label={t('office.question')}
        button={t('office.startCards')}
        options={questions.map(({ questionId, code, title, prompt }) => ({ value: questionId, label: prompt ? `${code} ${t('office.cityQuestion', { prompt })}` : `${code} ${title.text}` }))}
      />
      <h2 style={{ marginBlockStart: '2.4rem' }}>{t('office.waiting')} <span className="count">{waiting.total}</span></h2>
      <p>{t(waiting.total ? 'office.waitingHint' : 'office.waitingNone')}</p>
      <ul className="list">
        {waiting.batches.map(({ id, receiptNumber, scan, receivedOn, own, state }) => (
          <li key={id}>
            <a href={address(language, 'confirmCards', { batch: id })}>{receiptNumber}</a>{' '}
            <span className="meta">{scan} · {sayDate(receivedOn, language)}{state === 'late' ? ` · ${t('office.state.late')}` : own && ` · ${t('office.own')}`}</span>
          </li>
        ))}
      </ul>
      {waiting.total > waiting.batches.length && <p className="meta">{t('office.tooMany', { shown: waiting.batches.length, total: waiting.total })}</p>}
      <h2 style={{ marginBlockStart: '2.4rem' }}>{t('office.recent')}</h2>
      {settled.length + voices.length === 0 && <p>{t('office.recentNone')}</p>}
      <ul className="list">
        {voices.map(({ id, threadId, receiptNumber, state, enteredAt }) => (
          <li key={id}>{receiptNumber} · <a href={subjects.get(threadId)?.comment(id) ?? '#'}>{t(`office.state.${state}`)}</a> <span className="meta">{sayMoment(enteredAt, language)}</span></li>
        ))}
        {settled.map(({ id, questionId, receiptNumber, state, counted, enteredAt }) => (
          <li key={id}>{receiptNumber} · <a href={address(language, 'question', { question: questionId })}>{t(`office.state.${state}`)}{counted > 0 && `, ${t('office.batch', { cards: counted })}`}</a> <span className="meta">{sayMoment(enteredAt, language)}</span></li>
        ))}
      </ul>
      <Channels channels={channels.items} language={language} />
      <p className="further">
        <a href={address(language, 'paperReceipt')}>{t('office.lookup')}</a>
        <a href={address(language, 'assessments')}>{t('assessment.title')}</a>
      </p>
    </div>
  )
}
