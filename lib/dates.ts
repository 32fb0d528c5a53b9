import type { Language } from './language'

const zone = 'Europe/Warsaw'
const locales = { pl: 'pl-PL', en: 'en-GB' } satisfies Record<Language, string>

/** Making a format costs a hundred times what using it does, so each is made once. */
const once = <Format>(make: (locale: string) => Format) => {
  const made = new Map<Language, Format>()
  return (language: Language): Format => {
    if (!made.has(language)) made.set(language, make(locales[language]))
    return made.get(language)!
  }
}
const days = once((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone }))
const hours = once((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }))
const money = once((locale) => new Intl.NumberFormat(locale, { style: 'currency', currency: 'PLN' }))
const months = once((locale) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }))

/** A day in words, „22 listopada 2026”. Kept pages know no clock, so dates are absolute. */
export const sayDay = (date: Date, language: Language) => days(language).format(date)

/** A day given as `2026-11-22` in words. */
export const sayDate = (day: string, language: Language) => sayDay(new Date(`${day}T12:00:00Z`), language)

/** A day and an hour, „22 listopada 2026, 14:30”. */
export const sayMoment = (date: Date, language: Language) => `${sayDay(date, language)}, ${hours(language).format(date)}`

/** An hour of today, „14:30”. */
export const sayTime = (date: Date, language: Language) => hours(language).format(date)

/** Grosze as money, „12 500,00 zł”. */
export const sayMoney = (grosze: number, language: Language) => money(language).format(grosze / 100)

/** A month given as `2026-11` in words, „listopad 2026”. */
export const sayMonth = (month: string, language: Language) => months(language).format(new Date(`${month}-01T00:00:00Z`))
