import { sayMoment } from '@/lib/dates'
import type { Language } from '@/lib/language'
import { translator, type MessageKey } from '@/lib/messages'
import { bindShortWords } from '@/lib/text'
import type { QuestionShown } from '@/lib/voting/queries'
import type { Choice } from '@/lib/voting/rules'

type Asked = Pick<QuestionShown, 'kind' | 'prompt' | 'choices' | 'labels' | 'most'>

/** What a choice says: the question's own words, or those that every question of its kind has. */
export function labelOf({ kind, choices, labels }: Pick<Asked, 'kind' | 'choices' | 'labels'>, choice: Choice, language: Language): string {
  const t = translator(language)
  if (kind === 'choice') return labels?.[choices.indexOf(choice)] ?? choice
  if (kind === 'score') return t('vote.score', { choice })
  return kind === 'support' ? t('vote.support') : t(`vote.${choice}` as MessageKey)
}

/** What a question's buttons say; made on the server, so that no message catalogue goes to the browser. */
export function voteWords(language: Language, question: Asked) {
  const t = translator(language)
  return {
    legend: question.prompt ? bindShortWords(question.prompt) : t(question.kind === 'support' ? 'vote.questionProposal' : 'vote.question'),
    options: question.choices.map((value) => {
      const label = labelOf(question, value, language)
      return { value, label, chosen: t('vote.chosen', { choice: label }) }
    }),
    most: question.most,
    words: {
      note: question.kind === 'score' ? t('vote.scoreHint') : question.most > 1 ? t('vote.most', { most: question.most }) : '',
      send: t('vote.send'),
      hint: t('vote.hint'),
      withdraw: t('vote.withdraw'),
      withdrawn: t('vote.withdrawn'),
      receipt: t('vote.receipt', { receipt: '{receipt}' }),
      receiptWhy: t('vote.receiptWhy'),
    },
  }
}

/** When a question takes votes, in words. */
export function windowInWords({ state, opensAt, closesAt }: Pick<QuestionShown, 'state' | 'opensAt' | 'closesAt'>, language: Language): string {
  const t = translator(language)
  if (state === 'not-yet') return t('vote.window.from', { from: sayMoment(opensAt, language) })
  if (!closesAt) return t('vote.window.always')
  return t(state === 'closed' ? 'vote.window.over' : 'vote.window.until', { until: sayMoment(closesAt, language) })
}
