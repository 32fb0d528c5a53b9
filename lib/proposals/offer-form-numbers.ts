import type { Language } from '../language'

const locales = { pl: 'pl-PL', en: 'en-GB' } satisfies Record<Language, string>

/** Grosze as the form's columns in PLN want them, „12 500,00”. */
export const sayAmount = (grosze: number, language: Language): string => new Intl.NumberFormat(locales[language], { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: 'always' }).format(grosze / 100)

/** Thousandths as a number, „2,5”. */
export const sayQuantity = (thousandths: number, language: Language): string => new Intl.NumberFormat(locales[language], { maximumFractionDigits: 3, useGrouping: 'always' }).format(thousandths / 1000)
