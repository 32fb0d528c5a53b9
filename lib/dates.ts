import type { Language } from './language'

const zone = 'Europe/Warsaw'
const locales = { pl: 'pl-PL', en: 'en-GB' } satisfies Record<Language, string>

/** A day in words, „22 listopada 2026”. Kept pages know no clock, so dates are absolute. */
export const sayDay = (date: Date, language: Language) => new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: zone }).format(date)

/** A day and an hour, „22 listopada 2026, 14:30”. */
export const sayMoment = (date: Date, language: Language) =>
  `${sayDay(date, language)}, ${new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: zone }).format(date)}`

/** Grosze as money, „12 500,00 zł”. */
export const sayMoney = (grosze: number, language: Language) =>
  new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'PLN' }).format(grosze / 100)

/** A month given as `2026-11` in words, „listopad 2026”. */
export const sayMonth = (month: string, language: Language) =>
  new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
