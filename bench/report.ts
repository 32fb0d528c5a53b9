import { cpus, totalmem } from 'node:os'
import { goals, limits, size, type MeasureName } from './size'
import type { Seen } from './further'
import type { Compared } from './speed'

/** What was looked at; `missing` is what concurrent posts lacked, undefined where nobody looked. */
export type Results = { measured: Partial<Record<MeasureName, Compared>>; seen: Seen[]; memoryMb: number; startSeconds: number; missing: string[] | undefined }

const titles: Record<MeasureName, string> = { taskPage: 'Task page', taskList: 'List of tasks', postComment: 'Posting a comment', vote: 'Voting' }
const measuredIn = ({ measured }: Pick<Results, 'measured'>) => (Object.keys(titles) as MeasureName[]).flatMap((name) => (measured[name] ? [{ name, compared: measured[name] }] : []))

const rounded = (number: number, digits = 0) => Number(number.toFixed(digits))
const ratioOf = ({ ours, bare }: Compared) => ours.rps / bare.rps
const part = (ratio: number) => `1/${rounded(1 / ratio, 1)}`

/** For machines: milliseconds, requests a second, and our part of the bare limit. */
export const asJson = ({ measured, seen, memoryMb, startSeconds }: Results) => ({
  ...Object.fromEntries(
    measuredIn({ measured }).map(({ name, compared }) => {
      const { ours, bare } = compared
      return [name, { rps: rounded(ours.rps, 1), p50: rounded(ours.p50, 2), p99: rounded(ours.p99, 2), bareRps: rounded(bare.rps, 1), ratio: rounded(ratioOf(compared), 4) }]
    }),
  ),
  ...Object.fromEntries(seen.map(({ name, value, said, reached }) => [name, { value: rounded(value, 4), said, reached }])),
  memoryMb,
  startSeconds: rounded(startSeconds, 2),
})

/** For people: a table in Markdown, and what else was seen. */
export function asText({ measured, seen, memoryMb, startSeconds, missing }: Results): string {
  const rows = measuredIn({ measured }).map(({ name, compared }) => {
    const { ours, bare } = compared
    const [goal, ratio] = [goals[name], ratioOf(compared)]
    const reached = goal === null ? '' : `${part(goal)} ${ratio >= goal ? 'reached' : 'MISSED'}`
    return [titles[name], String(rounded(ours.rps)), ours.p50.toFixed(1), ours.p99.toFixed(1), String(rounded(bare.rps)), part(ratio), reached]
  })
  return [
    rows.length ? table([['', 'requests/s', 'p50 ms', 'p99 ms', 'bare/s', 'ratio', 'goal'], ...rows]) : [],
    measured.taskPage ? p99Said(measured.taskPage) : [],
    [...seen, ...plain({ memoryMb, startSeconds })].map(({ said, value, goal, reached }) => `- ${said}: ${rounded(value, 2)} (${goal}${reached === null ? '' : reached ? ', reached' : ', MISSED'})`).join('\n'),
    !missing ? [] : missing.length ? `Concurrent posts: FAILED, ${missing.join('; ')}.` : 'Concurrent posts: all shown by the next request.',
  ].flat().join('\n\n')
}

const plain = ({ memoryMb, startSeconds }: Pick<Results, 'memoryMb' | 'startSeconds'>): Seen[] => [
  { name: 'memory', said: 'most memory of the server under all of this (its peak, read after everything else), in MB', value: memoryMb, goal: `≤ ${limits.memoryMb}`, reached: memoryMb <= limits.memoryMb },
  { name: 'start', said: 'warm `npm start`, from the start of its launcher to the first list of tasks, database included, in seconds', value: startSeconds, goal: `≤ ${limits.startSeconds}`, reached: startSeconds <= limits.startSeconds },
]

const p99Said = ({ ours, bare }: Compared) =>
  `Task page: p99 is ${rounded(ours.p99 / bare.p99, 1)} × the bare one's (${ours.p99 / bare.p99 < limits.p99OfTaskPage ? 'below' : 'NOT below'} ${limits.p99OfTaskPage} ×).`

function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (row: string[]) => `| ${row.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join('\n')
}

/** A page to keep beside the code. Only the ratios mean something on another machine. */
export const asRecord = (results: Results) => `# What \`npm run bench\` said

${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}, embedded PostgreSQL with durability on.
${size.people} people, ${size.comments} comments, one thread of ${size.longestThread}. Medians of rounds by turns: bare, ours, bare, ours.
All that asks, readers and posters alike, is one process of Node, on the same ${cpus().length} processors as the server and the database: what it takes, they lack.
Bare changes send the statements that the commands sent when they were listened to, and nothing else.

${asText(results)}
`
