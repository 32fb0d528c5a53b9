import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { OwnInvalidationStatement } from '@/app/_components/integrity/own-invalidation'
import { ResultTable } from '@/app/_components/voting/result-table'
import { VoteForm } from '@/app/_components/voting/vote-form'
import { voteWords } from '@/app/_components/voting/words'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress, withQuery } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import { getOwnInvalidation } from '@/lib/integrity/queries/appeals'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getOwnBallot, getQuestion, getResults } from '@/lib/voting/queries'
import { sayReceipt } from '@/lib/voting/rules'

type Props = { params: Promise<{ language: Language; question: string }>; searchParams: Promise<{ powrot?: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = translator((await params).language)
  return { title: `${t('vote.recordedTitle')} – ${t('site.name')}` }
}

/** Says what was recorded, with the ways to change it and back: for browsers in which a kept page cannot. */
export default async function Ballot({ params, searchParams }: Props) {
  const { language, question: id } = await params
  const back = ownAddress((await searchParams).powrot)
  const viewer = await currentViewer()
  if (!viewer) redirect(withQuery(address(language, 'signIn'), { powrot: back ?? undefined }))
  const question = isUuid(id) ? await getQuestion(viewer, id) : null
  if (!question) nothingHere()
  const [ballot, invalidation, results] = await Promise.all([getOwnBallot(viewer, id), getOwnInvalidation(viewer, id), question.shown === 'after-vote' ? getResults(viewer, id) : null])
  const t = translator(language)
  const words = voteWords(language, question)
  const chosen = words.options.filter(({ value }) => ballot?.choices.includes(value))
  return (
    <div className="wrap page narrow">
      <h1>{t(ballot ? 'vote.recordedTitle' : 'vote.withdrawnTitle')}</h1>
      <p className="lead">{ballot ? chosen.map((option) => option.chosen).join(' ') : t('vote.none')}</p>
      {invalidation && <OwnInvalidationStatement {...{ invalidation, viewer, language }} here={address(language, 'myBallot', { question: id })} />}
      {ballot && <div className="notice"><p><b>{t('vote.receipt', { receipt: sayReceipt(ballot.receipt) })}</b></p><p>{t('vote.receiptWhy')}</p></div>}
      {results && <div className="vote"><p>{t('vote.summary', { total: results.total })}</p><ResultTable question={question} tally={results} language={language} /></div>}
      <p>{t('vote.change')}</p>
      {back && <p className="acts"><a className="ds-button" href={back}>{t('vote.backToTask')}</a></p>}
      {question.state === 'open' && (
        <div className="vote" style={{ marginBlockStart: '2.4rem' }}>
          <VoteForm questionId={id} language={language} from={back ?? address(language, 'account')} {...words} ballot={ballot} />
        </div>
      )}
    </div>
  )
}
