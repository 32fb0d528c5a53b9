import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { beginning, checkCheckpoint, type Checkpoint, type Counted } from './verify-checkpoint'
import { checkOpened, questionsWaiting, verifyWaiting, type Told } from './verify-waiting'

// Written from docs/ledger.md alone. It shares no code with the site, on purpose (architecture.test.ts).

type Line = { seq: number; at: string; name: string; question?: string; counted?: number; [other: string]: unknown }

/** What is known of a ledger after some of its lines. */
export type Verification = {
  lines: number
  root: string
  counted: Counted
  /** What is wrong, each with its place, in words. */
  findings: string[]
}

export const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
export const hashOf = (checkpoint: Checkpoint) => sha256(canonicalize(checkpoint)!)

/**
 * Verifies lines one after the other, and at each checkpoint what it says of them.
 * @param checkpoints that the ledger must agree with, wherever they come from
 * @returns `take` for each line of a published file, `end` when there are no more
 */
export function verifying(checkpoints: readonly Checkpoint[]) {
  const state: Verification = { lines: 0, root: beginning, counted: { events: {}, questions: {} }, findings: [] }
  const due = [...checkpoints].sort((a, b) => a.lastSeq - b.lastSeq)
  const [waiting, byDate, told] = [questionsWaiting(checkpoints), new Map(checkpoints.map((checkpoint) => [checkpoint.date, checkpoint])), new Map() as Told]
  const meet = (seq: number) => {
    while (due[0] && due[0].lastSeq <= seq) {
      const checkpoint = due.shift()!
      state.findings.push(...checkCheckpoint(checkpoint, state), ...checkOpened(checkpoint, told, byDate))
    }
  }
  meet(0)
  return {
    state,
    take(text: string) {
      const place = state.lines + 1
      const read = readLine(text)
      if (typeof read === 'string') {
        state.findings.push(`Line ${place} ${read}.`)
        state.lines = place
        return
      }
      const { line, hash } = read
      const expected = sha256(state.root + canonicalize(line)!)
      if (line.seq !== place) state.findings.push(outOfOrder(place, line.seq))
      if (hash !== expected) state.findings.push(`Line ${line.seq} does not follow from the line before it: it, its hash or its place was changed, or a line before it is missing or was added.`)
      state.lines = line.seq
      state.root = hash // What comes after is judged by itself, so that the place of a change is named and not all that follows.
      state.counted.events[line.name] = (state.counted.events[line.name] ?? 0) + 1
      if (line.question !== undefined && waiting.has(line.question)) {
        const { seq, ...rest } = line
        const before = told.get(line.question)
        if (before) before.push({ seq, text: canonicalize(rest)! })
        else told.set(line.question, [{ seq, text: canonicalize(rest)! }])
      }
      if (line.question !== undefined) state.counted.questions[line.question] = (state.counted.questions[line.question] ?? 0) + (line.counted ?? 0)
      meet(line.seq)
    },
    end() {
      for (const { date, lastSeq } of due) state.findings.push(`The ledger ends at line ${state.lines}, but the checkpoint of ${date} has seen line ${lastSeq}: its end was cut off.`)
      return state
    },
  }
}

const outOfOrder = (expected: number, seq: number) =>
  seq > expected ? `Line ${seq} stands where line ${expected} should be: ${seq - expected === 1 ? 'a line is' : `${seq - expected} lines are`} missing.` : `Line ${seq} stands where line ${expected} should be: a line was added, repeated or moved.`

function readLine(text: string): { line: Line; hash: string } | string {
  let read: { line?: Line; hash?: string }
  try {
    read = JSON.parse(text) as typeof read
  } catch {
    return 'is no JSON'
  }
  const { line, hash } = read
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return 'has no hash'
  if (!line || !Number.isSafeInteger(line.seq) || typeof line.name !== 'string') return 'has no number or no name'
  if ((line.question === undefined) !== (line.counted === undefined) || (line.counted !== undefined && !Number.isSafeInteger(line.counted))) return 'does not say how many ballots it counts on which question'
  if (text !== canonicalize(read)) return 'is not written as RFC 8785 wants it'
  return { line, hash }
}

/** Verifies checkpoints among themselves: each names the hash of the one before, and what one was bound to is opened. @returns what is wrong */
export function verifySuccession(checkpoints: readonly Checkpoint[]): string[] {
  const findings: string[] = []
  let before: Checkpoint | undefined
  for (const checkpoint of [...checkpoints].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    if (checkpoint.previous !== (before ? hashOf(before) : beginning)) findings.push(`The checkpoint of ${checkpoint.date} does not follow from ${before ? `that of ${before.date}` : 'nothing'}: one of them was changed, or one is missing between them.`)
    if (before && checkpoint.lastSeq < before.lastSeq) findings.push(`The checkpoint of ${checkpoint.date} has seen fewer lines than that of ${before.date}.`)
    before = checkpoint
  }
  return [...findings, ...verifyWaiting(checkpoints)]
}

/** Compares checkpoints that somebody has kept with those that are published now. @returns what is wrong */
export function verifyKept(kept: readonly Checkpoint[], published: readonly Checkpoint[]): string[] {
  const now = new Map(published.map((checkpoint) => [checkpoint.date, checkpoint]))
  return kept.flatMap((checkpoint) => {
    const theirs = now.get(checkpoint.date)
    if (!theirs) return [`The checkpoint of ${checkpoint.date}, which you have kept, is not published any more.`]
    return hashOf(theirs) === hashOf(checkpoint) ? [] : [`The checkpoint of ${checkpoint.date} is not the one that you have kept: it was changed.`]
  })
}
