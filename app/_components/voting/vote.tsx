import { address, withQuery } from '@/lib/addresses'
import { translator } from '@/lib/messages'
import type { Language } from '@/lib/language'
import type { QuestionShown } from '@/lib/voting/queries'
import type { Count } from '@/lib/voting/rules'
import { ResultTable } from './result-table'
import { VoteForm } from './vote-form'
import { voteWords, windowInWords } from './words'
import { ClauseNote } from '../privacy/clause-note'

type Props = { question: QuestionShown; tally: Count | null; language: Language; from: string }

/** A question: the buttons that send at once, one's own vote in words, and the result, where it may be known, drawn and in numbers. */
export function Vote({ question, tally, language, from }: Props) {
  const t = translator(language)
  return (
    <section className="vote" aria-label={question.prompt ?? t('vote.result')}>
      {question.state === 'open' ? (
        <>
          <VoteForm questionId={question.id} language={language} from={from} {...voteWords(language, question)} />
          <ClauseNote about="ballot" language={language} />
        </>
      ) : (
        <h2>{question.prompt ?? t(question.state === 'closed' ? 'vote.closed' : 'vote.question')}</h2>
      )}
      <div className="result">
        {tally ? (
          <>
            <p>{t(question.kind === 'support' ? 'vote.supporters' : 'vote.summary', { total: tally.total })}</p>
            {question.kind !== 'support' && tally.total > 0 && <ResultTable question={question} tally={tally} language={language} />}
          </>
        ) : (
          <p>
            {t(`vote.shown.${question.shown}`)}{' '}
            {question.shown === 'after-vote' && <a href={withQuery(address(language, 'myBallot', { question: question.id }), { powrot: from })}>{t('vote.seeAfterVote')}</a>}
          </p>
        )}
        {(question.closesAt || question.state === 'not-yet') && <p className="meta">{windowInWords(question, language)}</p>}
        {question.voters === 'verified' && <p className="meta">{t('vote.voters.verified')}</p>}
        <p className="meta">{t('vote.advisory')} <a href={address(language, 'question', { question: question.id })}>{t('vote.details')}</a></p>
      </div>
    </section>
  )
}
