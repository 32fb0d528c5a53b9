import type { ReportDraft } from './draft'

export type Edit = { path: string; before: string; after: string }
export type Conflict = { path: string; mine: string }

/** A draft as it stood before some edits. @param edits in the order in which they were made */
export function before(draft: ReportDraft, edits: readonly Edit[]): ReportDraft {
  const base = { ...draft }
  for (const { path, before } of edits.toReversed()) base[path] = before
  return base
}

/**
 * Joins what a form sent with what the draft has become since the form was opened: a field that only one changed is that
 * one's; one that both changed differently stays as it is, and what was typed is a conflict.
 * @param base the draft as the form was opened on it
 * @param sent by path; a path that the draft does not have is left out
 */
export function merge(current: ReportDraft, base: ReportDraft, sent: ReportDraft): { draft: ReportDraft; edits: Edit[]; conflicts: Conflict[] } {
  const draft = { ...current }
  const edits: Edit[] = []
  const conflicts: Conflict[] = []
  for (const [path, mine] of Object.entries(sent)) {
    const there = current[path]
    if (there === undefined || mine === there || mine === base[path]) continue
    if (there !== base[path]) conflicts.push({ path, mine })
    else {
      draft[path] = mine
      edits.push({ path, before: there, after: mine })
    }
  }
  return { draft, edits, conflicts }
}
