/** What the site holds while it is measured (issue 3). The tasks are those of the bundled strategy, all 26. */
export const size = {
  people: 5_000,
  comments: 100_000,
  /** Comments in the thread that is read and written; the others are spread evenly over the other threads. */
  longestThread: 20_000,
  /** Of all comments, those that answer another one; some branches grow deep, some wide. */
  answers: 0.5,
  reactions: 100_000,
  /** Everyone has voted on every task but one, and on so many further questions of the city: 200,000 ballots. */
  furtherQuestions: 15,
  votedQuestions: 40,
}

/** How long a round may take: whichever comes first. */
export type Bounds = { seconds: number; requests: number }

/**
 * How hard we look. A comment of somebody who has posted ten within five minutes waits for a moderator, and a person
 * may vote 120 times in ten minutes; spread over all people, we stay far below.
 */
export const effort = {
  rounds: 5,
  connections: 10,
  /** How many people write at once where errors are looked for. */
  crowd: 50,
  read: { seconds: 3, requests: 10_000 } satisfies Bounds,
  write: { seconds: 5, requests: 400 } satisfies Bounds,
  /** Posted all at once; then all of them must be shown. */
  concurrentPosts: 200,
  /** Posts a second while others read, for how many seconds, and how often. */
  steadyPosts: 50,
  steadySeconds: 3,
  steadyRounds: 3,
  /** Requests, one after the other, of which the median counts. */
  single: 40,
}

/** Less of all, to see whether the benchmark works: its numbers mean nothing. */
export function beQuick() {
  Object.assign(size, { people: 500, comments: 5_000, longestThread: 2_000, reactions: 5_000 })
  Object.assign(effort, { rounds: 1, read: { seconds: 1, requests: 2_000 }, write: { seconds: 2, requests: 100 }, concurrentPosts: 60, steadySeconds: 1, steadyRounds: 1, single: 10 })
}

/** What we want to reach, as a part of the bare limit. The list has no goal of its own. */
export const goals = { taskPage: 1 / 5, taskList: null, postComment: 1 / 12, postWithoutScript: 1 / 12, vote: 1 / 9, voteWithoutScript: 1 / 9 } as const
export const limits = { p99OfTaskPage: 10, deepPage: 1.5, search: 100, missAfterPost: 12, readersUnderPosts: 1 / 2, startSeconds: 3, memoryMb: 400 } as const

export type MeasureName = keyof typeof goals
