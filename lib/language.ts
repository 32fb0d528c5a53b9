/** The languages of the site, the first is the city's own. */
export const languages = ['pl', 'en'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)
