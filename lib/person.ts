/** What someone may do beyond what everyone signed in may do. */
export const roles = ['moderator', 'official', 'admin', 'system'] as const
export type Role = (typeof roles)[number]

/** Someone who is signed in. Jobs and the command line act as the seeded person whose role is `system`. */
export type Person = {
  id: string
  /** The name shown beside their voice, once they have chosen one. */
  name: string | null
  roles: readonly Role[]
  suspendedUntil: Date | null
  /** Stands for the person in events; erasing it makes their events nobody's. */
  ledgerKey: string
}

/** Whoever is looking: a person, or nobody we know. */
export type Viewer = Person | null
