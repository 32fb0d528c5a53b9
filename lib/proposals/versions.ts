import type { ProposalContent } from './content'

/** A field that reads otherwise, by its path (`costs.0.kind`); null where it was not there. Money in grosze, quantities in thousandths. */
export type FieldDifference = { path: string; before: string | number | null; after: string | number | null }
type Value = string | number | boolean | null
type Tree = Value | undefined | { [name: string]: Tree } | Tree[]

/** What can be worked out from other fields is not a difference of its own. */
const derived = /(^|\.)valueGrosze$/

/**
 * The fields in which two wordings differ, in the order of the form; fields that the newer wording has added stand at its end.
 * Rows are compared by their place; lists of single values are one field.
 */
export function differencesOf(before: ProposalContent, after: ProposalContent): FieldDifference[] {
  const [old, now] = [flat(before as unknown as Tree), flat(after as unknown as Tree)]
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => !derived.test(path))
  const found = paths.map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
  return found.filter(({ before, after }) => before !== after && !(isNothing(before) && isNothing(after)))
}

const isNothing = (value: string | number | null) => value === null || value === ''

function flat(tree: Tree, path = ''): Map<string, string | number> {
  if (Array.isArray(tree) && tree.every((item) => typeof item !== 'object')) return new Map([[path, tree.join(', ')]])
  if (typeof tree === 'object' && tree !== null) return new Map(Object.entries(tree).flatMap(([name, inner]) => [...flat(inner, path ? `${path}.${name}` : name)]))
  return tree === undefined || tree === null ? new Map() : new Map([[path, typeof tree === 'boolean' ? (tree ? '✓' : '–') : tree]])
}
