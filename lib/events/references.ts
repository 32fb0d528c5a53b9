import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes that belong to one event. */
export const newSalt = (): Buffer => randomBytes(32)

/**
 * Stands for a value without telling it: SHA-256 of salt, name, a colon and value, as 64 hexadecimal digits. Whoever
 * has salt and value can check it; without the salt nobody can even guess (docs/ledger.md, security.md 2.5).
 * @param name what the value is, so that one kind of value never passes for another
 */
export const reference = (salt: Buffer, name: string, value: string): string => createHash('sha256').update(salt).update(`${name}:${value}`, 'utf8').digest('hex')
