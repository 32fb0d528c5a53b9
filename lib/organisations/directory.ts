import { canonLine } from '../text'
import { districtCodes, type District } from './districts'
import { fieldsOfWork } from './fields-of-work'

/** What somebody looks for in the directory. */
export type DirectoryQuestion = { words: string[]; field: string | null; district: District | null; need: 'seeks' | 'offers' | null }

/** The names in the address: the form's fields. */
export const directoryFields = { words: 'q', field: 'dziedzina', district: 'okreg', need: 'potrzeba' } as const
const needs = { szuka: 'seeks', oferuje: 'offers' } as const
/** What the address calls a need. */
export const needWords = Object.keys(needs) as (keyof typeof needs)[]

export const longestQuestion = 100
const wordsAtMost = 6

/** Reads a question from an address, whatever stands there: what is not known is not asked. */
export function directoryQuestion(sent: Record<string, string | string[] | undefined>): DirectoryQuestion & { typed: string } {
  const first = (name: keyof typeof directoryFields) => [sent[directoryFields[name]]].flat()[0] ?? ''
  const typed = canonLine(first('words').slice(0, longestQuestion))
  return {
    typed,
    words: typed.split(/[\s,;]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, wordsAtMost),
    field: fieldsOfWork.find(({ code }) => code === first('field'))?.code ?? null,
    district: districtCodes.find((code) => code !== 'city' && code === first('district')) ?? null,
    need: Object.hasOwn(needs, first('need')) ? needs[first('need') as keyof typeof needs] : null,
  }
}
