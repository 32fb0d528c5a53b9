import { createHash, randomBytes } from 'node:crypto'
import { env } from '../env'

/** A secret to put in a link or a cookie: 256 random bits. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** What of a session's secret is kept. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** What of a mailed link's secret is kept: the hash that next-auth 4 makes of it when the link comes back. */
export const linkHashOf = (secret: string) => hashOf(`${secret}${env.secret}`)
