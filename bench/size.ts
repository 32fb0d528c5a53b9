/** What the site holds while it is measured. The tasks are those of the bundled strategy, all 26. */
export const size = {
  people: 5_000,
  comments: 100_000,
  /** Comments in the thread that is read and written; the others are spread evenly over the other threads. */
  longestThread: 20_000,
  /** Of all comments, those that answer another one; some branches grow deep, some wide. */
  answers: 0.5,
  reactions: 100_000,
  /** Everyone has voted on every task but the last, and on so many further questions of the city: 200,000 ballots. */
  furtherQuestions: 15,
}

/** How long a round may take: whichever comes first. */
export type Bounds = { seconds: number; requests: number }

/**
 * How hard we look. A person may post 20 comments and vote 120 times in ten minutes, and ten comments in five minutes
 * are held as a flood: so all posts of a run must stay below 10 for each person, all votes below 120.
 */
export const effort = {
  rounds: 5,
  connections: 10,
  /** How many people write at once where errors are looked for. */
  crowd: 50,
  read: { seconds: 3, requests: 10_000 } as Bounds,
  write: { seconds: 6, requests: 500 } as Bounds,
  /** Posted all at once; then all of them must be shown. */
  concurrentPosts: 200,
  /** Posts that arrive a second while others read, and for how many seconds. */
  steadyPosts: 50,
  steadySeconds: 10,
  /** Requests, one after the other, of which the median counts. */
  single: 40,
}

/** For a quick look while something is being changed: its numbers are not for the record. */
export function goSmall() {
  Object.assign(size, { people: 1_000, comments: 5_000, longestThread: 1_000, reactions: 5_000, furtherQuestions: 2 } satisfies Partial<typeof size>)
  Object.assign(effort, { rounds: 2, read: { seconds: 1, requests: 3_000 }, write: { seconds: 2, requests: 200 }, concurrentPosts: 50, steadySeconds: 5, single: 15 } satisfies Partial<typeof effort>)
}

/** What we want to reach, as a part of the bare limit. The list has no goal of its own. */
export const goals = { taskPage: 1 / 5, taskList: null, postComment: 1 / 12, vote: 1 / 9 } as const
export const limits = { p99OfTaskPage: 10, startSeconds: 3, memoryMb: 400 } as const

export type MeasureName = keyof typeof goals
