import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { brokenRules } from '@/lib/moderation/rules'

/** The rules that can be broken, to choose from: each in words, with a line that explains it. */
export function ruleOptions(language: Language): { value: string; label: string; hint: string }[] {
  const t = translator(language)
  return brokenRules.map((rule) => ({ value: rule, label: capital(t(`ground.${rule}`)), hint: t(`moderation.rule.${rule}`) }))
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
