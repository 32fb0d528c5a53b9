import { notFound, say } from '@/app/api/v1/answer'
import { countLines, findCheckpoint, linesAFile, listCheckpoints } from '@/lib/ledger/queries'

type Context = { params: Promise<{ file: string }> }

/** A day's checkpoint, `2026-11-26.json`, word for word as it was hashed; `index.json` says which there are, and where the ledger's lines lie. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const [, name] = /^(index|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\.json$/.exec((await params).file) ?? []
  const body = name === 'index' ? await index() : name && isDay(name) ? await findCheckpoint(null, name) : null
  return body === null ? notFound(request) : say(request, body, 'application/json')
}

async function index(): Promise<string> {
  const [lines, checkpoints] = await Promise.all([countLines(null), listCheckpoints(null)])
  const files = Array.from({ length: Math.ceil(lines / linesAFile) }, (_, place) => `/otwarte-dane/ledger/${place + 1}.jsonl`)
  return JSON.stringify({ ledger: { lines, files }, checkpoints: checkpoints.map(({ date, hash }) => ({ date, hash, file: `/otwarte-dane/checkpoints/${date}.json` })) })
}

/** PostgreSQL refuses 30 February. */
const isDay = (text: string) => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
