import { atTheDesk, hasName, notSuspended } from '../accounts/rules'
import { all, type Policy } from '../policy'

/** The states of a proposal's life. */
export const proposalStates = ['draft', 'submitted', 'returned', 'published', 'rejected'] as const
export type ProposalState = (typeof proposalStates)[number]

/** A proposal as somebody stands to it. */
export type Standing = {
  state: ProposalState
  /** Whether they belong to its organisation. */
  isMember: boolean
  /** Whether it is their own: a member's, or begun by them. */
  isOwn: boolean
  /** Whether that organisation is confirmed. */
  confirmed: boolean
  /** Whether what they looked at is still what there is. */
  current: boolean
}

/** Its organisation's members, while the organisation is confirmed. */
export const isMember: Policy<Pick<Standing, 'isMember' | 'confirmed'>> = (_, { isMember, confirmed }) =>
  isMember && confirmed ? null : { key: 'proposal.objection.notMember' }

/** Moderators and admins, but nobody decides about their own. */
const isOutsideJudge: Policy<Standing> = all<Standing>(atTheDesk, (_, { isOwn }) => (isOwn ? { key: 'proposal.objection.own' } : null))

type MoveSpec = { from: readonly ProposalState[]; to: ProposalState; by: Policy<Standing>; reason?: true }
export const moves = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: all<Standing>(isMember, hasName) },
  publish: { from: ['submitted'], to: 'published', by: isOutsideJudge },
  return: { from: ['submitted'], to: 'returned', by: isOutsideJudge, reason: true },
  reject: { from: ['submitted'], to: 'rejected', by: isOutsideJudge, reason: true },
} as const satisfies Record<string, MoveSpec>
export type Move = keyof typeof moves

const isIn =
  (states: readonly ProposalState[]): Policy<Pick<Standing, 'state'>> =>
  (_, { state }) => (states.includes(state) ? null : { key: `proposal.objection.is.${state}` })

const isCurrent: Policy<Standing> = (_, { current }) => (current ? null : { key: 'proposal.objection.changed' })

/** Whether somebody may make a move now. Pages ask the same. */
export const mayMove = (move: Move): Policy<Standing> => all<Standing>(notSuspended, moves[move].by, isIn(moves[move].from), isCurrent)

/** Its members may write while it is with them. */
export const mayWrite: Policy<Standing> = all<Standing>(notSuspended, isMember, isIn(['draft', 'returned']))

/** Confirmed organisations propose, through their members. */
export const mayStart: Policy<Pick<Standing, 'isMember' | 'confirmed'>> = all<Pick<Standing, 'isMember' | 'confirmed'>>(notSuspended, hasName, isMember)

/** Who sees what was sent in: those who may decide, about whomever. */
export const canSeeDesk = atTheDesk
