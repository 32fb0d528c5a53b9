/** What a form sent, and whether all of it came. */
export type FormBody = {
  fields: FormData
  /** What comes after too much, or too late, is not kept: the last field is cut off. */
  cut: 'too-large' | 'too-slow' | null
}

/** So much more is heard and forgotten, so that a browser that is still sending hears the answer. */
const drainAtMost = 64 * 1024 * 1024

/**
 * A form's fields, counted while they come in, whatever the header says, and timed. What came before the cut is still read,
 * so that a form with a file that is too large does not lose its words, if they stand before the file.
 * @returns null when it cannot be read
 */
export async function readForm(request: Request, { bytes, seconds }: { bytes: number; seconds: number }): Promise<FormBody | null> {
  const { parts, cut } = await collect(request.body, bytes, Date.now() + seconds * 1000)
  const type = request.headers.get('content-type')!
  const boundary = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type)?.slice(1).find(Boolean)
  if (cut && boundary) parts.push(new TextEncoder().encode(`\r\n--${boundary}--\r\n`))
  const fields = await new Response(new Blob(parts), { headers: { 'content-type': type } }).formData().catch(() => null)
  return fields && { fields, cut }
}

async function collect(body: ReadableStream<Uint8Array> | null, bytes: number, until: number): Promise<{ parts: Uint8Array<ArrayBuffer>[]; cut: FormBody['cut'] }> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  if (!body) return { parts, cut: null }
  const reader = body.getReader()
  let [left, drain] = [bytes, drainAtMost]
  for (;;) {
    const next = await inTime(reader.read(), until)
    if (next === 'late') {
      void reader.cancel().catch(() => undefined)
      return { parts, cut: left < 0 ? 'too-large' : 'too-slow' }
    }
    if (next.done) return { parts, cut: left < 0 ? 'too-large' : null }
    const part = next.value as Uint8Array<ArrayBuffer>
    if (left > 0) parts.push(part.subarray(0, left))
    left -= part.length
    if (left < 0) drain -= part.length
    if (drain < 0) {
      void reader.cancel().catch(() => undefined)
      return { parts, cut: 'too-large' }
    }
  }
}

async function inTime<Value>(promise: Promise<Value>, until: number): Promise<Value | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), Math.max(0, until - Date.now()))
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
