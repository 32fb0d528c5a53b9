/**
 * Everybody who may knock: `owner`, `editor` and `member` of one organisation and `stranger`, who owns another one;
 * `author`, whose comments the world holds; `assessor`, who has a place in an assessment; `former`, whose session has
 * ended, and `erased`, whose account is gone: both are to find what nobody finds.
 */
export const roleNames = ['resident', 'suspended', 'author', 'owner', 'editor', 'member', 'stranger', 'assessor', 'official', 'coordinator', 'moderator', 'admin', 'former', 'erased'] as const
export type RoleName = (typeof roleNames)[number]
export type Asker = 'nobody' | RoleName
export const askers: Asker[] = ['nobody', ...roleNames]

/** What the cookie of a browser holds. */
export type Session = string

/** As others see them: without any right. */
export const like = (asker: Asker): Asker => (asker === 'former' || asker === 'erased' ? 'nobody' : asker)
