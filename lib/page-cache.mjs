// Next's cache handler for pages: in memory, told by PostgreSQL what has changed (DECISIONS.md, "One page cache").
import { asking } from './kept-answers.mjs'
import { freshSince, listen, now, stampPrefix, touch } from './tag-clock.mjs'

const room = Number(process.env.PAGE_CACHE_MB ?? 64) * 1024 * 1024
const store = (globalThis[Symbol.for('glos.pages')] ??= { pages: new Map(), bytes: 0 })

if (process.env.NEXT_PHASE !== 'phase-production-build') {
  void listen(process.env.DATABASE_URL).catch((error) => {
    console.error('The page cache cannot hear the database; stopping, since pages would grow old.', error)
    process.exit(1)
  })
}

export default class PageCache {
  async get(key) {
    const page = store.pages.get(key)
    if (page && now() < page.until && freshSince(page.tags, page.renderedSince)) {
      // Counted as used last, so that what is dropped first is what nobody reads.
      store.pages.delete(key)
      store.pages.set(key, page)
      tell(page)
      return { lastModified: page.renderedSince, value: page.value }
    }
    if (page) drop(key, page)
    return null
  }

  async set(key, value, context) {
    // What was not found is shown but not kept: random addresses must not fill the memory.
    if (!value || value.status === 404) return
    const { tags, renderedSince } = tagsOf(value)
    const seconds = context?.cacheControl?.revalidate
    const until = typeof seconds === 'number' && seconds > 0 ? renderedSince + seconds * 1000 : Infinity
    const page = { value, tags, renderedSince, until, bytes: sizeOf(value) }
    tell(page)
    if (!freshSince(tags, renderedSince)) return
    const old = store.pages.get(key)
    if (old) drop(key, old)
    store.pages.set(key, page)
    store.bytes += page.bytes
    for (const [oldest, page] of store.pages) {
      if (store.bytes <= room) break
      drop(oldest, page)
    }
  }

  async revalidateTag(tags) {
    touch([tags].flat())
  }

  resetRequestCache() {}
}

/** Tells kept-answers.mjs which page is the answer. */
function tell(page) {
  const asked = asking.getStore()
  if (asked) asked.page = page
}

function drop(key, page) {
  page.dropped = true
  store.pages.delete(key)
  store.bytes -= page.bytes
}

/**
 * A page's tags, and since when what it shows has been read: told by the page itself (app/kept/kept.ts), since several
 * renders of one page may overlap. A page that reads nothing is as new as it is.
 */
function tagsOf(value) {
  const all = String(value.headers?.['x-next-cache-tags'] ?? '').split(',').filter(Boolean)
  const stamps = all.filter((tag) => tag.startsWith(stampPrefix)).map((tag) => Number(tag.slice(stampPrefix.length)))
  return { tags: all.filter((tag) => !tag.startsWith(stampPrefix)), renderedSince: stamps.length ? Math.min(...stamps) : now() }
}

function sizeOf(value) {
  let bytes = 1024
  for (const part of [value.html, value.rscData, value.body]) bytes += part?.length ?? 0
  for (const part of value.segmentData?.values() ?? []) bytes += part.length
  return bytes
}
