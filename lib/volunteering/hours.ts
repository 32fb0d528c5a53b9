import type { Language } from '../language'

const separators = { pl: ',', en: '.' } satisfies Record<Language, string>

/** Minutes as hours, with at most two decimals: 210 → „3,5”. */
export const sayHours = (minutes: number, language: Language): string => String(Math.round((minutes / 60) * 100) / 100).replace('.', separators[language])
