import { and, eq } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import { checkLogo } from '../../file-checks'
import { keepFile } from '../../files'
import type { Person } from '../../person'
import { tag } from '../../tags'
import { logoInput, maySetLogo, removeLogoInput } from '../logo'
import { organisationMembers, organisations } from '../tables'

/** The organisation, held, for its members; undefined for everybody else. */
async function ownOrganisation(tx: Tx, { organisationId }: { organisationId: string }, person: Person) {
  const [organisation] = await tx
    .select({ slug: organisations.slug, refusedAt: organisations.refusedAt, role: organisationMembers.role })
    .from(organisations)
    .innerJoin(organisationMembers, and(eq(organisationMembers.organisationId, organisations.id), eq(organisationMembers.personId, person.id)))
    .where(eq(organisations.id, organisationId))
    .for('update', { of: organisations })
  return organisation
}

/** Shows a picture beside the organisation's name; the one before goes. */
export const setLogo = command({
  event: 'organisation.logoSet',
  input: logoInput,
  limit: { max: 20, minutes: 60 },
  load: ownOrganisation,
  allow: maySetLogo,
  prepare: async ({ person, input }) => keepFile(person, await checkLogo(input.file)),
  async run({ tx, input: { organisationId }, subject, prepared }) {
    await tx.update(organisations).set({ logoFileId: prepared }).where(eq(organisations.id, organisationId))
    return { id: organisationId, slug: subject.slug }
  },
  touches: ({ input }) => [tag.organisations, tag.organisation(input.organisationId)],
})

/** Shows no picture any more. */
export const removeLogo = command({
  event: 'organisation.logoRemoved',
  input: removeLogoInput,
  load: ownOrganisation,
  allow: maySetLogo,
  async run({ tx, input: { organisationId }, subject }) {
    await tx.update(organisations).set({ logoFileId: null }).where(eq(organisations.id, organisationId))
    return { id: organisationId, slug: subject.slug }
  },
  touches: ({ input }) => [tag.organisations, tag.organisation(input.organisationId)],
})
