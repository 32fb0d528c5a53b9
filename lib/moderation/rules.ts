/** The rules of the terms of use that a decision can rest on. */
export const grounds = ['abuse', 'hate', 'personal-data', 'spam', 'off-topic', 'illegal', 'none'] as const
export type Ground = (typeof grounds)[number]
export const decisionKinds = ['hide', 'restore', 'keep', 'lock', 'unlock'] as const
export type DecisionKind = (typeof decisionKinds)[number]
