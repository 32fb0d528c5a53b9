import { and, isNotNull, isNull } from 'drizzle-orm'
import { proposals } from './tables'

/** Whatever was published keeps its page, also when it was rejected, withdrawn or merged; not while moderation hides it. */
export const isPublic = and(isNotNull(proposals.publishedAt), isNull(proposals.hiddenAt))!
export const isHidden = isNotNull(proposals.hiddenAt)
