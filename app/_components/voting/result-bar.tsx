import { percentages, type Tally } from '@/lib/voting/rules'

const order = ['for', 'abstain', 'against'] as const

/** A result as a bar; its numbers stand beside it in words, so it says nothing itself. Empty without votes. */
export function ResultBar({ tally, size }: { tally: Tally; size?: 'big' }) {
  const share = percentages(tally)
  return (
    <span className="bar" data-size={size} aria-hidden="true">
      {order.map((choice) => share[choice] > 0 && <i key={choice} className={choice} style={{ flex: `${share[choice]} 0 0` }} />)}
    </span>
  )
}
