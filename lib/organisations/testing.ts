import { randomInt } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { systemPerson } from '../accounts/people'
import { keyedHash, newSecret } from '../accounts/secrets'
import { db } from '../db'
import { outbox } from '../tables'
import { aPerson } from '../testing'
import { confirmOrganisation, registerOrganisation } from './commands'
import { inviteMember } from './commands/invitations'
import { recordRegisterCheck } from './commands/register'
import { organisationInvitations, organisationMembers, registerChecks } from './tables'
import type { MemberRole } from './team'

/** For tests: ten digits that no other test has. @param begins what they begin with */
export const someKrs = (begins = '1') => begins + String(randomInt(10 ** 11)).padStart(11, '0').slice(0, 10 - begins.length)

/**
 * For tests: an organisation with an owner, an editor and a member.
 * @param confirmed left out: it is
 * @param krs whether it has a number in the register; left out: it does not
 */
export async function aTeam({ confirmed = true, krs = false as boolean | string } = {}) {
  const [owner, editor, member, moderator] = [await aPerson(), await aPerson(), await aPerson(), await aPerson({ roles: ['moderator'] })]
  const name = `Klub ${someKrs()}`
  const { id: organisationId } = await registerOrganisation(owner, { name, legalForm: krs ? 'association' : 'parish', krs: krs === true ? someKrs() : krs || '', seat: 'ul. Szeroka 7, Toruń', about: 'Rzeka.', contactEmail: 'biuro@example.org' })
  if (confirmed) await confirmOrganisation(moderator, { id: organisationId })
  await db.insert(organisationMembers).values([{ organisationId, personId: editor.id, role: 'editor' }, { organisationId, personId: member.id, role: 'member' }])
  return { owner, editor, member, moderator, organisationId, name }
}

/** For tests: an invitation of a team, with a secret that opens it; not the mailed one, since a running site may have sent that away. */
export async function anInvitation(role: MemberRole = 'editor') {
  const team = await aTeam()
  const invited = await aPerson()
  const { id } = await inviteMember(team.owner, { organisationId: team.organisationId, email: invited.email, role, language: 'pl' })
  return { ...team, id, invited, token: await newTokenOf(id) }
}

/** For tests: another secret for an invitation. */
export async function newTokenOf(invitationId: string): Promise<string> {
  const token = newSecret()
  await db.update(organisationInvitations).set({ tokenHash: keyedHash('invitation', token) }).where(eq(organisationInvitations.id, invitationId))
  return token
}

/** For tests: the secret in the newest invitation to somebody. */
export async function tokenMailedTo({ email }: { email: string }): Promise<string> {
  const [mail] = await db.select({ body: outbox.body }).from(outbox).where(eq(outbox.recipient, email)).orderBy(desc(outbox.id)).limit(1)
  return /zaproszenie\/(\S+)/.exec(mail!.body)![1]!
}

/** For tests: what the register said about an organisation. */
export async function aRegisterCheck() {
  const team = await aTeam({ krs: true })
  await recordRegisterCheck(await systemPerson(), { id: team.organisationId, outcome: 'deleted', entry: null })
  const [check] = await db.select({ id: registerChecks.id }).from(registerChecks).where(eq(registerChecks.organisationId, team.organisationId))
  return { ...team, id: check!.id }
}
