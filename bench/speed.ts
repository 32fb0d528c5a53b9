import { effort, type Bounds } from './size'
import { median, percentile, took } from './timing'

/** Work done a second, and how long a single piece of it took, in milliseconds. */
export type Speed = { rps: number; p50: number; p99: number }
/** One request or transaction; it fails by throwing. */
export type Work = () => Promise<unknown>
export type Compared = { ours: Speed; bare: Speed }

/** Does a piece of work over and over, on several connections at once. */
async function speedOf(work: Work, { seconds, requests }: Bounds): Promise<Speed> {
  const times: number[] = []
  const began = performance.now()
  let left = requests
  const connection = async () => {
    while (left-- > 0 && performance.now() < began + seconds * 1000) times.push(await took(work))
  }
  await Promise.all(Array.from({ length: effort.connections }, connection))
  return { rps: (times.length * 1000) / (performance.now() - began), p50: median(times), p99: percentile(times, 0.99) }
}

/** By turns, after a warm-up of both, since a machine's mood changes; then the median of the rounds. */
export async function compare({ bare, ours }: { bare: Work; ours: Work }, bounds: Bounds): Promise<Compared> {
  const rounds: Compared[] = []
  for (let round = 0; round <= effort.rounds; round++) rounds.push({ bare: await speedOf(bare, bounds), ours: await speedOf(ours, bounds) })
  const counted = rounds.slice(1)
  return { bare: medianOf(counted.map(({ bare }) => bare)), ours: medianOf(counted.map(({ ours }) => ours)) }
}

const medianOf = (speeds: Speed[]): Speed => ({
  rps: median(speeds.map(({ rps }) => rps)),
  p50: median(speeds.map(({ p50 }) => p50)),
  p99: median(speeds.map(({ p99 }) => p99)),
})
