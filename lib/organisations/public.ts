import { and, isNotNull, isNull } from 'drizzle-orm'
import { organisations } from './tables'

/** A confirmed organisation has a page and may call for volunteers and partners; not while moderation hides it. */
export const isPublic = and(isNotNull(organisations.confirmedAt), isNull(organisations.hiddenAt))!
export const isHidden = isNotNull(organisations.hiddenAt)
