/** What someone may do beyond what everyone signed in may do. */
export const roles = ['moderator', 'official', 'coordinator', 'admin', 'system'] as const
export type Role = (typeof roles)[number]

/** From an address alone, to a resident by their own word, to one that an identity provider has vouched for. */
export const levels = ['email', 'declared', 'verified'] as const
export type Level = (typeof levels)[number]

/** Someone who is signed in. Jobs and the command line act as the seeded person whose role is `system`. */
export type Person = {
  id: string
  /** The name shown beside their voice, once they have chosen one. */
  name: string | null
  roles: readonly Role[]
  suspendedUntil: Date | null
  /** Stands for the person in events; erasing it makes their events nobody's. */
  ledgerKey: string
  /** How far we know where they live. */
  level: Level
  /** Knows their mailbox again without knowing it: a keyed hash of the address. Null for whoever has none. */
  addressKey: string | null
}

/** Whoever is looking: a person, or nobody we know. */
export type Viewer = Person | null
