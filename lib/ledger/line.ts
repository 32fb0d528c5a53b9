import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { reference } from '../events/references'

// What is written here, docs/ledger.md describes: whoever changes one changes the other, and every line that is there stays.

/** An event as it is sealed. Acts of voting say on which question, and by how much they changed its number of ballots. */
export type Sealable = {
  at: string
  name: string
  actor: string | null
  subject: string
  attested: Record<string, string> | null
  question: string | null
  counted: number | null
}

/** What the first line and the first checkpoint follow. */
export const beginning = '0'.repeat(64)

/**
 * The public line of an event, as canonical JSON (RFC 8785). Persons and things are salted references; a vote tells its
 * question and nothing that leads to a person.
 */
export function lineOf(event: Sealable, seq: number, salt: Buffer): string {
  const { at, name, actor, subject, attested, question } = event
  if (question !== null) return canonical({ seq, ...toldOfVote(event) })
  return canonical({ seq, at, name, ...(actor && { actor: reference(salt, 'actor', actor) }), subject: reference(salt, 'subject', subject), ...(attested && { attested }) })
}

/** All that the line of an act of voting will tell, but for its number, which it gets when it is sealed. */
export const toldOfVote = ({ at, name, attested, question, counted }: Omit<Sealable, 'actor' | 'subject'>) => ({ at, name, question, counted, ...(attested && { attested }) })

/** What binds a checkpoint to acts that wait: SHA-256 of a nonce and of what their lines will tell, a line each. */
export const committed = (nonce: string, acts: readonly Omit<Sealable, 'actor' | 'subject'>[]): string => sha256(`${nonce}\n${acts.map((act) => `${canonical(toldOfVote(act))}\n`).join('')}`)

/** The hash by which a line holds all lines before it: SHA-256 of the hash before it and the line. */
export const chained = (previous: string, line: string): string => sha256(previous + line)

export const canonical = (value: object): string => canonicalize(value)!

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
