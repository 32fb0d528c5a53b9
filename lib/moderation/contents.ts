import { z } from 'zod'

/** What is published here and may be reported: what somebody said, what an organisation proposes, and what it says of itself. */
export const contentKinds = ['comment', 'proposal', 'organisation'] as const
export type ContentKind = (typeof contentKinds)[number]
export type Content = { about: ContentKind; id: string }
/** The two that an organisation answers for, each with a page of its own. */
export type PublicationKind = Exclude<ContentKind, 'comment'>

const id = z.uuid('problem.invalid').optional()
/** As forms and tables name it: by one of three keys. */
export const contentIds = { commentId: id, proposalId: id, organisationId: id }
export const publicationIds = { proposalId: id, organisationId: id }
type Ids = { commentId?: string | null; proposalId?: string | null; organisationId?: string | null }

/** What is sent names one thing, and one alone. */
export const namesOne = ({ commentId, proposalId, organisationId }: Ids): boolean => [commentId, proposalId, organisationId].filter(Boolean).length === 1
/** What the keys name; of a decision about a proposal the proposal, not whose it is. */
export const contentOf = ({ commentId, proposalId, organisationId }: Ids): Content | null =>
  commentId ? { about: 'comment', id: commentId }
  : proposalId ? { about: 'proposal', id: proposalId }
  : organisationId ? { about: 'organisation', id: organisationId }
  : null
/** The key by which something is named. */
export const idsOf = ({ about, id }: Content): Record<string, string> => ({ [`${about}Id`]: id })

/** What a decision is about, a discussion and somebody's account too. */
export type DecidedAbout = ContentKind | 'thread' | 'person'
export const aboutOf = (decision: Ids & { threadId?: string | null }): DecidedAbout => contentOf(decision)?.about ?? (decision.threadId ? 'thread' : 'person')
