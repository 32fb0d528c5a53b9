import { freshSince, now } from './tag-clock.mjs'

const memory = new Map<string, { since: number; value: Promise<unknown> }>()

/**
 * What was read before, as long as no tag of it has been touched: for what changes rarely and is read at every render,
 * such as a task's place in the strategy. What is not there (null) is not remembered, so nobody can fill the memory.
 * @param name of what is read, unique in the process
 */
export async function remembered<Value>(name: string, tags: readonly string[], read: () => Promise<Value>): Promise<Value> {
  const known = memory.get(name)
  if (known && freshSince(tags, known.since)) return known.value as Promise<Value>
  const since = now()
  const value = read()
  memory.set(name, { since, value })
  const forget = () => memory.get(name)?.value === value && memory.delete(name)
  value.then((found) => found ?? forget(), forget)
  return value
}
