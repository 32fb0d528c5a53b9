import { Choices } from '@/app/_components/fields'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { modes, type Mode } from '@/lib/proposals/modes'

/** What is submitted: an idea, or the content of one of three applications. Folded where it was chosen already. */
export function ModeChoice({ mode, folded, language }: { mode: Mode; folded?: boolean; language: Language }) {
  const t = translator(language)
  const choices = <Choices name="mode" legend={t('offer.modeLegend')} hint={t('offer.modeHint')} options={modes.map((value) => ({ value, label: t(`offer.mode.${value}.name`), hint: t(`offer.mode.${value}.lead`) }))} />
  if (!folded) return choices
  return (
    <details className="folded">
      <summary>{t('offer.modeChange', { mode: t(`offer.mode.${mode}.name`) })}</summary>
      {choices}
    </details>
  )
}
