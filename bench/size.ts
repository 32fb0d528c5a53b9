/** What the site holds while it is measured. The tasks are those of the bundled strategy, all of them. */
export const size = {
  people: 200,
  comments: 20_000,
  /** Comments in the thread that is read and written; the others are spread evenly over the other threads. */
  longestThread: 1_000,
  /** Of all comments, those that answer another one. */
  answers: 0.4,
  supports: 20_000,
  /** How many of the people have voted on a task. */
  turnout: 0.8,
}

/** How long a round may take: whichever comes first. */
export type Bounds = { seconds: number; requests: number }

/**
 * How hard we look. A person may post 20 comments and vote 120 times in ten minutes, so all posts of a run
 * (a warm-up, the rounds, the concurrent ones) must stay below 20 for each person, all votes below 120.
 */
export const effort = {
  rounds: 5,
  connections: 10,
  read: { seconds: 3, requests: 10_000 } satisfies Bounds,
  write: { seconds: 10, requests: 500 } satisfies Bounds,
  /** Posted all at once; then all of them must be shown. */
  concurrentPosts: 200,
}

/** What we want to reach, as a part of the bare limit. The list has no goal of its own. */
export const goals = { taskPage: 1 / 8, taskList: null, postComment: 1 / 20, vote: 1 / 20 } as const

export type MeasureName = keyof typeof goals
