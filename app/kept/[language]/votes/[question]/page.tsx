import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { InvalidatedVotes } from '@/app/_components/integrity/invalidated-votes'
import { pageMetadata } from '@/app/_components/site/metadata'
import { ViewerProvider } from '@/app/_components/site/viewer'
import { ownerOf } from '@/app/_components/voting/owner'
import { Results } from '@/app/_components/voting/results'
import { VoteForm } from '@/app/_components/voting/vote-form'
import { voteWords, windowInWords } from '@/app/_components/voting/words'
import { languageIn } from '@/app/kept/language'
import { keepNoLongerThan, keepUntilTouched } from '@/app/kept/kept'
import { address, withQuery } from '@/lib/addresses'
import { isUuid } from '@/lib/ids'
import { listBallotDecisions } from '@/lib/integrity/queries/decisions'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { tag } from '@/lib/tags'
import { getQuestion, getResults } from '@/lib/voting/queries'
import { nextChangeOf } from '@/lib/voting/rules'
import { ClauseNote } from '@/app/_components/privacy/clause-note'

type Props = { params: Promise<{ language: Language; question: string }> }

export const generateStaticParams = () => [{ question: '__build__' }]

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language, question: id } = await params
  const shown = isUuid(id) ? await keptQuestion(language, id) : null
  return shown ? pageMetadata(language, 'question', () => shown.asked, { question: id }, { robots: { index: false } }) : {}
}

/** One question: what is asked and by what rules, the vote, and everything that may be known of its result. */
export default async function Question({ params }: Props) {
  const language = await languageIn(params)
  const { question: id } = await params
  const shown = isUuid(id) ? await keptQuestion(language, id) : null
  if (!shown) notFound()
  const { question, results, decisions, owner, asked } = shown
  const t = translator(language)
  const here = address(language, 'question', { question: id })
  return (
    <ViewerProvider questions={[id]}>
      <div className="wrap page narrow-page">
        {owner && (
          <nav className="crumbs" aria-label={t('site.breadcrumb')}>
            <ol><li><a href={owner.address} lang={owner.lang}>{owner.title}</a></li></ol>
          </nav>
        )}
        <h1 className="long" style={{ marginBlock: '1rem' }}>{asked}</h1>
        <p>
          {windowInWords(question, language)} {t(`vote.${question.state === 'closed' ? 'votersThen' : 'voters'}.${question.voters}`)} {question.state !== 'closed' && t(`vote.shown.${question.shown}`)}
        </p>
        {question.state === 'open' && <section className="vote asked-above"><VoteForm questionId={id} language={language} from={here} {...voteWords(language, question)} /><ClauseNote about="ballot" language={language} /></section>}
        <h2 style={{ marginBlockStart: '2.4rem' }}>{t('vote.result')}</h2>
        {results ? (
          <>
            <Results question={question} results={results} language={language} />
            <p><a href={`/api/v1/questions/${id}/results?format=csv`}>{t('vote.csv')}</a></p>
          </>
        ) : (
          <p className="empty">
            {t(question.shown === 'after-vote' ? 'vote.notShownBeforeVote' : 'vote.notShownYet')}{' '}
            {question.shown === 'after-vote' && <a href={withQuery(address(language, 'myBallot', { question: id }), { powrot: here })}>{t('vote.seeAfterVote')}</a>}
          </p>
        )}
        <InvalidatedVotes {...{ question, results, decisions, language }} />
        <p className="meta">{t('vote.advisory')}</p>
        <h2 style={{ marginBlockStart: '2.4rem' }}>{t('vote.receipts')}</h2>
        {question.state === 'closed' ? (
          <p>{t('vote.receiptsHint')} <a href={address(language, 'receipts', { question: id })}>{t('vote.checkReceipt')}</a></p>
        ) : (
          <p>{t('vote.receiptsLater')}</p>
        )}
      </div>
    </ViewerProvider>
  )
}

/** All that the page shows, kept until a vote changes it, or it opens or closes. */
async function keptQuestion(language: Language, id: string) {
  'use cache'
  keepUntilTouched(tag.question(id), tag.strategy, tag.proposals)
  const question = await getQuestion(null, id)
  if (!question) return null
  keepNoLongerThan(nextChangeOf(question))
  const [results, decisions, owner] = await Promise.all([getResults(null, id), listBallotDecisions(null, id), ownerOf(language, id)])
  return { question, results, decisions, owner, asked: voteWords(language, question).legend }
}
