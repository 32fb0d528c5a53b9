import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { FreshWords } from './new-comments'

/** A number of each plural form that Polish and English have. */
const examples = { one: 1, few: 2, many: 5, other: 7 } as const

/** What says how many comments have come, in every plural form, for the browser to choose from. */
export function freshWords(language: Language): FreshWords {
  const t = translator(language)
  const forms = Object.fromEntries(Object.entries(examples).map(([form, count]) => [form, t('comment.fresh', { count }).replace(String(count), '#')]))
  return { forms, some: t('comment.freshSome'), show: t('comment.freshShow') }
}
