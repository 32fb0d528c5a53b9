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
export function lineOf({ at, name, actor, subject, attested, question, counted }: Sealable, seq: number, salt: Buffer): string {
  const who = question === null ? { ...(actor && { actor: reference(salt, 'actor', actor) }), subject: reference(salt, 'subject', subject) } : { question, counted }
  return canonical({ seq, at, name, ...who, ...(attested && { attested }) })
}

/** The hash by which a line holds all lines before it: SHA-256 of the hash before it and the line. */
export const chained = (previous: string, line: string): string => sha256(previous + line)

export const canonical = (value: object): string => canonicalize(value)!

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
