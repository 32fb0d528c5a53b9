import { sum } from '@/lib/proposals/money'

/** How long nothing is typed before sums are drawn anew, in milliseconds: so that no key stroke waits for them. */
const pause = 250

/** Amounts that make a sum, told one by one as they are typed; whoever shows the sum hears of it once the typing pauses. */
export function makeTotals(initial: readonly (readonly [string, number | null])[]) {
  const amounts = new Map(initial)
  const listeners = new Set<() => void>()
  let total = sum([...amounts.values()])
  let waiting: ReturnType<typeof setTimeout> | undefined
  return {
    tell(key: string, amount: number | null) {
      const was = amounts.get(key) ?? 0
      if (amount === null) amounts.delete(key)
      else amounts.set(key, amount)
      total += (amount ?? 0) - was
      clearTimeout(waiting)
      waiting = setTimeout(() => {
        for (const listener of listeners) listener()
      }, pause)
    },
    of: (key: string) => amounts.get(key) ?? null,
    total: () => total,
    listen(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
export type Totals = ReturnType<typeof makeTotals>
