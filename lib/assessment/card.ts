import type { Objection } from '../policy'
import { canonText, graphemes } from '../text'

/** A line of a card as typed: which criterion, how many points, why. */
export type TypedLine = { criterion: string; points: string; reason: string }
export type TypedCard = readonly TypedLine[]

/** What a card is read by. `most`: the points it may give; `weight`: how many times they count. */
export type Criterion = { id: string; most: number; weight: number }
export type Line = { criterionId: string; points: number; reason: string }

export const reasonLength = 2000

type Reason = NonNullable<Objection>
type Read = { lines: Line[]; problems: null } | { lines: null; problems: Record<string, Reason[]> }

/**
 * Reads a card that is to be handed in: for each criterion whole points from 0 to its most, and a reason.
 * @param typed in any order; lines of foreign criteria are left out
 * @returns the lines in the order of the criteria, or what is missing, by field (`lines.0.points`, as the form counts them)
 */
export function readCard(typed: TypedCard, criteria: readonly Criterion[]): Read {
  const problems: Record<string, Reason[]> = {}
  const lines = criteria.map(({ id, most }, place): Line => {
    const line = typed.find(({ criterion }) => criterion === id)
    const points = (line?.points ?? '').trim()
    const reason = canonText(line?.reason ?? '')
    if (!points) problems[`lines.${place}.points`] = [{ key: 'assessment.problem.noPoints', values: { place: place + 1 } }]
    else if (!/^\d{1,3}$/.test(points) || Number(points) > most) problems[`lines.${place}.points`] = [{ key: 'assessment.problem.points', values: { place: place + 1, most } }]
    if (!reason) problems[`lines.${place}.reason`] = [{ key: 'assessment.problem.noReason', values: { place: place + 1 } }]
    else if (graphemes(reason) > reasonLength) problems[`lines.${place}.reason`] = [{ key: 'assessment.problem.longReason', values: { place: place + 1, max: reasonLength } }]
    return { criterionId: id, points: Number(points), reason }
  })
  return Object.keys(problems).length ? { lines: null, problems } : { lines, problems: null }
}

/** Points that a card gives, each as often as its criterion counts. */
export const scoreOf = (lines: readonly { criterionId: string; points: number }[], criteria: readonly Criterion[]): number =>
  lines.reduce((sum, { criterionId, points }) => sum + points * (criteria.find(({ id }) => id === criterionId)?.weight ?? 0), 0)

/** All the points there are. */
export const mostOf = (criteria: readonly Criterion[]): number => criteria.reduce((sum, { most, weight }) => sum + most * weight, 0)

/** Whether two scores differ by more than the share of all points that is allowed, so that a third card is needed. */
export const areApart = (a: number, b: number, most: number, apartPercent: number): boolean => Math.abs(a - b) * 100 > apartPercent * most

/**
 * Which cards the result is made of: both of two; of three the two closest, and all three where the middle one is as far
 * from the one as from the other.
 * @param scores of two or three cards
 * @returns their places in `scores`, in order
 */
export function countedOf(scores: readonly number[]): number[] {
  const all = scores.map((_, place) => place)
  if (scores.length < 3) return all
  const [low, middle, high] = all.toSorted((a, b) => scores[a]! - scores[b]!) as [number, number, number]
  const [below, above] = [scores[middle]! - scores[low]!, scores[high]! - scores[middle]!]
  return below === above ? all : (below < above ? [low, middle] : [middle, high]).toSorted()
}

export type Result = {
  /** What is still wanted before there is a result. */
  wants: 'cards' | 'third' | null
  scores: number[]
  most: number
  /** Places of the cards that count. */
  counted: number[]
  /** The mean of those, or null while something is wanted. */
  total: number | null
}

/** What comes of the cards that were handed in, in the order of their places. */
export function resultOf(cards: readonly (readonly { criterionId: string; points: number }[])[], criteria: readonly Criterion[], apartPercent: number): Result {
  const most = mostOf(criteria)
  const scores = cards.map((lines) => scoreOf(lines, criteria))
  const wants = scores.length < 2 ? 'cards' : scores.length === 2 && areApart(scores[0]!, scores[1]!, most, apartPercent) ? 'third' : null
  if (wants) return { wants, scores, most, counted: [], total: null }
  const counted = countedOf(scores)
  return { wants, scores, most, counted, total: counted.reduce((sum, place) => sum + scores[place]!, 0) / counted.length }
}
