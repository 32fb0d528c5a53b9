import type { MessageKey, MessageValues } from './messages'
import type { Person, Viewer } from './person'

/** Why something is not allowed: a message key with its values, so that a page, a form and the API can each say it. */
export type Objection = { key: MessageKey; values?: MessageValues } | null

/** Who may do what to a subject; null when they may. `Actor` is Viewer where people without an account may act. */
export type Policy<Subject, Actor = Person> = (actor: Actor, subject: Subject) => Objection

/** Every policy must agree; the first objection is the one we show. */
export const all =
  <Subject, Actor = Person>(...policies: Policy<Subject, Actor>[]): Policy<Subject, Actor> =>
  (actor, subject) => {
    for (const policy of policies) {
      const objection = policy(actor, subject)
      if (objection) return objection
    }
    return null
  }

/** Allowed to everyone; said aloud, so that a missing policy cannot look like a free one. */
export const everyone: Policy<unknown, Viewer> = () => null

/** For pages: the same policy, asked on behalf of whoever is looking. */
export const objectionTo = <Subject>(policy: Policy<Subject>, viewer: Viewer, subject: Subject): Objection =>
  viewer ? policy(viewer, subject) : { key: 'objection.signInFirst' }
