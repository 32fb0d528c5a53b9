import { sayDay, sayMoment } from '@/lib/dates'
import { cityTime } from '@/lib/city-time'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { districts, type District } from '@/lib/organisations/districts'

/** The name of a district; „cały Toruń” for all of them. */
export const sayDistrict = (district: District, language: Language) => (district === 'city' ? translator(language)('organisation.wholeCity') : districts[district])

/** A shift's time in words: „3 grudnia 2026, 09:00–12:30”; with both days where it goes over midnight. */
export function sayShift({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, language: Language): string {
  const sameDay = sayDay(startsAt, language) === sayDay(endsAt, language)
  return `${sayMoment(startsAt, language)}–${sameDay ? cityTime(endsAt).slice(11) : sayMoment(endsAt, language)}`
}
