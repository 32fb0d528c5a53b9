import { z } from 'zod'
import { all, objectionTo, type Policy } from '../policy'
import type { Role, Viewer } from '../person'
import { asSeen, canModerate, grounded, notOneself, seen, sentence } from './rules'

/** The ladder, mildest first: a warning to be read, one comment in so many minutes, no voice for some days, no account. */
export const sanctionKinds = ['warn', 'slow', 'suspend', 'ban'] as const
export type SanctionKind = (typeof sanctionKinds)[number]
/** How long a sanction may last, and how far apart the comments of somebody slowed down may be. */
export const sanctionDays = [1, 3, 7, 14, 30, 90] as const
export const slowMinutes = [10, 60, 360, 1440] as const

const oneOf = <Numbers extends readonly number[]>(numbers: Numbers) =>
  z.string('problem.choose').refine((sent) => numbers.map(String).includes(sent), 'problem.choose').transform(Number)
const unread = z.string().max(40).optional()
const about = { personId: z.uuid('problem.invalid'), sentence, seen }

export const sanctionInput = z.discriminatedUnion(
  'kind',
  [
    grounded({ ...about, kind: z.literal('warn'), days: unread, minutes: unread }),
    grounded({ ...about, kind: z.literal('slow'), days: oneOf(sanctionDays), minutes: oneOf(slowMinutes) }),
    grounded({ ...about, kind: z.literal('suspend'), days: oneOf(sanctionDays), minutes: unread }),
    grounded({ ...about, kind: z.literal('ban'), days: unread, minutes: unread }),
  ],
  'problem.choose',
)
export const liftInput = z.strictObject({ decisionId: z.uuid('problem.invalid'), sentence, seen })

/** Somebody as those see them who mean to sanction them, and the newest decision that they have seen. */
export type Sanctioned = {
  id: string
  roles: readonly Role[]
  erased: boolean
  /** Oneself, or somebody of an organisation of one's own. */
  own: boolean
  newest: string | null
  seen: string | null
}

const somebodyThere: Policy<Sanctioned> = (_, { erased, roles }) => (erased || roles.includes('system') ? { key: 'moderation.objection.nobodyThere' } : null)
/** Who looks after moderators cannot be silenced by them. */
const adminsByAdmins: Policy<Sanctioned> = (person, { roles }) => (roles.includes('admin') && !person.roles.includes('admin') ? { key: 'moderation.objection.admin' } : null)

/** Moderators and admins; never about themselves or their organisation's people, and only admins about admins. */
export const canSanction: Policy<Sanctioned> = all<Sanctioned>(canModerate, notOneself, somebodyThere, adminsByAdmins, asSeen)
export const objectionToSanction = (viewer: Viewer, somebody: Omit<Sanctioned, 'seen'>) => objectionTo(canSanction, viewer, { ...somebody, seen: somebody.newest })

/** A sanction that somebody means to take back. */
export type Lifted = Sanctioned & { kind: string; undone: boolean }
const isInForce: Policy<Lifted> = (_, { kind, undone }) => (undone || !(sanctionKinds as readonly string[]).includes(kind) ? { key: 'moderation.objection.lift' } : null)
export const canLift: Policy<Lifted> = all<Lifted>(canSanction, isInForce)
