import type { Address } from '@/lib/addresses'

/** Where a thread stands: the addresses that its comments are reached by. A thread itself knows no owner. */
export type Place = {
  threadId: string
  /** The page of the task or proposal. */
  page: Address
  comment: (id: string) => Address
  older: (cursor: string) => Address
}
