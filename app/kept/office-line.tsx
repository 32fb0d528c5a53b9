import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import type { office } from './office'

/** Something the operator has told about the office, or plainly that it is missing. */
export function OfficeLine({ value, language }: { value: (typeof office)[keyof typeof office]; language: Language }) {
  return value ?? <em className="quiet">[{translator(language)('page.missing')}]</em>
}
