import { z } from 'zod'
import { all, type Policy } from '../policy'
import { seen } from './rules'
import { canSanction, type Sanctioned, type SanctionKind } from './sanctions'

/** A ban takes two moderators. For so many days the account is suspended and the ban waits to be confirmed; then both are over. */
export const daysToConfirm = 7
/** How long a ban outlives the account that it was on: then a new account of that mailbox begins anew. */
export const monthsAfterErasure = 12

/** What came of a proposed ban: confirmed by somebody else, or not made at all. */
export type BanOutcome = 'confirmed' | 'dropped'
/** Sanctions that leaving does not end. A warning ends with being read, so leaving gains nothing. */
export const outliving = ['slow', 'suspend', 'ban'] as const satisfies SanctionKind[]
export type Barred = (typeof outliving)[number]

/** Somebody as those see them who mean to sanction them, and whether a ban of them waits already. */
export type Imposed = Sanctioned & { kind: SanctionKind; banWaits: boolean }
const oneBanAtOnce: Policy<Imposed> = (_, { kind, banWaits }) => (kind === 'ban' && banWaits ? { key: 'sanction.objection.banWaits' } : null)
/** A ban is only proposed by this, once at a time. */
export const canImpose: Policy<Imposed> = all<Imposed>(canSanction, oneBanAtOnce)

export const confirmBanInput = z.strictObject({ proposalId: z.uuid('problem.invalid'), seen })

/** A ban that waits for a second pair of eyes, as whoever asks stands to it. */
export type BanHeld = Sanctioned & { waits: boolean; proposedBySelf: boolean }
const stillWaits: Policy<BanHeld> = (_, { waits }) => (waits ? null : { key: 'sanction.objection.banSettled' })
const anotherPerson: Policy<BanHeld> = (_, { proposedBySelf }) => (proposedBySelf ? { key: 'sanction.objection.fourEyes' } : null)
/** Another moderator than the one who proposed it. Whoever would not confirm it lifts the suspension, with a reason. */
export const canConfirmBan: Policy<BanHeld> = all<BanHeld>(canSanction, stillWaits, anotherPerson)
