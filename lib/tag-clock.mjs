// When each tag was last touched. One clock a process, however often this file is imported or bundled.
const clock = (globalThis[Symbol.for('glos.tagClock')] ??= { at: new Map(), allAt: 0, last: 0, listening: false, hearers: new Set() })
clock.allAt ||= now()

/** Begins the tag by which a page tells since when what it shows has been read. */
export const stampPrefix = 'since:'

/** A strictly increasing instant, in milliseconds. @returns {number} */
export function now() {
  clock.last = Math.max(clock.last + 0.001, performance.timeOrigin + performance.now())
  return clock.last
}

/** Everything that carries one of these tags is old from now on. @param {readonly string[]} tags */
export function touch(tags) {
  const instant = now()
  for (const tag of tags) clock.at.set(tag, instant)
  if (clock.at.size > 50_000) forget()
  for (const hear of clock.hearers) hear(tags)
}

/** Everything is old from now on: we may have missed something. */
export function touchAll() {
  clock.allAt = now()
  clock.at.clear()
  for (const hear of clock.hearers) hear(null)
}

/**
 * Tells of every touched tag from now on, in this process; the same change may be told twice (here at once, and by the
 * database). Null: everything may have changed.
 * @param {(tags: readonly string[] | null) => void} hear must not throw
 * @returns {() => void} stops telling
 */
export function hearTouches(hear) {
  clock.hearers.add(hear)
  return () => clock.hearers.delete(hear)
}

/** Whether nothing that carries these tags has changed since. @param {readonly string[]} tags @param {number} since @returns {boolean} */
export const freshSince = (tags, since) => since > clock.allAt && tags.every((tag) => !(clock.at.get(tag) >= since))

/**
 * Hears of every change at its commit, from whichever instance, job or command line made it. When the connection is
 * (re)made, all that came before counts as old, since words may have been missed meanwhile.
 * @param {string | undefined} databaseUrl
 */
export async function listen(databaseUrl) {
  if (clock.listening || !databaseUrl) return
  clock.listening = true
  const { default: postgres } = await import('postgres')
  const sql = postgres(databaseUrl, { max: 1, onnotice() {}, connection: { application_name: 'glos page cache' } })
  await sql.listen('touched', (payload) => touch(payload.split(' ')), touchAll)
}

// Forgetting single tags would call old pages fresh; starting over calls fresh ones old, which is only slower.
const forget = touchAll
