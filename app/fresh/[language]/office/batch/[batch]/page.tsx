import type { Metadata } from 'next'
import { Form, Submit } from '@/app/_components/form'
import { CardFields } from '@/app/_components/voting/card-fields'
import { voteWords } from '@/app/_components/voting/words'
import { nothingHere } from '@/app/fresh/nothing-here'
import { address } from '@/lib/addresses'
import { sayDate } from '@/lib/dates'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { confirmPaperBatchAction, dropPaperBatchAction } from '@/lib/voting/actions'
import { getQuestion } from '@/lib/voting/queries'
import { getWaitingBatch } from '@/lib/voting/queries/paper'
import { theClerk } from '../../clerk'

type Props = { params: Promise<{ language: Language; batch: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('office.second')} – ${t('site.name')}` }
}

/** The second count of a batch, without the numbers of the first. */
export default async function ConfirmCards({ params }: Props) {
  const { language, batch: id } = await params
  const here = address(language, 'confirmCards', { batch: id })
  const viewer = await theClerk(language, here)
  const batch = isUuid(id) ? await getWaitingBatch(viewer, id) : null
  const question = batch && (await getQuestion(viewer, batch.questionId))
  if (!question) nothingHere()
  const t = translator(language)
  return (
    <div className="wrap page narrow-page">
      <nav className="crumbs" aria-label={t('site.breadcrumb')}><ol><li><a href={address(language, 'office')}>{t('office.title')}</a></li></ol></nav>
      <h1 style={{ marginBlock: '1rem' }}>{t('office.second')}</h1>
      <p className="lead">{voteWords(language, question).legend}</p>
      <p>{t('office.receiptNumber')}: <b>{batch.receiptNumber}</b> · {batch.scan} · {sayDate(batch.receivedOn, language)}</p>
      {question.voters === 'verified' && <p>{t('office.residenceLead')}</p>}
      {batch.own || batch.state === 'late' ? <div className="notice"><p>{t(batch.state === 'late' ? 'office.lateHint' : 'office.objection.ownBatch')}</p></div> : (
        <>
          <p>{t('office.secondLead')}</p>
          <Form className="form" action={confirmPaperBatchAction} language={language} from={here} hidden={{ batchId: id }}>
            <CardFields question={question} language={language} />
            <p><Submit>{t('office.confirm')}</Submit></p>
          </Form>
        </>
      )}
      <Form className="form" action={dropPaperBatchAction} language={language} from={here} hidden={{ batchId: id }}>
        <p>{t('office.dropHint')}</p>
        <p><Submit variant="tertiary">{t('office.drop')}</Submit></p>
      </Form>
    </div>
  )
}
