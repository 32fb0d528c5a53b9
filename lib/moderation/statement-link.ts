import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from '../accounts/secrets'
import { isUuid } from '../ids'

/** What a mailed link to a statement of reasons carries: whoever has the mail may read it and appeal, signed in or not. */
export const statementToken = (decisionId: string): string => `${decisionId}~${keyedHash('statement', decisionId)}`

/** The decision that a link leads to; null where it is none of ours. */
export function decisionOfToken(token: string): string | null {
  const [id = '', mark = ''] = token.split('~')
  if (!isUuid(id)) return null
  const [sent, ours] = [Buffer.from(mark), Buffer.from(keyedHash('statement', id))]
  return sent.length === ours.length && timingSafeEqual(sent, ours) ? id : null
}
