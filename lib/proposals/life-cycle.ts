import { atTheDesk, hasName, notSuspended } from '../accounts/rules'
import { all, type Policy } from '../policy'
import { assessedBy, type Mode } from './modes'
import { isOverYear, sayGrantYear, type GrantYear } from './small-grants'

/** The states of a proposal's life. Codes are fixed; what they are called is in the messages. */
export const proposalStates = ['draft', 'submitted', 'returned', 'published', 'accepted', 'rejected', 'inProgress', 'reported', 'completed', 'withdrawn', 'merged'] as const
export type ProposalState = (typeof proposalStates)[number]

/** The states in which one can have a page of its own. */
export const publicStates = ['published', 'accepted', 'inProgress', 'reported', 'completed', 'rejected', 'withdrawn', 'merged'] as const satisfies readonly ProposalState[]
export type PublicState = (typeof publicStates)[number]

/** A proposal as somebody stands to it. */
export type Standing = {
  state: ProposalState
  /** What it is meant to become: `idea`, or one of the ways of the act on public benefit. */
  mode: string
  /** Whether they belong to its organisation. */
  isMember: boolean
  /** Whether they only speak for it: proposals are written by its owners and editors. */
  readsOnly?: boolean
  /** Whether it is their own: begun by them, or of an organisation they belong to, joint applicants included. */
  isOwn: boolean
  /** Whether that organisation is confirmed. */
  confirmed: boolean
  /** Whether what they looked at is still what there is. */
  current: boolean
  /** Whether it has a page of its own: whatever was accepted formally keeps it. */
  isPublic: boolean
  /** Whether it was returned and the day until which it was to be completed is over. */
  overdue: boolean
  /** Whether anyone may still send remarks (art. 19a), which have to be considered first. */
  remarksOpen: boolean
  /** How many of those remarks the office has not answered. */
  remarksUnanswered: number
  /** Whether they took part in rejecting it. */
  rejectedByThem: boolean
  /** What its assessment lacks, where its mode rests on one: the cards of two, or a third where these two differ. */
  assessmentLacks: 'cards' | 'third' | null
  /** A small grant beside its organisation's others; null in other modes. */
  grantYear: GrantYear | null
}

type Membership = Pick<Standing, 'isMember' | 'readsOnly' | 'confirmed'>
/** Its organisation's owners and editors, while the organisation is confirmed. */
export const isMember: Policy<Membership> = (_, { isMember, readsOnly, confirmed }) =>
  !isMember || !confirmed ? { key: 'proposal.objection.notMember' } : readsOnly ? { key: 'proposal.objection.readsOnly' } : null

/** Those who run the call for proposals. */
export const isCoordinator: Policy<unknown> = ({ roles }) => (roles.includes('coordinator') || roles.includes('admin') ? null : { key: 'objection.notYours' })

/** Who sees what was sent in: those who may decide, about whomever. */
export const canSeeDesk: Policy<unknown> = (person) => isCoordinator(person, null) && atTheDesk(person, null)

/** Nobody decides about their own. */
const isOutsider: Policy<Standing> = (_, { isOwn }) => (isOwn ? { key: 'proposal.objection.own' } : null)
/** The formal check: coordinators; of ideas, moderators too. */
const mayCheck = all<Standing>((person, { mode }) => (mode === 'idea' ? canSeeDesk(person, null) : isCoordinator(person, null)), isOutsider)
const mayDecide = all<Standing>(isCoordinator, isOutsider)
const mayBegin: Policy<Standing> = (person, standing) => (standing.isMember ? isMember(person, standing) : mayDecide(person, standing))

const afterDeadline: Policy<Standing> = (_, { state, overdue }) => (state !== 'returned' || overdue ? null : { key: 'proposal.objection.stillTime' })
/** Art. 19a ust. 5: when the time for remarks is over, and they have been considered. */
const afterRemarks: Policy<Standing> = (_, { remarksOpen, remarksUnanswered }) =>
  remarksOpen ? { key: 'proposal.objection.remarksOpen' }
  : remarksUnanswered ? { key: 'proposal.objection.remarksUnanswered', values: { count: remarksUnanswered } }
  : null
/** A decision on the merit rests on the assessment, where the law wants one. */
export const afterAssessment: Policy<Pick<Standing, 'mode' | 'assessmentLacks'>> = (_, { mode, assessmentLacks }) =>
  assessmentLacks ? { key: `proposal.objection.assessmentLacks.${assessmentLacks}`, values: { basis: assessedBy[mode as Mode] ?? '' } } : null
/** Art. 19a ust. 6: what one organisation gets in a calendar year has a limit. */
export const withinYear: Policy<Pick<Standing, 'grantYear'>> = (_, { grantYear }) =>
  grantYear && isOverYear(grantYear) ? { key: 'proposal.objection.overYear', values: sayGrantYear(grantYear) } : null
/** An appeal is decided by someone else than who rejected; the database sees to it too. */
const byAnother: Policy<Standing> = (_, { rejectedByThem }) => (rejectedByThem ? { key: 'proposal.objection.rejectedByYou' } : null)
const wasPublic: Policy<Standing> = (_, { isPublic }) => (isPublic ? null : { key: 'proposal.objection.neverPublic' })
const wasNotPublic: Policy<Standing> = (_, { isPublic }) => (isPublic ? { key: 'proposal.objection.alreadyPublic' } : null)

