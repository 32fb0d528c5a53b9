import { translator } from '@/lib/messages'
import type { Language } from '@/lib/language'
import { percentages, type QuestionKind, type Tally } from '@/lib/voting/rules'
import { ResultBar } from './result-bar'
import { VoteForm } from './vote-form'
import { voteWords } from './words'

type Props = { questionId: string; kind: QuestionKind; open: boolean; tally: Tally; language: Language; from: string }

/** A question: the buttons that send at once, one's own vote in words, and the result drawn and in numbers. */
export function Vote({ questionId, kind, open, tally, language, from }: Props) {
  const t = translator(language)
  return (
    <section className="vote" aria-label={t('vote.result')}>
      {open ? (
        <VoteForm questionId={questionId} language={language} from={from} {...voteWords(language, kind)} />
      ) : (
        <h2>{t('vote.closed')}</h2>
      )}
      <div className="result">
        <p>{t(kind === 'support' ? 'vote.supporters' : 'vote.summary', { total: tally.total })}</p>
        {kind === 'opinion' && tally.total > 0 && <Result tally={tally} language={language} />}
        <p className="meta">{t('vote.advisory')}</p>
      </div>
    </section>
  )
}

function Result({ tally, language }: { tally: Tally; language: Language }) {
  const t = translator(language)
  const share = percentages(tally)
  return (
    <>
      <ResultBar tally={tally} size="big" />
      <table>
        <caption className="visually-hidden">{t('vote.result')}</caption>
        <thead>
          <tr><th scope="col">{t('vote.choice')}</th><th scope="col">{t('vote.count')}</th><th scope="col">{t('vote.share')}</th></tr>
        </thead>
        <tbody>
          {(['for', 'abstain', 'against'] as const).map((choice) => (
            <tr key={choice}>
              <th scope="row"><i className={`swatch ${choice}`} aria-hidden="true" />{t(`vote.${choice}`)}</th>
              <td>{tally[choice]}</td>
              <td>{share[choice]}%</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
