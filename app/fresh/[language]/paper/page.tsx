import type { Metadata } from 'next'
import { address } from '@/lib/addresses'
import { sayDate } from '@/lib/dates'
import { getPaperVoice } from '@/lib/discussion/queries/paper'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getSubjects } from '@/lib/moderation/queries/reporting'
import { canonLine } from '@/lib/text'
import { getPaperBatch } from '@/lib/voting/queries/paper'

type Props = { params: Promise<{ language: Language }>; searchParams: Promise<{ numer?: string | string[] }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('office.lookup')} – ${t('site.name')}` }
}

/** What became of something that came on paper, by the number that its bearer was given. No names. */
export default async function PaperReceipt({ params, searchParams }: Props) {
  const { language } = await params
  const number = canonLine([(await searchParams).numer].flat()[0] ?? '').slice(0, 200)
  const t = translator(language)
  const [voice, batch] = number ? await Promise.all([getPaperVoice(null, number), getPaperBatch(null, number)]) : [null, null]
  const subject = voice && (await getSubjects(null, language, [voice.threadId])).get(voice.threadId)
  const found = voice ?? batch
  const link = voice?.state === 'shown' ? subject?.comment(voice.id) : batch?.state === 'counted' ? address(language, 'question', { question: batch.questionId }) : undefined
  return (
    <div className="wrap page narrow">
      <h1>{t('office.lookup')}</h1>
      <p className="lead">{t('office.lookupLead')}</p>
      <form className="form" action={address(language, 'paperReceipt')}>
        <div className="ds-field" data-width="middle">
          <label className="ds-label" htmlFor="numer">{t('office.lookupField')}</label>
          <input className="ds-input" id="numer" name="numer" defaultValue={number} maxLength={200} autoComplete="off" />
        </div>
        <p><button className="ds-button">{t('vote.check')}</button></p>
      </form>
      {number && (
        <div className="notice" role="status">
          <p>{found ? t('office.lookupFound', { received: sayDate(found.receivedOn, language), state: t(`office.state.${found.state}`) }) : t('office.lookupNone')}</p>
          {link && <p><a href={link}>{t('office.lookupLink')}</a></p>}
        </div>
      )}
    </div>
  )
}
