import type { Language } from '@/lib/language'
import { fieldsOfWork } from '@/lib/organisations/fields-of-work'

/** A field of work by its code, in words. */
export const sayField = (code: string, language: Language): string => fieldsOfWork.find((field) => field.code === code)?.[language] ?? code
