/**
 * The wordings of the information clause (GDPR art. 13), oldest first, each called by the day since which it holds. What
 * each says is in app/kept/[language]/privacy/clauses, and never changes: another wording is another day here, and a
 * migration for the new default of the columns that `clause()` makes.
 */
export const clauseVersions = ['2026-11-27'] as const
export type ClauseVersion = (typeof clauseVersions)[number]

/** The wording that stands beside every form today. */
export const clauseInForce: ClauseVersion = clauseVersions.at(-1)!

export const isClauseVersion = (version: unknown): version is ClauseVersion => clauseVersions.includes(version as ClauseVersion)
