import { withQuery, type Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { brokenRules, type BrokenRule } from '@/lib/moderation/rules'
import { capital } from '../grounds'
import type { Template } from './templates'

const keys = ['keep', ...brokenRules] as const
export type TemplateKey = (typeof keys)[number]
export const templateKey = (sent: unknown): TemplateKey | undefined => keys.find((key) => key === sent)

/** Reasons to start from: to keep a comment, and one for each rule that can be broken. */
export function templatesFor(language: Language, page: Address): Template[] {
  const t = translator(language)
  return keys.map((key) => ({
    key,
    label: key === 'keep' ? t('moderation.case.keep') : capital(t(`ground.${key as BrokenRule}`)),
    kind: key === 'keep' ? 'keep' : 'hide',
    ground: key === 'keep' ? '' : key,
    sentence: t(`desk.template.${key}`),
    href: `${withQuery(page, { wzor: key })}#decyzja`,
  }))
}
