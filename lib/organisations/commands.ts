import { and, eq, sql } from 'drizzle-orm'
import { command } from '../command'
import type { Tx } from '../db'
import type { Person } from '../person'
import { tag } from '../tags'
import { slugOf } from '../text'
import { canDecide, canRegister, confirmationInput, refusalInput, registrationInput, type Registration } from './rules'
import { askRegisterSoon } from './steps'
import { organisationMembers, organisations } from './tables'

/** Registers an organisation; whoever does owns it from then on. It is public once a moderator has confirmed it. */
export const registerOrganisation = command({
  event: 'organisation.registered',
  input: registrationInput,
  limit: { max: 10, minutes: 60 },
  load: async () => null,
  allow: canRegister,
  async run({ tx, person, input }) {
    for (let place = 1; ; place++) {
      const [registered] = await tx
        .insert(organisations)
        .values({ ...input, slug: slugAt(input.name, place), registeredById: person.id, registerDueAt: input.krs ? sql`now()` : null })
        .onConflictDoNothing({ target: organisations.slug })
        .returning({ id: organisations.id })
      if (!registered) continue
      await tx.insert(organisationMembers).values({ organisationId: registered.id, personId: person.id, role: 'owner' })
      if (input.krs) await askRegisterSoon(tx)
      return registered
    }
  },
  conflicts: {
    organisations_krs_unique: { key: 'organisation.objection.sameKrs' },
    organisations_nip_unique: { key: 'organisation.objection.sameNip' },
    organisations_regon_unique: { key: 'organisation.objection.sameRegon' },
  },
})

/** „fundacja-x”, „fundacja-x-2”, …; never an address that another page has. */
const slugAt = (name: string, place: number) => {
  const slug = slugOf(name)
  return place === 1 && !takenByPages.includes(slug) ? slug : `${slug}-${place}`
}

const takenByPages = ['nowa', 'new', 'szukaj', 'search']

async function registration(tx: Tx, { id }: { id: string }, person: Person) {
  const [organisation] = await tx
    .select({ confirmedAt: organisations.confirmedAt, refusedAt: organisations.refusedAt, registeredById: organisations.registeredById })
    .from(organisations)
    .where(eq(organisations.id, id))
    .for('update')
  if (!organisation) return undefined
  const [member] = await tx
    .select({ personId: organisationMembers.personId })
    .from(organisationMembers)
    .where(and(eq(organisationMembers.organisationId, id), eq(organisationMembers.personId, person.id)))
  return {
    state: organisation.confirmedAt ? 'confirmed' : organisation.refusedAt ? 'refused' : 'waiting',
    isMember: !!member || organisation.registeredById === person.id,
  } satisfies Registration as Registration
}

/** Confirms that an organisation is what it says: it gets a page, and its members may speak for it. */
export const confirmOrganisation = command({
  event: 'organisation.confirmed',
  input: confirmationInput,
  load: registration,
  allow: canDecide,
  async run({ tx, person, input }) {
    await tx.update(organisations).set({ confirmedAt: sql`now()`, confirmedById: person.id }).where(eq(organisations.id, input.id))
    return { id: input.id }
  },
  touches: ({ input }) => [tag.organisations, tag.organisation(input.id)],
})

/** Refuses a registration, with the reason that its members read. The same numbers may then be registered anew. */
export const refuseOrganisation = command({
  event: 'organisation.refused',
  input: refusalInput,
  load: registration,
  allow: canDecide,
  async run({ tx, person, input }) {
    await tx.update(organisations).set({ refusedAt: sql`now()`, refusedById: person.id, refusalReason: input.reason, registerDueAt: null }).where(eq(organisations.id, input.id))
    return { id: input.id }
  },
})
