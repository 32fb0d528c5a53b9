import { and, eq, isNull, sql } from 'drizzle-orm'
import { command } from '../../command'
import { networkKey } from '../../network'
import { Refusal } from '../../refusal'
import { canShareNetworks, networkOnly, shareInput } from '../rules'
import { flags, sharedNetworks } from '../tables'

/** Says that many people use a network, a school's for instance: a burst from it raises no flag any more. */
export const shareNetwork = command({
  event: 'network.shared',
  input: shareInput,
  load: async (tx, input): Promise<{ key: string } | undefined> => {
    if (input.address !== undefined) return { key: networkKey(input.address) }
    const [flag] = await tx.select({ key: flags.cluster }).from(flags).where(and(eq(flags.id, input.flagId!), eq(flags.kind, 'network-burst')))
    return flag
  },
  allow: canShareNetworks,
  async run({ tx, person, input: { name }, subject }) {
    if (subject.key.startsWith('forgotten-')) throw new Refusal('conflict', { key: 'integrity.objection.networkForgotten' })
    const [network] = await tx.insert(sharedNetworks).values({ networkKey: subject.key, name, addedById: person.id }).returning({ id: sharedNetworks.id })
    return network!
  },
  conflicts: { shared_networks_once: { key: 'integrity.objection.sharedBefore' } },
})

/** Takes that back: from now on it is a network like others. */
export const unshareNetwork = command({
  event: 'network.unshared',
  input: networkOnly,
  load: async (tx, { networkId }) => (await tx.select({ id: sharedNetworks.id }).from(sharedNetworks).where(and(eq(sharedNetworks.id, networkId), isNull(sharedNetworks.removedAt))).for('update'))[0],
  allow: canShareNetworks,
  async run({ tx, person, input: { networkId } }) {
    await tx.update(sharedNetworks).set({ removedAt: sql`clock_timestamp()`, removedById: person.id }).where(eq(sharedNetworks.id, networkId))
    return { id: networkId }
  },
})
