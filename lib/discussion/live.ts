import { tag } from '../tags'
import { hearTouches } from '../tag-clock.mjs'
import { getPulse, type Pulse } from './queries/pulse'

type Tell = (pulse: Pulse) => void
/** The readers of one thread, and what they were told last. */
type Room = { readers: Set<Tell>; pulse: Promise<Pulse | null>; due: boolean }

const rooms = new Map<string, Room>()
let stopHearing: (() => void) | undefined

/** However fast voices come, a thread is asked about at most so often, in milliseconds. */
const pause = 500

/**
 * Tells how many comments a thread has, now and whenever that changes. However many follow it, each change costs one
 * query, and between changes nothing: they share what the page cache hears of the database.
 * @returns a function that stops it; null when there is no such thread
 */
export async function followThread(threadId: string, tell: Tell): Promise<(() => void) | null> {
  const room = rooms.get(threadId) ?? openRoom(threadId)
  room.readers.add(tell)
  const leave = () => {
    room.readers.delete(tell)
    if (!room.readers.size && rooms.get(threadId) === room) closeRoom(threadId)
  }
  const pulse = await room.pulse.catch((error: unknown) => {
    leave()
    throw error
  })
  if (!pulse) {
    leave()
    return null
  }
  if (room.readers.has(tell)) tell(pulse)
  return leave
}

function openRoom(threadId: string): Room {
  stopHearing ??= hearTouches(heard)
  const room = { readers: new Set<Tell>(), pulse: getPulse(null, threadId), due: false }
  rooms.set(threadId, room)
  return room
}

function closeRoom(threadId: string) {
  rooms.delete(threadId)
  if (rooms.size) return
  stopHearing?.()
  stopHearing = undefined
}

/** Looks again, a little later, at every thread that was touched and has readers. */
function heard(tags: readonly string[] | null) {
  for (const [threadId, room] of rooms) {
    if (room.due || (tags && !tags.includes(tag.thread(threadId)))) continue
    room.due = true
    setTimeout(() => void look(threadId, room), pause).unref()
  }
}

async function look(threadId: string, room: Room) {
  room.due = false
  if (!room.readers.size) return
  const before = await room.pulse.catch(() => null)
  // A database that is away for a moment: what was known last stays, and the next change asks again.
  room.pulse = getPulse(null, threadId).catch(() => before)
  const pulse = await room.pulse
  if (!pulse || (pulse.comments === before?.comments && pulse.newest === before.newest)) return
  for (const tell of room.readers) tell(pulse)
}
