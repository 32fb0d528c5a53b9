import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { choicesOf, type Choice, type QuestionKind } from '@/lib/voting/rules'

/** What a question's buttons say; made on the server, so that no message catalogue goes to the browser. */
export function voteWords(language: Language, kind: QuestionKind) {
  const t = translator(language)
  const label = (choice: Choice) => (kind === 'support' ? t('vote.support') : t(`vote.${choice}`))
  return {
    legend: t(kind === 'support' ? 'vote.questionProposal' : 'vote.question'),
    options: choicesOf[kind].map((value) => ({ value, label: label(value), chosen: t('vote.chosen', { choice: label(value) }) })),
    words: { hint: t('vote.hint'), withdraw: t('vote.withdraw'), withdrawn: t('vote.withdrawn'), failed: t('vote.failed') },
  }
}
