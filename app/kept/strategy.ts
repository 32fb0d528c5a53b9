import { keepForAMinute } from './kept'
import type { Language } from '@/lib/language'
import { getStrategy } from '@/lib/strategy/queries'
import { tag } from '@/lib/tags'

/** The strategy with its voices, for pages on which many threads and questions meet: at most a minute old. */
export async function keptStrategy(language: Language) {
  'use cache'
  keepForAMinute(tag.strategy)
  return getStrategy(null, language)
}
