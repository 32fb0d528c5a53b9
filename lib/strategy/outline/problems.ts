export type Values = Record<string, string | number>

/** What can be wrong with a document, or odd in it, with the English for the operator. */
const SENTENCES = {
  'document-too-long': (v: Values) => `the document is longer than ${v.limit} characters; give only the table of areas, goals and tasks.`,
  'nothing-to-import': () => 'the document ends without a single task, so there is nothing to import.',
  'unreadable-character': (v: Values) => `a letter was damaged by an earlier conversion: ${quoted(v)}.`,
  'text-before-first-heading': (v: Values) => `${quoted(v)} stands before the first area.`,
  'code-not-understood': (v: Values) => `the number of ${quoted(v)} cannot be read.`,
  'code-too-deep': (v: Values) => `${v.code} is a level below a task; only areas, goals and tasks can be imported.`,
  'empty-title': (v: Values) => `${v.heading} has no title.`,
  'title-too-long': (v: Values) => `the title of ${v.heading} has ${v.length} characters, more than ${v.limit}.`,
  'strategic-goal-without-area': (v: Values) => `strategic goal ${v.code} has no area above it.`,
  'operational-goal-without-strategic-goal': (v: Values) => `operational goal ${v.code} has no strategic goal ${v.goal} above it.`,
  'operational-goal-under-another': (v: Values) => `operational goal ${v.code} stands under strategic goal ${v.open}.`,
  'task-without-goal': (v: Values) => `task ${v.code} has no operational goal ${v.goal} above it.`,
  'task-under-another-heading': (v: Values) => `task ${v.code} stands under ${v.open}, not under its operational goal ${v.goal}.`,
  'code-twice': (v: Values) => `${v.heading} is already on line ${v.first}.`,
  'title-differs': (v: Values) => `${v.heading} is “${v.text}” here but “${v.earlier}” on line ${v.first}.`,
  gap: (v: Values) => `before ${v.code}, ${v.missing} is missing.`,
  disorder: (v: Values) => `${v.code} comes after ${v.previous}; it was put in its place by number.`,
  'no-tasks': (v: Values) => `${v.heading} has no tasks.`,
  'leading-zero': (v: Values) => `${v.text} was read as ${v.code}.`,
  'heading-like-text': (v: Values) => `${quoted(v)} looks like a heading, but was read as part of the title of ${v.heading}.`,
  'number-in-title': (v: Values) => `the number ${v.text} was read as part of the title of ${v.heading}, not as a page number.`,
  'number-left-out': (v: Values) => `the number ${v.text} was taken for a page number, and left out of the title of ${v.heading}.`,
  'repeated-text': (v: Values) => `${quoted(v)} was read as part of the title of ${v.heading}, but is on line ${v.first} too; if it is a page header, take it out.`,
  'text-left-out': (v: Values) => `${quoted(v)} and what follows it, up to the next heading, was left out: it comes after a caption or a source note.`,
} as const

const quoted = (values: Values): string => `“${values.text}”`

/** `line` counts from 1, as an editor does. The values are what the sentence quotes. */
export type OutlineProblem = { line: number; problem: keyof typeof SENTENCES; values: Values }

/** The longest document and the longest title, in characters, and how many problems or warnings are told at once. */
export const LIMITS = { document: 2_000_000, title: 1000, told: 20 }

/** A problem or a warning as a plain English sentence for the operator: “Line 14: task 1.2.1 has no operational goal 1.2 above it.” */
export const sentence = (found: OutlineProblem): string => `Line ${found.line}: ${SENTENCES[found.problem](found.values)}`

/** A piece of the document as a sentence quotes it. */
export const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
