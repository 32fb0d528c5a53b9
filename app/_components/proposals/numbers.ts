import type { Language } from '@/lib/language'

export { sayMoney } from '@/lib/dates'

/** Thousandths as a number, „2,5”. */
export const sayNumber = (thousandths: number, language: Language): string =>
  new Intl.NumberFormat(language === 'pl' ? 'pl-PL' : 'en-GB', { maximumFractionDigits: 3 }).format(thousandths / 1000)
