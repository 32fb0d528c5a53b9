import { createHash } from 'node:crypto'
import type { Checkpoint } from './verify-checkpoint'

// Votes that are secret until they close: what checkpoints were bound to meanwhile (docs/ledger.md, written from it alone).

/** What the lines of a question tell, but for their numbers, in order. */
export type Told = Map<string, { seq: number; text: string }[]>

/** The questions of which the lines must be remembered. */
export const questionsWaiting = (checkpoints: readonly Checkpoint[]): Set<string> => new Set(checkpoints.flatMap(({ waiting = [] }) => waiting.map(({ question }) => question)))

/** Compares what a checkpoint opens with the lines that were sealed after the checkpoints that were bound to it. @returns what is wrong, in words */
export function checkOpened({ date: openedOn, opened = [] }: Checkpoint, told: Told, byDate: ReadonlyMap<string, Checkpoint>): string[] {
  const findings: string[] = []
  const wrong = new Set<string>()
  for (const { question, date, acts, nonce } of [...opened].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const bound = byDate.get(date)
    const hash = bound?.waiting?.find((waiting) => waiting.question === question)?.hash
    if (!bound || !hash || wrong.has(question)) continue // Of what one has not, nothing can be said; after the first day that is wrong, all are.
    const lines = (told.get(question) ?? []).filter(({ seq }) => seq > bound.lastSeq).slice(0, acts)
    if (createHash('sha256').update(`${nonce}\n${lines.map(({ text }) => `${text}\n`).join('')}`, 'utf8').digest('hex') === hash) continue
    wrong.add(question)
    findings.push(`Checkpoint of ${openedOn}: the votes on question ${question} that waited on ${date} were not sealed as they were: one was changed, taken out, put in or moved.`)
  }
  return findings
}

/** Verifies among all checkpoints that whatever one was bound to was opened, once, as soon as the vote was not secret any more. @returns what is wrong */
export function verifyWaiting(checkpoints: readonly Checkpoint[]): string[] {
  const findings: string[] = []
  const shut = new Map<string, Set<string>>()
  for (const { date, questions, waiting = [], opened = [] } of [...checkpoints].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    for (const { question, date: bound } of opened) {
      if (!shut.get(question)?.delete(bound)) findings.push(`The checkpoint of ${date} opens for question ${question} what none of ${bound} was bound to, or what was opened before.`)
    }
    const [secret, shown] = [new Set(waiting.map(({ question }) => question)), new Set(questions.map(({ question }) => question))]
    for (const [question, dates] of shut) {
      const [first] = dates
      if (!first || (secret.has(question) && !shown.has(question))) continue
      findings.push(`The checkpoint of ${date} does not open what that of ${first} was bound to for question ${question}, though its votes are secret no more.`)
      dates.clear()
    }
    for (const question of secret) shut.set(question, (shut.get(question) ?? new Set()).add(date))
  }
  return findings
}
