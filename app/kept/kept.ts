import { cacheLife, cacheTag } from 'next/cache'
import { now, stampPrefix } from '@/lib/tag-clock.mjs'

/**
 * For a kept page's readers, called before they read: what they show is kept until a tag is touched.
 * The instant travels with the page, so that a change that is committed while the page is being made is never missed.
 * @param tags from lib/tags.ts
 */
export function keepUntilTouched(...tags: string[]): void {
  cacheTag(`${stampPrefix}${now()}`, ...tags)
  cacheLife('max')
}

/**
 * For what changes by itself at an instant, such as a vote that opens or closes: kept no longer than until then.
 * @param instants null: it never does
 */
export function keepNoLongerThan(...instants: (Date | null)[]): void {
  const next = Math.min(...instants.map((instant) => instant?.getTime() ?? Infinity))
  if (next === Infinity) return
  const seconds = Math.max(1, Math.ceil((next - Date.now()) / 1000))
  cacheLife({ stale: 60, revalidate: seconds, expire: Math.max(seconds + 1, 301) }) // The shortest of several counts.
}

/** For readers in which many threads and questions meet: kept for a minute at most, or until a tag is touched. */
export function keepForAMinute(...tags: string[]): void {
  cacheTag(`${stampPrefix}${now()}`, ...tags)
  cacheLife({ stale: 60, revalidate: 60, expire: 3600 })
}
