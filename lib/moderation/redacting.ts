import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../db'
import { rewriteWordings, wordingsOf, type Wording } from '../discussion/wordings'
import { longestOf, placesOf, shownOf, type Mask } from './masking'
import { redactions } from './redaction-tables'
import { decisions } from './tables'

/** As many characters as a comment may hold (a CHECK). */
const bodyAtMost = 20_000

type Known = { original: string; masks: Mask[] }

/** What is known of each wording that something was taken out of: what it says originally, and what is out of it now, oldest decision first. */
async function knownOf(tx: Tx, commentId: string): Promise<Map<number, Known>> {
  const rows = await tx
    .select({ revision: redactions.revision, original: redactions.original, places: redactions.places, instead: redactions.instead, undone: sql<boolean>`exists (select from decisions undoing where undoing.undoes_id = ${redactions.decisionId})` })
    .from(redactions)
    .innerJoin(decisions, eq(decisions.id, redactions.decisionId))
    .where(eq(redactions.commentId, commentId))
    .orderBy(asc(decisions.at))
  const known = new Map<number, Known>()
  for (const { revision, original, undone, ...mask } of rows) {
    const { masks } = known.get(revision) ?? { masks: [] }
    known.set(revision, { original, masks: undone ? masks : [...masks, mask] })
  }
  return known
}

type Taken = { decisionId: string; commentId: string; instead: string }

/**
 * Takes a passage out of every wording of a comment, or all that they say where none is named.
 * @returns why it cannot: the passage is nowhere, or a wording would be too long
 */
export async function takeOut(tx: Tx, { decisionId, commentId, instead }: Taken, passage?: string): Promise<'missing' | 'tooOften' | null> {
  const [wordings, known] = [await wordingsOf(tx, commentId), await knownOf(tx, commentId)]
  const taken = wordings.flatMap((wording) => {
    const { original, masks } = known.get(wording.revision) ?? { original: wording.body, masks: [] }
    const mask: Mask = { places: passage === undefined ? [[0, original.length]] : placesOf(passage, original, masks), instead }
    return mask.places.length ? [{ wording, original, masks: [...masks, mask], mask }] : []
  })
  if (!taken.length) return 'missing'
  if (taken.some(({ original, masks }) => longestOf(original, masks) > bodyAtMost)) return 'tooOften'
  await tx.insert(redactions).values(taken.map(({ wording, original, mask }) => ({ decisionId, commentId, revision: wording.revision, original, places: [...mask.places], instead })))
  await rewrite(tx, commentId, taken.map(({ wording, original, masks }) => ({ ...wording, instead: shownOf(original, masks) })))
  return null
}

/**
 * Shows what a comment says without what is still taken out of it: called once a decision is undone. What the author has
 * written since stays as it is.
 */
export async function putBack(tx: Tx, commentId: string): Promise<void> {
  const [wordings, known] = [await wordingsOf(tx, commentId), await knownOf(tx, commentId)]
  await rewrite(tx, commentId, wordings.flatMap((wording) => {
    const { original, masks } = known.get(wording.revision) ?? { original: wording.body, masks: [] }
    const shown = shownOf(original, masks)
    return shown === wording.body ? [] : [{ ...wording, instead: shown }]
  }))
}

/** The current wording gets another number, and what is known of it goes along. */
async function rewrite(tx: Tx, commentId: string, wordings: readonly (Wording & { instead: string })[]): Promise<void> {
  await rewriteWordings(tx, commentId, wordings)
  for (const { revision, current } of wordings) {
    if (current) await tx.update(redactions).set({ revision: revision + 1 }).where(and(eq(redactions.commentId, commentId), eq(redactions.revision, revision)))
  }
}
