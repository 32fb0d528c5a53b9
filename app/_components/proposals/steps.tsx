import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { steps, type Step } from '@/lib/proposals/draft'

/** The steps of the form, and which one this is. */
export function Steps({ id, current, language }: { id: string; current: Step; language: Language }) {
  const t = translator(language)
  return (
    <nav aria-label={t('proposal.steps')}>
      <ol className="steps">
        {steps.map((step, place) => (
          <li key={step}>
            <a href={address(language, 'draftStep', { id, step: String(place + 1) })} aria-current={step === current ? 'step' : undefined}>{t(`proposal.step.${step}`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
