import type { ProposalContent } from './content'
import { flat } from './merge'
import { retyped } from './retyped'

/** A field that reads otherwise, by its path (`costs.r1.kind`), in the words of the form; empty where it was not there. */
export type FieldDifference = { path: string; before: string; after: string }

/** The fields in which two wordings differ, in the order of the form. Rows are told by their keys, so one that moved is the same. */
export function differencesOf(before: ProposalContent, after: ProposalContent): FieldDifference[] {
  const [old, now] = [textsOf(before), textsOf(after)]
  const paths = [...new Set([...now.keys(), ...old.keys()])]
  return paths.map((path) => ({ path, before: old.get(path) ?? '', after: now.get(path) ?? '' })).filter(({ before, after }) => before !== after)
}

function textsOf(content: ProposalContent): Map<string, string> {
  const { tasks, texts } = flat(retyped(content))
  return new Map([['tasks', tasks.join(', ')], ...texts])
}
