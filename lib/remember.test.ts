import { expect, test, vi } from 'vitest'
import { remembered } from './remember'
import { touch } from './tag-clock.mjs'

const tagged = () => `test:${crypto.randomUUID()}`

test('reads once until a tag is touched', async () => {
  const [name, tag] = [tagged(), tagged()]
  let times = 0
  const read = async () => ++times
  expect([await remembered(name, [tag], read), await remembered(name, [tag], read)]).toEqual([1, 1])
  touch([tag])
  expect(await remembered(name, [tag], read)).toBe(2)
})

test('what changes while it is being read is read again', async () => {
  const [name, tag] = [tagged(), tagged()]
  let answer!: (value: string) => void
  const slow = remembered(name, [tag], () => new Promise<string>((resolve) => (answer = resolve)))
  touch([tag])
  answer('old')
  expect(await slow).toBe('old')
  expect(await remembered(name, [tag], async () => 'new')).toBe('new')
})

test('neither what is not there nor what failed is remembered', async () => {
  const [name, tag] = [tagged(), tagged()]
  const read = vi.fn<() => Promise<string | null>>(async () => null)
  await remembered(name, [tag], read)
  await remembered(name, [tag], read)
  await expect(remembered(name, [tag], () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await remembered(name, [tag], async () => 'there')).toBe('there')
  expect(read).toHaveBeenCalledTimes(2)
})
