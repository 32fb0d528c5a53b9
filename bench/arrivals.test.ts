import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { arriving } from './arrivals'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const wait = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms))
async function arrivingIn(seconds: number, work: (turn: number) => Promise<unknown>) {
  const [arrived] = await Promise.all([arriving({ perSecond: 50, seconds }, work), vi.runAllTimersAsync()])
  return arrived
}

test('work arrives by the clock, though none of it is done yet', async () => {
  const at: number[] = []
  const arrived = await arrivingIn(1, () => (at.push(performance.now()), wait(3000)))
  expect(at.map((time) => Math.round(time - at[0]!))).toEqual(Array.from({ length: 50 }, (_, turn) => turn * 20))
  expect(arrived).toMatchObject({ perSecond: 0, tooMuch: true, failed: 0 })
})

test('what is done in time reaches the rate, though some is still under way at the end', async () => {
  const arrived = await arrivingIn(10, () => wait(100))
  expect(arrived).toMatchObject({ tooMuch: false, failed: 0 })
  expect(arrived.perSecond).toBeCloseTo(49.6)
  expect(arrived.p50).toBeCloseTo(100)
})

test('one piece after the other is too slow for the rate, and waiting in the queue counts', async () => {
  let queue = Promise.resolve()
  const arrived = await arrivingIn(2, () => (queue = queue.then(() => wait(40))))
  expect(arrived).toMatchObject({ tooMuch: true, perSecond: 25 })
  expect(arrived.p99).toBeGreaterThan(1900)
})

test('what fails was not taken', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const arrived = await arrivingIn(1, async (turn) => {
    if (turn === 7) throw new Error('This one is refused.')
  })
  expect(arrived).toMatchObject({ tooMuch: true, failed: 1, perSecond: 49 })
  expect(warned).toHaveBeenCalledWith('This one is refused.')
})
