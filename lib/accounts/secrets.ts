import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '../env'

/** A secret to put in a link or a cookie: 256 random bits. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** What of a session's secret is kept. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** What of a mailed link's secret is kept: the hash that next-auth 4 makes of it when the link comes back. */
export const linkHashOf = (secret: string) => hashOf(`${secret}${env.secret}`)

/** A keyed hash that only this installation can make; a key of its own for each purpose, so that two never meet. */
export const keyedHash = (purpose: 'act' | 'address' | 'identity' | 'invitation' | 'mailbox' | 'network' | 'national-number' | 'identity-round' | 'proof' | 'sanction' | 'statement' | 'unsubscribe', value: string) =>
  createHmac('sha256', keyFor(purpose)).update(value).digest('base64url')

const keys = new Map<string, Buffer>()
function keyFor(purpose: string): Buffer {
  const name = `${purpose} ${env.secret}`
  const key = keys.get(name) ?? Buffer.from(hkdfSync('sha256', env.secret, '', purpose, 32))
  keys.set(name, key)
  return key
}
