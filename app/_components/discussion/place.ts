import type { Address } from '@/lib/addresses'

/** Where a thread stands: the addresses that its comments are reached by. A thread itself knows no owner. */
export type Place = {
  threadId: string
  /** The page of the task or proposal. */
  page: Address
  comment: (id: string) => Address
  /** Where its author changes it or takes it back, and where everyone sees what was changed. */
  edit: (id: string) => Address
  history: (id: string) => Address
  /** Where officials answer several comments at once, if they can here. */
  answer?: Address
  /** The whole conversation in any order: the address that a view's query belongs to. */
  conversation: Address
  /** The organisation whose proposal it is about, by the last part of its address. */
  proposer?: string
}
