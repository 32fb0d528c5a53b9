/** A reason not to go on that its reader can act on: shown as one sentence, without a stack. */
export class CannotStart extends Error {}

/**
 * Prints why a command ends: one sentence where the reason was foreseen, the whole error where it was not.
 * @param {unknown} error
 */
export function printReason(error) {
  console.error(error instanceof CannotStart ? error.message : error)
}
