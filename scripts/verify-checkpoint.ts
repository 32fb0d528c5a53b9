import type { Verification } from './verify-ledger'

/** What the first line and the first checkpoint follow. */
export const beginning = '0'.repeat(64)

type Numbers = { total: number; choices: Record<string, number> }
export type Totals = Numbers & { question: string; invalidated?: number; groups: (Numbers & { group: string })[]; receipts?: string }
/** What a checkpoint was bound to of votes that were secret then, and what it opens of that. */
export type Waiting = { question: string; hash: string }
export type Opened = { question: string; date: string; acts: number; nonce: string }
export type Checkpoint = { date: string; lastSeq: number; root: string; events: Record<string, number>; questions: Totals[]; waiting?: Waiting[]; opened?: Opened[]; previous: string }

/** How many events of each name, and how many ballots on each question. */
export type Counted = { events: Record<string, number>; questions: Record<string, number> }

/** Compares what a checkpoint says with the lines up to its last one. @returns what is wrong, in words */
export function checkCheckpoint({ date, lastSeq, root, events, questions }: Checkpoint, { lines, root: found, counted }: Verification): string[] {
  const findings: string[] = []
  const say = (what: string) => findings.push(`Checkpoint of ${date}: ${what}.`)
  if (lines !== lastSeq) say(`line ${lastSeq} is not in the ledger`)
  else if (root !== found) say(`line ${lastSeq} has another hash than it had that day, so something up to there was changed`)
  for (const name of new Set([...Object.keys(events), ...Object.keys(counted.events)])) {
    if ((events[name] ?? 0) !== (counted.events[name] ?? 0)) say(`it counts ${events[name] ?? 0} of ${name}, but the ledger has ${counted.events[name] ?? 0}`)
  }
  for (const { question, total, invalidated = 0, choices, groups } of questions) {
    const ballots = counted.questions[question] ?? 0
    if (total + invalidated !== ballots) say(`question ${question} has ${total + invalidated} votes, but by the ledger there are ${ballots}`)
    if (sum(groups.map((group) => group.total)) !== total) say(`the groups of question ${question} do not add up to its ${total} votes`)
    for (const [choice, votes] of Object.entries(choices)) {
      if (sum(groups.map((group) => group.choices[choice] ?? 0)) !== votes) say(`the groups of question ${question} do not add up to its ${votes} votes for ${choice}`)
      if (votes > total) say(`question ${question} has more votes for ${choice} than votes`)
    }
    if (sum(Object.values(choices)) < total) say(`question ${question} has ${total} votes, but fewer choices`)
  }
  return findings
}

/** @throws {Error} where a text is no checkpoint; it may stand in a mail, with words around it */
export function readCheckpoint(text: string): Checkpoint {
  const read = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Partial<Checkpoint>
  const { date, lastSeq, root, events, questions, previous } = read
  if (!date || !Number.isSafeInteger(lastSeq) || !root || !events || !Array.isArray(questions) || !previous) throw new Error('This is no checkpoint.')
  return read as Checkpoint
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)
