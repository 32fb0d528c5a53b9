import { timingSafeEqual } from 'node:crypto'
import { isUuid } from '../ids'
import { keyedHash } from './secrets'

type Purpose = Parameters<typeof keyedHash>[0]

/** A key of something with our mark on it, for a mailed link: whoever has the link may do what it is for, signed in or not. */
export const signed = (purpose: Purpose, id: string): string => `${id}~${keyedHash(purpose, id)}`

/** The key that such a link carries; null where it is none of ours, or for another purpose. */
export function idOfSigned(purpose: Purpose, token: string): string | null {
  const [id = '', mark = ''] = token.split('~')
  if (!isUuid(id)) return null
  const [sent, ours] = [Buffer.from(mark), Buffer.from(keyedHash(purpose, id))]
  return sent.length === ours.length && timingSafeEqual(sent, ours) ? id : null
}
