import type { Language } from '@/lib/language'
import type { Translate } from '@/lib/messages'
import { districts, type District } from '@/lib/organisations/districts'
import { fieldsOfWork } from '@/lib/organisations/fields-of-work'

/** A district's name; the whole city has one in each language. */
export const sayDistrict = (district: District, t: Translate): string => (district === 'city' ? t('organisation.wholeCity') : districts[district])

/** Fields of work by their codes, in the order of the act; a code that is gone says nothing. */
export const sayFields = (codes: readonly string[], language: Language): string[] => fieldsOfWork.filter(({ code }) => codes.includes(code)).map((field) => field[language])
