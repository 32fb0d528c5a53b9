// Streams of server-sent events that readers hold open. Plain JavaScript, since the server ends them when it ends.

/** How many readers may hold one open at a time, in this process. */
export const streamsAtMost = 2000

const heartbeatSeconds = 25
/** A reader that has so many events unread has gone without a word. */
const unreadAtMost = 8

/** Every open stream. One set a process, however often this file is bundled. @type {Set<{ send(text: string): void, end(): void }>} */
const streams = (globalThis[Symbol.for('glos.openStreams')] ??= new Set())

export const openStreams = () => streams.size

/** Ends every stream; browsers ask again by themselves. */
export function endStreams() {
  for (const stream of streams) stream.end()
}

/**
 * Opens a stream of server-sent events.
 * @param {AbortSignal} signal of the request: its end is the stream's
 * @returns {{ response: Response, send(event: object): void, onEnd(done: () => void): void } | null} null when too many are open
 */
export function openStream(signal) {
  if (streams.size >= streamsAtMost || signal.aborted) return null
  /** @type {ReadableStreamDefaultController<Uint8Array>} */
  let controller
  const dones = new Set()
  const stream = {
    send(text) {
      if (!streams.has(stream)) return
      if ((controller.desiredSize ?? 0) < -unreadAtMost) return stream.end()
      controller.enqueue(encoder.encode(text))
    },
    end() {
      if (!streams.delete(stream)) return
      signal.removeEventListener('abort', stream.end)
      try {
        controller.close()
      } catch {
        // The reader had gone already.
      }
      for (const done of dones) done()
      if (!streams.size) clearInterval(globalThis[heart])
    },
  }
  const body = new ReadableStream({
    start(made) {
      controller = made
    },
    cancel: () => stream.end(),
  })
  signal.addEventListener('abort', stream.end)
  if (!streams.size) globalThis[heart] = setInterval(beat, heartbeatSeconds * 1000).unref()
  streams.add(stream)
  // Whoever is cut off comes back after 4 to 8 seconds, not all at once.
  stream.send(`retry: ${4000 + Math.floor(Math.random() * 4000)}\n\n`)
  return {
    response: new Response(body, { headers }),
    send: (event) => stream.send(`data: ${JSON.stringify(event)}\n\n`),
    onEnd: (done) => void (streams.has(stream) ? dones.add(done) : done()),
  }
}

const encoder = new TextEncoder()
const heart = Symbol.for('glos.openStreamsHeart')
/** Keeps what stands in between from ending a silent connection, and finds out who has gone. */
const beat = () => {
  for (const stream of streams) stream.send(':\n\n')
}
const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'private, no-store, no-transform', 'x-accel-buffering': 'no' }
