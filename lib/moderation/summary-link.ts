import { idOfSigned, signed } from '../accounts/signed'
import { address } from '../addresses'
import { env } from '../env'
import type { Language } from '../language'

const token = (personId: string) => signed('unsubscribe', personId)

/** Whose summary a mailed link switches off; null where it is none of ours. */
export const moderatorOfLink = (token: string): string | null => idOfSigned('unsubscribe', token)

/** The page with the button: opening it changes nothing, so that programs that look into mails switch nothing off. */
export const stopSummaryPage = (personId: string, language: Language): string => env.origin + address(language, 'unsubscribe', { token: token(personId) })

/** What a mail program calls when somebody presses its own button (RFC 8058). */
export const stopSummaryAtOnce = (personId: string): string => `${env.origin}/api/unsubscribe/${encodeURIComponent(token(personId))}`
