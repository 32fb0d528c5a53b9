import { percentile } from './timing'

/** What became of work that arrives by the clock. */
export type Arrived = {
  /** Done a second within the time: what the server really took. */
  perSecond: number
  /** Not enough was done for the rate that was asked for: it queued up, or failed. */
  tooMuch: boolean
  failed: number
  /** From the moment a piece of work was due until it was done, in milliseconds. */
  p50: number
  p99: number
}

/** What may still be under way when the time is over, as a part of all. */
const underWay = 0.05

/**
 * An open loop: work arrives by the clock, whether the earlier work is done or not, as visitors do who know nothing of
 * each other. Comes back when all of it has ended.
 */
export async function arriving({ perSecond, seconds }: { perSecond: number; seconds: number }, work: (turn: number) => Promise<unknown>): Promise<Arrived> {
  const began = performance.now()
  const over = began + seconds * 1000
  const times: number[] = []
  let [inTime, failed] = [0, 0]
  const arrive = async (turn: number, due: number) => {
    try {
      await work(turn)
    } catch (error) {
      if (!failed++) console.warn((error as Error).message)
      return
    }
    const done = performance.now()
    times.push(done - due)
    if (done <= over) inTime++
  }
  const arrived: Promise<void>[] = []
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const due = began + (turn * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    arrived.push(arrive(turn, due))
  }
  await Promise.all(arrived)
  return { perSecond: inTime / seconds, tooMuch: failed > 0 || inTime < perSecond * seconds * (1 - underWay), failed, p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}
