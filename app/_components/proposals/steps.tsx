import { address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { stepsOf, type Mode, type Step } from '@/lib/proposals/modes'

/** The steps of a mode's form, and which one this is. */
export function Steps({ id, mode, current, language }: { id: string; mode: Mode; current: Step; language: Language }) {
  const t = translator(language)
  return (
    <nav aria-label={t('proposal.steps')}>
      <ol className="steps">
        {stepsOf(mode).map((step, place) => (
          <li key={step}>
            <a href={address(language, 'draftStep', { id, step: String(place + 1) })} aria-current={step === current ? 'step' : undefined}>{t(`offer.step.${step}`)}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
