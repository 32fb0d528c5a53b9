import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { keyedHash, newSecret } from '../../accounts/secrets'
import { people } from '../../accounts/tables'
import { address } from '../../addresses'
import { command } from '../../command'
import type { Tx } from '../../db'
import { env } from '../../env'
import { translator } from '../../messages'
import { queueMail } from '../../outbox'
import type { Person } from '../../person'
import { Refusal } from '../../refusal'
import { invitationState } from '../invitation-state'
import { roleIn, teamHeld, type Team } from '../membership'
import { organisationInvitations, organisationMembers, organisations } from '../tables'
import { acceptanceInput, canAccept, canInvite, canManageTeam, forgottenAfterDays, invitationDays, invitationInput, invitationOnly, type Invited } from '../team'

const isOpen = and(isNull(organisationInvitations.acceptedAt), isNull(organisationInvitations.withdrawnAt))

/** Offers somebody a place in the team, by a link in a mail. A new invitation for the same address takes the place of the one before. */
export const inviteMember = command({
  event: 'organisation.member-invited',
  input: invitationInput,
  limit: { max: 30, minutes: 60, organisation: ({ organisationId }) => organisationId },
  load: teamHeld,
  allow: canInvite,
  async run({ tx, person, input: { organisationId, email, role, language }, subject }) {
    if (await isIn(tx, organisationId, email)) throw new Refusal('conflict', { key: 'team.objection.memberAlready' })
    await tx.update(organisationInvitations).set({ withdrawnAt: sql`now()` }).where(and(eq(organisationInvitations.organisationId, organisationId), eq(organisationInvitations.emailCanonical, email), isOpen))
    await tx.delete(organisationInvitations).where(and(isNull(organisationInvitations.acceptedAt), lt(organisationInvitations.expiresAt, sql`now() - ${forgottenAfterDays} * interval '1 day'`)))
    const token = newSecret()
    const [invitation] = await tx
      .insert(organisationInvitations)
      .values({ organisationId, email, emailCanonical: email, role, tokenHash: keyedHash('invitation', token), invitedById: person.id, expiresAt: sql`now() + ${invitationDays} * interval '1 day'` })
      .returning({ id: organisationInvitations.id })
    const t = translator(language)
    const values = { organisation: subject.name, name: person.name!, role: t(`team.role.${role}`), link: env.origin + address(language, 'invitation', { token }), days: invitationDays }
    await queueMail(tx, { to: email, subject: t('mail.invitation.subject', values), body: t('mail.invitation.body', values) })
    return { ...invitation!, slug: subject.slug }
  },
})

/** Takes an invitation back before anybody has accepted it. */
export const withdrawInvitation = command({
  event: 'organisation.invitation-withdrawn',
  input: invitationOnly,
  load: teamOfInvitation,
  allow: canManageTeam,
  async run({ tx, input: { id }, subject }) {
    const [withdrawn] = await tx.update(organisationInvitations).set({ withdrawnAt: sql`now()` }).where(and(eq(organisationInvitations.id, id), isOpen)).returning({ id: organisationInvitations.id })
    if (!withdrawn) throw new Refusal('conflict', { key: 'team.objection.invitationEnded' })
    return { id, slug: subject.slug }
  },
})

/** Takes the place that a mailed link offers: the link works once, and only for the mailbox that it was sent to. */
export const acceptInvitation = command({
  event: 'organisation.invitation-accepted',
  input: acceptanceInput,
  limit: { max: 30, minutes: 10 },
  load: invitationHeld,
  allow: canAccept,
  async run({ tx, person, subject: { id, organisationId, role, slug } }) {
    await tx.update(organisationInvitations).set({ acceptedAt: sql`now()`, acceptedById: person.id }).where(eq(organisationInvitations.id, id))
    await tx.insert(organisationMembers).values({ organisationId, personId: person.id, role })
    return { id, slug }
  },
})

async function teamOfInvitation(tx: Tx, { id }: { id: string }, person: Person): Promise<Team | undefined> {
  const [invitation] = await tx.select({ organisationId: organisationInvitations.organisationId }).from(organisationInvitations).where(eq(organisationInvitations.id, id))
  return invitation && teamHeld(tx, invitation, person)
}

/** The invitation of a link, with its organisation, both held in the order of every other change of a team. */
async function invitationHeld(tx: Tx, { token }: { token: string }, person: Person) {
  const tokenHash = keyedHash('invitation', token)
  const [found] = await tx.select({ organisationId: organisationInvitations.organisationId }).from(organisationInvitations).where(eq(organisationInvitations.tokenHash, tokenHash))
  if (!found) return undefined
  await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, found.organisationId)).for('update')
  const [invitation] = await tx
    .select({
      id: organisationInvitations.id,
      organisationId: organisationInvitations.organisationId,
      role: organisationInvitations.role,
      slug: organisations.slug,
      state: invitationState,
      confirmed: sql<boolean>`${organisations.confirmedAt} is not null`,
      forThem: sql<boolean>`exists (select 1 from ${people} where ${people.id} = ${person.id} and ${people.emailCanonical} = ${organisationInvitations.emailCanonical})`,
    })
    .from(organisationInvitations)
    .innerJoin(organisations, eq(organisations.id, organisationInvitations.organisationId))
    .where(eq(organisationInvitations.tokenHash, tokenHash))
  return { ...invitation!, alreadyIn: !!(await roleIn(tx, found.organisationId, person.id)) } satisfies Invited
}

async function isIn(tx: Tx, organisationId: string, email: string): Promise<boolean> {
  const [member] = await tx
    .select({ personId: organisationMembers.personId })
    .from(organisationMembers)
    .innerJoin(people, eq(people.id, organisationMembers.personId))
    .where(and(eq(organisationMembers.organisationId, organisationId), eq(people.emailCanonical, email)))
  return !!member
}
