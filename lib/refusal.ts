import type { z } from 'zod'
import { isMessageKey, type MessageValues } from './messages'
import type { Objection } from './policy'
import type { Work } from './proof-of-work'

type Reason = NonNullable<Objection>
export type RefusalKind = 'invalid' | 'missing' | 'forbidden' | 'conflict' | 'too-many' | 'too-large' | 'too-slow' | 'unsupported'

/** A request turned down for a reason the person may know. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  /**
   * @param objection what to tell the person
   * @param fields what to tell them beside each field, by its path (`costs.0.kind`)
   * @param act what a proof of work would let go on (lib/proof-of-work.ts)
   */
  constructor(
    readonly kind: RefusalKind,
    readonly objection: Reason,
    readonly fields: Record<string, Reason[]> = {},
    readonly act?: string,
  ) {
    super(objection.key)
  }

  /** From zod: the schema's messages are message keys, its bounds their values. */
  static invalid(error: z.ZodError) {
    const fields: Record<string, Reason[]> = {}
    for (const issue of error.issues) (fields[issue.path.join('.')] ??= []).push(reasonOf(issue))
    return new Refusal('invalid', { key: 'objection.checkTheForm' }, fields)
  }
}

/** The HTTP status that says a refusal to a machine. */
export const statusOf = { invalid: 422, missing: 404, forbidden: 403, conflict: 409, 'too-many': 429, 'too-large': 413, 'too-slow': 408, unsupported: 415 } as const satisfies Record<RefusalKind, number>

/** When to come back, for a machine: seconds, where a refusal knows them. */
export const retryAfter = ({ kind, objection }: Pick<Refusal, 'kind' | 'objection'>): Record<string, string> =>
  kind === 'too-many' ? { 'retry-after': String(Number(objection.values?.minutes ?? 1) * 60) } : {}

function reasonOf(issue: z.core.$ZodIssue): Reason {
  const values: MessageValues = {}
  if ('maximum' in issue) values.max = Number(issue.maximum)
  if ('minimum' in issue) values.min = Number(issue.minimum)
  const params = 'params' in issue ? (issue.params as MessageValues | undefined) : undefined
  return { key: isMessageKey(issue.message) ? issue.message : 'problem.invalid', values: { ...values, ...params } }
}

/** What a form hears back when it was refused (success shows another address), or, when it asked to stay, what was done. */
export type FormState = {
  message?: string
  fields?: Record<string, string[]>
  /** What was typed, so that nothing is lost. Never secrets: without JavaScript this travels in the page. */
  values?: Record<string, string>
  /** What the device can do to go on at once, in place of waiting as the message says. */
  work?: Work
  done?: string
}
