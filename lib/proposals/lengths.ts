/** Longest texts of a proposal, in characters as a person counts them. */
export const lengths = { title: 150, summary: 600, long: 3000, line: 200 } as const
