import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { VoteForm } from '@/app/_components/voting/vote-form'
import { voteWords } from '@/app/_components/voting/words'
import { nothingHere } from '@/app/fresh/nothing-here'
import { currentViewer } from '@/lib/accounts/session'
import { address, ownAddress, withQuery } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { getOwnChoice, getQuestion } from '@/lib/voting/queries'

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
  const choice = await getOwnChoice(viewer, id)
  const t = translator(language)
  const { legend, options, words } = voteWords(language, question.kind)
  return (
    <div className="wrap page narrow">
      <h1>{t(choice ? 'vote.recordedTitle' : 'vote.withdrawnTitle')}</h1>
      <p className="lead">{choice ? options.find(({ value }) => value === choice)?.chosen : t('vote.none')}</p>
      <p>{t('vote.change')}</p>
      {back && <p className="acts"><a className="ds-button" href={back}>{t('vote.backToTask')}</a></p>}
      {question.open && (
        <div className="vote" style={{ marginBlockStart: '2.4rem' }}>
          <VoteForm questionId={id} language={language} from={back ?? address(language, 'account')} legend={legend} options={options} words={words} choice={choice} />
        </div>
      )}
    </div>
  )
}
