import { percentages, type Choice, type Count } from '@/lib/voting/rules'

const opinions = ['for', 'abstain', 'against']

/** Choices in the order in which a bar reads: an opinion from for to against, all else as it was asked. */
export const drawnOrder = (choices: readonly Choice[]): Choice[] =>
  choices.length === opinions.length && opinions.every((choice) => choices.includes(choice)) ? opinions : [...choices]

/** What a part of a bar and its swatch look like. */
export const shadeOf = (choice: Choice, place: number): string => (opinions.includes(choice) ? choice : `shade-${(place % 5) + 1}`)

/** A result as a bar; its numbers stand beside it in words, so it says nothing itself. Empty without votes. */
export function ResultBar({ tally, size }: { tally: Count; size?: 'big' }) {
  const order = drawnOrder(Object.keys(tally.choices))
  const share = percentages(tally, order)
  return (
    <span className="bar" data-size={size} aria-hidden="true">
      {order.map((choice, place) => share[choice]! > 0 && <i key={choice} className={shadeOf(choice, place)} style={{ flex: `${share[choice]} 0 0` }} />)}
    </span>
  )
}
