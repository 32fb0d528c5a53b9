import type { Language } from '../language'
import { fieldsOfWork, fieldsOfWorkOn } from '../organisations/fields-of-work'

/** Codes of the kinds of public tasks that an offer may choose on a day (yyyy-mm-dd): the points of art. 4 ust. 1 u.d.p.p. */
export const taskKindsOn = (day: string): readonly string[] => fieldsOfWorkOn(day).map(({ code }) => code)

/** A kind of public task in words with its point; what was written before there was a list stays as it was written. */
export function sayTaskKind(kind: string, language: Language): string {
  const field = fieldsOfWork.find(({ code }) => code === kind)
  if (!field) return kind
  return language === 'pl' ? `${field.pl} (art. 4 ust. 1 pkt ${field.code})` : `${field.en} (art. 4(1)(${field.code}))`
}
