/** The states of a proposal's life. */
export const proposalStates = ['draft', 'submitted', 'returned', 'published', 'rejected'] as const
export type ProposalState = (typeof proposalStates)[number]
export type Move = string
export type ProposalContent = Record<string, unknown>
export type ProposalDraft = Record<string, unknown>
