import { address, withQuery, type Address } from '../addresses'
import type { Language } from '../language'

/** What the organisers' page says was done. */
export const done = ['opened', 'changed', 'closed', 'shiftAdded', 'shiftChanged', 'shiftCancelled', 'written', 'removed', 'noted'] as const
export type Done = (typeof done)[number]

/** The organisers' page of a call, saying what was done. */
export const toSaid = (language: Language, call: string, what: Done): Address => withQuery(address(language, 'volunteers', { call }), { zrobiono: what })
