/** @returns how long a piece of work took, in milliseconds */
export async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** The same, so many times. */
export async function oneByOne(times: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const measured: number[] = []
  for (let turn = 0; turn < times; turn++) measured.push(await took(() => work(turn)))
  return measured
}

export const median = (numbers: readonly number[]) => percentile(numbers, 0.5)

/** The value below which a part (0 to 1) of the numbers lies; NaN where there are none. */
export const percentile = (numbers: readonly number[], part: number) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? NaN