type MoveSpec = {
  from: readonly ProposalState[]
  to: ProposalState
  by: Policy<Standing>
  /** Beyond who and from where: what else must be so. */
  when?: Policy<Standing>
  /** Somebody loses something, or others have to understand it: a reason is mandatory. */
  reason?: true
}
/** Every move there is. `overturn`, `reassess` and `recheck` follow an upheld appeal. */
export const moves = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: all<Standing>(isMember, hasName) },
  publish: { from: ['submitted'], to: 'published', by: mayCheck },
  return: { from: ['submitted'], to: 'returned', by: mayCheck, reason: true },
  reject: { from: ['submitted', 'returned'], to: 'rejected', by: mayCheck, when: afterDeadline, reason: true },
  accept: { from: ['published'], to: 'accepted', by: mayDecide, when: all(afterRemarks, afterAssessment, withinYear), reason: true },
  decline: { from: ['published'], to: 'rejected', by: mayDecide, when: all(afterRemarks, afterAssessment), reason: true },
  begin: { from: ['accepted'], to: 'inProgress', by: mayBegin },
  report: { from: ['inProgress'], to: 'reported', by: isMember },
  mend: { from: ['reported'], to: 'inProgress', by: mayDecide, reason: true },
  complete: { from: ['reported'], to: 'completed', by: mayDecide },
  withdraw: { from: ['submitted', 'returned', 'published'], to: 'withdrawn', by: isMember },
  merge: { from: ['published'], to: 'merged', by: mayDecide, reason: true },
  unmerge: { from: ['merged'], to: 'published', by: mayDecide, reason: true },
  overturn: { from: ['rejected'], to: 'accepted', by: mayDecide, when: all(byAnother, wasPublic, withinYear), reason: true },
  reassess: { from: ['rejected'], to: 'published', by: mayDecide, when: all(byAnother, wasPublic), reason: true },
  recheck: { from: ['rejected'], to: 'submitted', by: mayDecide, when: all(byAnother, wasNotPublic), reason: true },
} as const satisfies Record<string, MoveSpec>
export type Move = keyof typeof moves
export const moveNames = Object.keys(moves) as Move[]
const specOf = (move: Move): MoveSpec => moves[move]

export const needsReason = (move: Move): boolean => specOf(move).reason === true

export const isIn =
  (states: readonly ProposalState[]): Policy<Pick<Standing, 'state'>> =>
  (_, { state }) => (states.includes(state) ? null : { key: `proposal.objection.is.${state}` })

const isCurrent: Policy<Standing> = (_, { current }) => (current ? null : { key: 'proposal.objection.changed' })

/** Whether somebody may make a move now. Pages ask the same. */
export const mayMove = (move: Move): Policy<Standing> => {
  const { from, by, when = () => null } = specOf(move)
  return all<Standing>(notSuspended, by, isIn(from), when, isCurrent)
}

/** Preparing a decision, which nobody sees until it is published: as soon as it has been assessed. */
export const mayPrepare: Policy<Standing> = all<Standing>(notSuspended, mayDecide, isIn(['published']), afterAssessment)
/** Taking a prepared one off the desk. */
export const mayDrop: Policy<Standing> = all<Standing>(notSuspended, mayDecide, isIn(['published']))

export type Appealing = Standing & {
  /** Whether there has been an appeal already, and whether it waits for an answer. */
  appeal: 'none' | 'waiting' | 'decided'
  /** Whether the days for it are over. */
  appealOver: boolean
}
/** Only the author, only against a rejection, once, within its window. */
export const mayAppeal: Policy<Appealing> = all<Appealing>(
  notSuspended,
  isMember,
  isIn(['rejected']),
  (_, { appeal }) => (appeal === 'none' ? null : { key: 'life.objection.appealedBefore' }),
  (_, { appealOver }) => (appealOver ? { key: 'life.objection.appealOver' } : null),
)
/** Decided by someone else than who rejected. */
export const mayDecideAppeal: Policy<Appealing> = all<Appealing>(
  notSuspended,
  mayDecide,
  (_, { appeal }) => (appeal === 'waiting' ? null : { key: 'life.objection.noAppeal' }),
  isIn(['rejected']),
  byAnother,
)

/** What is public is changed by a new wording with a reason; an offer under art. 19a stands as it was posted until it is decided. */
export const mayChange: Policy<Standing> = all<Standing>(notSuspended, isMember, isIn(['published', 'accepted']), (_, { mode, state }) =>
  mode === 'smallGrant' && state === 'published' ? { key: 'life.objection.offerStands' } : null,
)

type AtWork = Membership & Pick<Standing, 'state'>
/** Its members may write while it is with them, and prepare changes of what is public. */
export const mayWrite: Policy<AtWork> = all<AtWork>(notSuspended, isMember, isIn(['draft', 'returned', 'published', 'accepted']))

/** Confirmed organisations propose, through their members. */
export const mayStart: Policy<Membership> = all<Membership>(notSuspended, hasName, isMember)
