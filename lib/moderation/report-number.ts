import { randomInt } from 'node:crypto'

/** No 0, 1, I, L or O, which are taken for one another; 31 is a prime, which is what finds slips. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 12

/**
 * A number to look a report up by, as `Z-7K3M-92QF-XW4T`: eleven random signs (54 bits, so that nobody guesses one) and one
 * that finds a wrong sign or two that were swapped.
 */
export function newReportNumber(): string {
  const random = Array.from({ length: length - 1 }, () => signs[randomInt(signs.length)]).join('')
  return written(random + checkSignOf(random))
}

/** What somebody typed as a number, in its one form; null where it is none: a sign is wrong, missing or swapped. */
export function readReportNumber(typed: string): string | null {
  const read = typed.slice(0, 100).toUpperCase().replace(/^\s*Z[\s-]/, '').replace(/[\s-]/g, '')
  const known = read.length === length && [...read].every((sign) => signs.includes(sign))
  return known && checkSignOf(read.slice(0, -1)) === read.at(-1) ? written(read) : null
}

const written = (plain: string) => `Z-${plain.match(/.{4}/g)!.join('-')}`
/** Each place weighs differently, modulo a prime: one wrong sign or one swap always changes the sum. */
const checkSignOf = (plain: string) => signs[[...plain].reduce((sum, sign, place) => sum + (place + 2) * signs.indexOf(sign), 0) % signs.length]!
