import { z } from 'zod'
import { canonicalEmail, emailField, hasName, notSuspended } from '../accounts/rules'
import { languages } from '../language'
import { all, type Policy } from '../policy'

/**
 * What somebody may do in an organisation: an owner everything, an editor its profile and its proposals too, a member
 * speaks in its name.
 */
export const memberRoles = ['owner', 'editor', 'member'] as const
export type MemberRole = (typeof memberRoles)[number]

/** What an organisation can show of its contact. */
export const contactKinds = ['email', 'phone', 'www'] as const
export type ContactKind = (typeof contactKinds)[number]

/** How long an invitation waits, and how long afterwards the address of whoever did not take it is forgotten. */
export const invitationDays = 7
export const forgottenAfterDays = 30

const id = z.uuid('problem.invalid')
const role = z.enum(memberRoles, 'problem.choose')
export const invitationInput = z.strictObject({
  organisationId: id,
  email: emailField.transform((typed) => canonicalEmail(typed)!),
  role,
  /** That of the mail. */
  language: z.enum(languages),
})
export const invitationOnly = z.strictObject({ id })
export const acceptanceInput = z.strictObject({ token: z.string().min(1).max(100) })
export const roleInput = z.strictObject({ organisationId: id, personId: id, role })
export const memberOnly = z.strictObject({ organisationId: id, personId: id })
export const organisationOnly = z.strictObject({ organisationId: id })

/** A team as one of its members stands to it; `role` is theirs. */
export type InTeam = { role: MemberRole; confirmed: boolean }

const owns: Policy<InTeam> = (_, { role }) => (role === 'owner' ? null : { key: 'team.objection.notOwner' })
const isConfirmed: Policy<InTeam> = (_, { confirmed }) => (confirmed ? null : { key: 'team.objection.notConfirmed' })

/** Owners of a confirmed organisation: an invitation is a mail in its name. */
export const canInvite: Policy<InTeam> = all<InTeam>(notSuspended, hasName, owns, isConfirmed)
/** Owners change roles, take people out and hand over, also before a moderator has confirmed the organisation. */
export const canManageTeam: Policy<InTeam> = all<InTeam>(notSuspended, owns)
/** What is about another member: nobody is taken out, or handed something, by themselves. */
export type AboutMember = InTeam & { oneself: boolean }
export const canManageOther: Policy<AboutMember> = all<AboutMember>(canManageTeam, (_, { oneself }) => (oneself ? { key: 'team.objection.oneself' } : null))

/** An invitation as whoever holds its link stands to it. */
export type Invited = { state: 'open' | 'accepted' | 'withdrawn' | 'expired'; forThem: boolean; alreadyIn: boolean; confirmed: boolean }
export type InvitationState = Invited['state']

/** Whoever signs in with the address that it was sent to, while it waits. */
export const canAccept: Policy<Invited> = all<Invited>(
  notSuspended,
  (_, { state }) => (state === 'open' ? null : { key: `team.objection.${state}` }),
  (_, { forThem }) => (forThem ? null : { key: 'team.objection.otherAddress' }),
  (_, { alreadyIn }) => (alreadyIn ? { key: 'team.objection.alreadyIn' } : null),
  (_, { confirmed }) => (confirmed ? null : { key: 'team.objection.notConfirmed' }),
  hasName,
)
