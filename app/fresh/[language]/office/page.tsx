import type { Metadata } from 'next'
import { address, withQuery } from '@/lib/addresses'
import { sayMoment } from '@/lib/dates'
import { listPaperVoices } from '@/lib/discussion/queries/paper'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { listTaskTitles } from '@/lib/strategy/queries'
import { listPaperBatches } from '@/lib/voting/queries'
import { theClerk } from './clerk'

type Props = { params: Promise<{ language: Language }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('office.title')} – ${t('site.name')}` }
}

/** The office's desk: what came on paper, to be entered, counted a second time, and found again. */
export default async function Office({ params }: Props) {
  const { language } = await params
  const viewer = await theClerk(language, address(language, 'office'))
  const t = translator(language)
  const [tasks, batches, voices] = await Promise.all([listTaskTitles(viewer, language), listPaperBatches(viewer, { waiting: false }), listPaperVoices(viewer)])
  const subjects = await getSubjects(viewer, language, voices.map(({ threadId }) => threadId))
  const waiting = batches.filter(({ state }) => state === 'waiting')
  const choose = (action: string, name: string, label: string, value: (task: (typeof tasks)[number]) => string) => (
    <form action={action} className="form">
      <div className="ds-field">
        <label className="ds-label" htmlFor={name}>{label}</label>
        <select className="ds-input" id={name} name={name}>{tasks.map((task) => <option key={task.code} value={value(task)}>{task.code} {task.title.text}</option>)}</select>
      </div>
      <p><button className="ds-button" data-variant="secondary">{t('office.start')}</button></p>
    </form>
  )
  return (
    <div className="wrap page narrow-page">
      <h1>{t('office.title')}</h1>
      <p className="lead">{t('office.lead')}</p>
      <h2>{t('office.voice')}</h2>
      {choose(address(language, 'enterVoice'), 'zadanie', t('office.task'), ({ code }) => code)}
      <h2 style={{ marginBlockStart: '2.4rem' }}>{t('office.cards')}</h2>
      {choose(address(language, 'enterCards'), 'glosowanie', t('office.question'), ({ questionId }) => questionId)}
      <h2 style={{ marginBlockStart: '2.4rem' }}>{t('office.waiting')} <span className="count">{waiting.length}</span></h2>
      <p>{t(waiting.length ? 'office.waitingHint' : 'office.waitingNone')}</p>
      <ul className="list">
        {waiting.map(({ id, receiptNumber, scan, receivedOn, enteredAt }) => (
          <li key={id}><a href={address(language, 'confirmCards', { batch: id })}>{receiptNumber}</a> <span className="meta">{scan} · {receivedOn} · {sayMoment(enteredAt, language)}</span></li>
        ))}
      </ul>
      <h2 style={{ marginBlockStart: '2.4rem' }}>{t('office.recent')}</h2>
      {batches.length + voices.length === 0 && <p>{t('office.recentNone')}</p>}
      <ul className="list">
        {voices.map(({ id, threadId, receiptNumber, state, enteredAt }) => (
          <li key={id}>{receiptNumber} · <a href={subjects.get(threadId)?.comment(id) ?? '#'}>{t(`office.state.${state}`)}</a> <span className="meta">{sayMoment(enteredAt, language)}</span></li>
        ))}
        {batches.filter(({ state }) => state !== 'waiting').map(({ id, questionId, receiptNumber, state, counted, enteredAt }) => (
          <li key={id}>{receiptNumber} · <a href={address(language, 'question', { question: questionId })}>{t(`office.state.${state}`)}{counted > 0 && `, ${t('office.batch', { cards: counted })}`}</a> <span className="meta">{sayMoment(enteredAt, language)}</span></li>
        ))}
      </ul>
      <p className="further"><a href={withQuery(address(language, 'paperReceipt'), {})}>{t('office.lookup')}</a></p>
    </div>
  )
}
