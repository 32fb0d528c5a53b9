import { setTimeout as wait } from 'node:timers/promises'
import { readCheckpoint, type Checkpoint, type Totals } from './verify-checkpoint'
import { hashOf, sha256, type Verification } from './verify-ledger'

type Index = { ledger: { lines: number; files: string[] }; checkpoints: { date: string; hash: string; file: string }[] }
type Site = { checkpoints: Checkpoint[]; findings: string[]; lines: () => AsyncGenerator<string> }

/** What a site publishes of its ledger. @throws {Error} where it does not answer as docs/ledger.md says */
export async function readSite(origin: string): Promise<Site> {
  const index = await readIndex(origin)
  const findings: string[] = []
  const checkpoints: Checkpoint[] = []
  for (const { date, hash, file } of index.checkpoints) {
    const checkpoint = readCheckpoint(await (await ask(origin, file)).text())
    if (hashOf(checkpoint) !== hash) findings.push(`The checkpoint of ${date} does not have the hash that the site says it has.`)
    checkpoints.push(checkpoint)
  }
  return { checkpoints, findings, lines: () => linesFrom(origin, index.ledger.files) }
}

const readIndex = async (origin: string) => (await (await ask(origin, '/otwarte-dane/checkpoints/index.json')).json()) as Index

async function* linesFrom(origin: string, files: readonly string[]) {
  for (const file of files) yield* linesOf((await ask(origin, file)).body!)
}

/** The lines of a text that comes in pieces. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  if (rest) yield rest
}

/** New lines reach the ledger within some seconds. */
const patience = 7000

/**
 * Compares what the site publishes now, and the receipts of closed votes, with the ledger and the newest checkpoint.
 * What has happened meanwhile comes into the ledger a little later, so where they differ, the lines are read once more.
 */
export async function verifyPublished(origin: string, { lines, counted }: Verification, newest: Checkpoint | undefined): Promise<string[]> {
  const findings: string[] = []
  const different = new Map<string, number>()
  for (const totals of newest?.questions ?? []) {
    const published = await publishedTotal(origin, totals.question)
    if (published !== null && published !== (counted.questions[totals.question] ?? 0)) different.set(totals.question, published)
    if (totals.receipts) findings.push(...(await verifyReceipts(origin, totals)))
  }
  if (!different.size) return findings
  await wait(patience)
  const sums = await sumsAfter(origin, lines, counted.questions)
  for (const [question, published] of different) {
    const since = sums.get(question) ?? [counted.questions[question] ?? 0]
    if (!since.includes(published)) findings.push(`Question ${question}: ${published} votes are published, but by the ledger there are ${since.at(-1)}.`)
  }
  return findings
}

/** What the number of ballots of a question has been, one after the other, since the line given. */
async function sumsAfter(origin: string, known: number, counted: Record<string, number>) {
  const { ledger } = await readIndex(origin)
  const sums = new Map(Object.entries(counted).map(([question, sum]) => [question, [sum]]))
  for await (const text of linesFrom(origin, ledger.files)) {
    const { line } = JSON.parse(text) as { line: { seq: number; question?: string; counted?: number } }
    if (line.seq <= known || !line.question) continue
    const before = sums.get(line.question) ?? [0]
    sums.set(line.question, [...before, before.at(-1)! + (line.counted ?? 0)])
  }
  return sums
}

async function publishedTotal(origin: string, question: string): Promise<number | null> {
  const answer = await fetch(`${origin}/api/v1/questions/${question}/results`)
  if (!answer.ok) return null
  const { items } = (await answer.json()) as { items: { group: string; voters: number }[] }
  const everybody = items.find(({ group }) => group === 'with-invalidated') ?? items.find(({ group }) => group === 'all')
  return everybody?.voters ?? null
}

async function verifyReceipts(origin: string, { question, total, receipts }: Totals): Promise<string[]> {
  const listed: string[] = []
  for (let query = ''; ; ) {
    const { items, next } = (await (await ask(origin, `/api/v1/questions/${question}/receipts${query}`)).json()) as { items: { receipt: string }[]; next: string | null }
    listed.push(...items.map(({ receipt }) => receipt))
    if (!next) break
    query = `?cursor=${next}`
  }
  const hash = sha256([...listed].sort().map((receipt) => `${receipt}\n`).join(''))
  return hash === receipts ? [] : [`Question ${question}: the ${listed.length} published receipts are not those of the ${total} ballots that were counted.`]
}

async function ask(origin: string, path: string): Promise<Response> {
  const answer = await fetch(origin + path)
  if (!answer.ok) throw new Error(`${origin}${path} answers ${answer.status}.`)
  return answer
}
