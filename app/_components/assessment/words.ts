import type { Language } from '@/lib/language'
import type { CriterionSaid } from '@/lib/assessment/standing'

/** What a criterion is called, and in which language that is: its translation where there is one, else as adopted. */
export const inWords = (criterion: Pick<CriterionSaid, 'name' | 'hint' | 'nameEn' | 'hintEn'>, language: Language) =>
  language === 'en' && criterion.nameEn
    ? { name: criterion.nameEn, hint: criterion.hintEn ?? criterion.hint, lang: undefined }
    : { name: criterion.name, hint: criterion.hint, lang: language === 'pl' ? undefined : ('pl' as const) }

const numbers = { pl: new Intl.NumberFormat('pl-PL', { maximumFractionDigits: 2 }), en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }) }
/** Points, „72,5”. */
export const sayPoints = (points: number, language: Language) => numbers[language].format(points)

/** A department by its name in the page's language. */
export const departmentIn = (language: Language, { department, departmentEn }: { department: string; departmentEn: string | null }) => (language === 'en' && departmentEn) || department
