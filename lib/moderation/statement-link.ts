import { idOfSigned, signed } from '../accounts/signed'

/** What a mailed link to a statement of reasons carries: whoever has the mail may read it and appeal, signed in or not. */
export const statementToken = (decisionId: string): string => signed('statement', decisionId)

/** The decision that a link leads to; null where it is none of ours. */
export const decisionOfToken = (token: string): string | null => idOfSigned('statement', token)
