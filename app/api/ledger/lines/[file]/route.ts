import { notFound } from '@/app/api/v1/answer'
import { countLines, linesAFile, readLines } from '@/lib/ledger/queries'

type Context = { params: Promise<{ file: string }> }

const atOnce = 1000

/** Ten thousand lines of the ledger with their hashes, `1.jsonl` the first: one object a line, as docs/ledger.md describes. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [, number] = /^([1-9]\d{0,8})\.jsonl$/.exec((await params).file) ?? []
  const first = (Number(number) - 1) * linesAFile
  if (!number || first >= (await countLines(null))) return notFound(request)
  const headers = { 'content-type': 'application/jsonl; charset=utf-8', 'access-control-allow-origin': '*', 'cache-control': 'no-cache' }
  return new Response(linesFrom(first, first + linesAFile), { headers })
}

/** Reads on as fast as it is read. */
function linesFrom(first: number, last: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after = first
  return new ReadableStream({
    async pull(controller) {
      const lines = await readLines(null, { after, upTo: Math.min(after + atOnce, last) })
      if (lines.length) controller.enqueue(encoder.encode(lines.map(({ line, hash }) => `{"hash":"${hash}","line":${line}}\n`).join('')))
      after += atOnce
      if (after >= last || lines.length < atOnce) controller.close()
    },
  })
}
