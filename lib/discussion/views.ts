import { isUuid } from '../ids'
import { stances, type Stance } from './rules'

/** In which order a conversation is read. */
export const orders = ['newest', 'oldest', 'agreed', 'debated', 'questions'] as const
export type Order = (typeof orders)[number]
/** Whose voices only: those of the office, of organisations. */
export const speakers = ['office', 'organisations'] as const
export type SpeakersOnly = (typeof speakers)[number]

/** What of a conversation is shown. With a stance, speakers or words, answers stand by themselves; `questions` are those that the office has not answered. */
export type View = { order: Order; stance?: Stance; who?: SpeakersOnly; words?: string }

/** Only the branches, with their answers below them. */
export const isWhole = ({ order, stance, who, words }: View) => order !== 'questions' && !stance && !who && !words

/** The query of a page's address for a view: what it says is left out where it goes without saying. */
export const queryNames = { order: 'kolejnosc', stance: 'stanowisko', who: 'kto', words: 'szukaj', after: 'od', before: 'do' } as const
export const queryOf = ({ order, stance, who, words }: View, { after, before }: Turned<string> = {}): Record<string, string | undefined> => ({
  [queryNames.order]: order === 'newest' ? undefined : order,
  [queryNames.stance]: stance,
  [queryNames.who]: who,
  [queryNames.words]: words,
  [queryNames.after]: after,
  [queryNames.before]: before,
})

const wordsAtMost = 100

/** Reads it back; whatever is not known counts as not said, and of what is said twice the first counts (security.md A17). */
export function viewOf(query: Record<string, string | string[] | undefined>): { view: View; turned: Turned } {
  const said = (name: keyof typeof queryNames) => [query[queryNames[name]]].flat()[0]
  const one = <Known extends string>(known: readonly Known[], name: keyof typeof queryNames) => known.find((value) => value === said(name))
  const words = said('words')?.trim().slice(0, wordsAtMost)
  return { view: { order: one(orders, 'order') ?? 'newest', stance: one(stances, 'stance'), who: one(speakers, 'who'), words: words || undefined }, turned: { after: readCursor(said('after')), before: readCursor(said('before')) } }
}

/** A comment of this key, which stood there by this number. */
export type Cursor = { number: number; id: string }
/** Which page of a conversation: the one that begins after a comment, or the one that ends before it; of neither the first. */
export type Turned<Written = Cursor> = { after?: Written; before?: Written }
export const writeCursor = ({ number, id }: Cursor): string => `${number}_${id}`

/** @returns undefined for what is no cursor of ours */
export function readCursor(written: string | undefined): Cursor | undefined {
  const [, number, id] = /^(\d{1,9})_(.{36})$/.exec(written ?? '') ?? []
  return number !== undefined && isUuid(id) ? { number: Number(number), id: id.toLowerCase() } : undefined
}
