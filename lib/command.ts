import type { z } from 'zod'
import { db, type Tx } from './db'
import { recordEvent } from './events/recording'
import { countForOrganisation, countTry, type Tries } from './limits'
import type { Person, Viewer } from './person'
import type { Objection, Policy } from './policy'
import { Refusal } from './refusal'
import { touch } from './tag-clock.mjs'

type Who = 'person' | 'anyone'
type Actor<By extends Who> = By extends 'anyone' ? Viewer : Person
/** What must be there to be acted upon: the subject, or undefined when there is no such thing (for this person). */
type Spec<By extends Who, Input extends z.ZodType, Subject, Result extends { id: string | number }, Prepared> = {
  /** Who may ask at all; left out: a person who is signed in. */
  by?: By
  /** In the past tense: `comment.posted`. */
  event: `${string}.${string}`
  input: Input
  /** Reads the subject, locked as the change needs it. Undefined: there is none (that this person may know of). */
  load: (tx: Tx, input: z.output<Input>, actor: Actor<By>) => Promise<Subject | undefined>
  allow: Policy<NoInfer<Subject>, Actor<By>>
  /** How often, counted apart from the transaction. */
  limit?: Tries<z.output<Input>>
  /** What takes long, such as looking through a file: outside the transaction, once the policy has agreed; it is asked again before `run`. */
  prepare?: (context: { person: Actor<By>; input: z.output<Input>; subject: NoInfer<Subject> }) => Promise<Prepared>
  run: (context: { tx: Tx; person: Actor<By>; input: z.output<Input>; subject: Subject; prepared: NoInfer<Prepared> }) => Promise<Result>
  /** What the ledger is to be able to prove later, by name: what was said, what was chosen. Only salted references are kept. */
  attests?: (context: { person: Actor<By>; input: z.output<Input>; result: Result }) => Record<string, string>
  /** Tags of the kept pages that show what changed. */
  touches?: (context: { input: z.output<Input>; subject: Subject; result: Result }) => readonly string[]
  /** What to say when the database refuses by one of its constraints. */
  conflicts?: Record<string, NonNullable<Objection>>
} & (By extends 'anyone' ? { by: 'anyone'; limit: Tries<z.output<Input>> } : unknown)

/** A change, ready to be asked for by someone, with a proof of work where a limit asked for one. `by` tells who may ask at all, `input` what may be sent. */
export type Command<By extends Who, Result> = ((actor: Actor<By>, input: unknown, proof?: string) => Promise<Result>) & { by: By; input: z.ZodType }

/**
 * The only way to change data: check the input, count the try, load the subject, ask the policy, run, record the
 * event and tell the kept pages, in one transaction (the count outside it). Retried when the database asks for it.
 * @returns the command; it throws `Refusal` for everything the person may know, anything else is a bug
 */
export function command<Input extends z.ZodType, Subject, Result extends { id: string | number }, By extends Who = 'person', Prepared = undefined>(
  spec: Spec<By, Input, Subject, Result, Prepared>,
): Command<By, Result> {
  const perform = async (actor: Actor<By>, rawInput: unknown, proof?: string): Promise<Result> => {
    const parsed = spec.input.safeParse(rawInput)
    if (!parsed.success) throw Refusal.invalid(parsed.error)
    const input = parsed.data

    if (spec.limit) await countTry(spec.event, spec.limit, actor?.id ?? null, input, proof)

    const allowed = async (tx: Tx) => {
      const subject = await spec.load(tx, input, actor)
      if (subject === undefined) throw new Refusal('missing', { key: 'objection.missing' })
      const objection = spec.allow(actor, subject)
      if (objection) throw new Refusal('forbidden', objection)
      return subject
    }
    if (spec.limit) await countForOrganisation(spec.event, spec.limit, input, () => db.transaction(allowed))
    const prepared = (spec.prepare && (await spec.prepare({ person: actor, input, subject: await db.transaction(allowed) }))) as Prepared

    const { result, tags } = await withRetries(() =>
      db.transaction(async (tx) => {
        const subject = await allowed(tx)
        const result = await spec.run({ tx, person: actor, input, subject, prepared })
        const tags = spec.touches?.({ input, subject, result }) ?? []
        const attests = spec.attests?.({ person: actor, input, result })
        await recordEvent(tx, { name: spec.event, actor: actor?.ledgerKey ?? null, subject: String(result.id), attests }, tags)
        return { result, tags }
      }),
    ).catch((error: unknown) => {
      throw conflictIn(error, spec.conflicts) ?? error
    })
    touch([...tags]) // Here at once; other instances hear it from the database.
    return result
  }
  return Object.assign(perform, { by: (spec.by ?? 'person') as By, input: spec.input })
}

/** Deadlocks and failed serialisations are the database asking us to try again (security.md A67). */
async function withRetries<Result>(attempt: () => Promise<Result>, left = 3): Promise<Result> {
  try {
    return await attempt()
  } catch (error) {
    if (!left || !['40001', '40P01'].includes(databaseError(error)?.code ?? '')) throw error
    await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 40))
    return withRetries(attempt, left - 1)
  }
}

function conflictIn(error: unknown, conflicts: Record<string, NonNullable<Objection>> = {}): Refusal | null {
  const objection = conflicts[databaseError(error)?.constraint_name ?? '']
  return objection ? new Refusal('conflict', objection) : null
}

/** The driver's error, which Drizzle wraps. */
const databaseError = (error: unknown) =>
  (error instanceof Error ? ((error.cause ?? error) as { code?: string; constraint_name?: string }) : undefined)
