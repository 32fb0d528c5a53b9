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

/** For readers in which many threads and questions meet: kept for a minute at most, or until a tag is touched. */
export function keepForAMinute(...tags: string[]): void {
  cacheTag(`${stampPrefix}${now()}`, ...tags)
  cacheLife({ stale: 60, revalidate: 60, expire: 3600 })
}
