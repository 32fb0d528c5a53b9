// What looks like somebody's personal data (security.md A52). The browser asks before sending, the server again, so
// this file imports nothing.

export type PersonalData = { kind: 'pesel' | 'account' | 'card' | 'phone' | 'street'; passage: string }

/**
 * The passages of a text that look like personal data, in the order of the list of finders, each once.
 * Numbers count only with a right checksum; an address only when it leads to somebody's door.
 */
export function personalDataIn(text: string): PersonalData[] {
  const found: (PersonalData & { from: number; to: number })[] = []
  for (const { kind, looks, is } of finders) {
    for (const match of text.matchAll(looks)) {
      const passage = match[0].trim()
      const [from, to] = [match.index, match.index + match[0].length]
      if (found.some((other) => from < other.to && other.from < to)) continue
      if (is(passage.replace(/\D/g, ''), text.slice(Math.max(0, from - 12), from), text.slice(to, to + 12))) found.push({ kind, passage, from, to })
    }
  }
  return found.map(({ kind, passage }) => ({ kind, passage }))
}

type Finder = { kind: PersonalData['kind']; looks: RegExp; is: (digits: string, before: string, after: string) => boolean }

const finders: Finder[] = [
  { kind: 'account', looks: /(?<![\p{L}\d])(?:PL ?)?\d{2}(?:[ -]?\d{4}){6}(?!\d)/giu, is: (digits) => isAccount(digits) },
  { kind: 'card', looks: /(?<!\d)(?:[2-6]\d{3}(?:[ -]?\d{4}){3}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5})(?!\d)/g, is: (digits) => isCard(digits) },
  { kind: 'pesel', looks: /(?<!\d)\d{11}(?!\d)/g, is: (digits) => isPesel(digits) },
  {
    kind: 'phone',
    looks: /(?<![\d,.])(?:(?:\+|00)48[ -]?)?(?:\(?[1-9]\d\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}|\d{3}([ -]?)\d{3}\1\d{3})(?![ -]?\d|[.,]\d)/g,
    is: (digits, before, after) => isPhone(digits) && !/(?:regon|nip|krs)\W*$|\d[ .,-]?$/i.test(before) && !/^\s*(zł|pln|eur|€|mln|tys|mieszk|os[oó]b)/i.test(after),
  },
  { kind: 'street', looks: /(?<!\p{L})(?:ul|al|pl|os|ulic[aey]|alei|alej[aey]|osiedl[eu])\.?\s+[\p{Lu}\d][\p{L}\d. -]{1,40}?\s+\d{1,4}[a-z]?\s*(?:\/\s*|(?:m|lok|mieszkani[ae])\.?\s+)\d{1,4}(?!\d)/giu, is: () => true },
]

/** Eleven digits: a day of birth with its century in the month, and a check digit. */
export function isPesel(digits: string): boolean {
  const century = [1900, 2000, 2100, 2200, 1800][Math.floor(Number(digits.slice(2, 4)) / 20)]!
  const [year, month, day] = [century + Number(digits.slice(0, 2)), Number(digits.slice(2, 4)) % 20, Number(digits.slice(4, 6))]
  const born = new Date(Date.UTC(year, month - 1, day))
  const sum = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1].reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0)
  return sum % 10 === 0 && born.getUTCMonth() === month - 1 && born.getUTCDate() === day && born.getTime() <= Date.now()
}

/** A Polish account number: ISO 7064, mod 97, of the number with „PL” (2521) and the check digits moved to its end. */
export const isAccount = (digits: string): boolean => [...`${digits.slice(2)}2521${digits.slice(0, 2)}`].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1

/** A payment card: Luhn, and a number that the big schemes give. */
function isCard(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((sum, digit, at) => sum + (at % 2 === 0 ? Number(digit) : (Number(digit) * 2) % 9 || (digit === '9' ? 9 : 0)), 0)
  return sum % 10 === 0 && /^(4|5[1-5]|2[2-7]|6|3[47])/.test(digits)
}

/** Nine digits (after +48) that begin as mobile numbers or as an area code do; round ones are amounts. */
function isPhone(digits: string): boolean {
  const number = digits.slice(-9)
  return /^(45|5[0137]|6[069]|7[2389]|88|1[2-8]|2[2-5]|29|3[2-4]|4[1-468]|5[24-689]|6[1-35-8]|7[14-7]|8[1-79]|9[145])/.test(number) && !/0{5,}$/.test(number)
}
