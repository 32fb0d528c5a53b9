/** Ten million złoty, in grosze: more in one field is a slip of the finger. */
export const moneyAtMost = 1_000_000_000
/** A million pieces, in thousandths. */
export const quantityAtMost = 1_000_000_000

/**
 * A decimal number as people in Poland type it: „12 500,00”, „12500”, „12.500,00”, „12,5”, „12.50”, with „zł” or without.
 * A dot before exactly three digits groups thousands, else it is a decimal mark.
 * @param places how many decimals there may be
 * @returns a whole number of the smallest unit (two places: 12,5 → 1250), or null for what is none, negative or finer
 */
export function readDecimal(typed: string, places: number): number | null {
  if (typed.length > 40) return null
  const plain = typed.replace(/[\s\u00a0\u202f]+/g, ' ').trim().replace(/ ?(?:zł|zl|pln)\.?$/i, '')
  const match =
    /^(\d{1,12}|[1-9]\d{0,2}(?: \d{3}){1,3}|[1-9]\d{0,2}(?:\.\d{3}){1,3})(?:,(\d+))?$/.exec(plain) ??
    /^(\d{1,12}|[1-9]\d{0,2}(?: \d{3}){1,3})\.(\d+)$/.exec(plain)
  if (!match) return null
  const [, whole = '', fraction = ''] = match
  if (fraction.length > places) return null
  const units = Number(whole.replace(/\D/g, '') + fraction.padEnd(places, '0'))
  return Number.isSafeInteger(units) ? units : null
}

/** Money as typed, in grosze. */
export const readMoney = (typed: string): number | null => readDecimal(typed, 2)

/** A quantity as typed, in thousandths. */
export const readQuantity = (typed: string): number | null => readDecimal(typed, 3)

/** What so much of a thing costs, in grosze, halves rounded up. Exact, however large the product. */
export function costOf(unitCostGrosze: number, quantityThousandths: number): number {
  return Number((BigInt(unitCostGrosze) * BigInt(quantityThousandths) + 500n) / 1000n)
}

/** The value of a row as it stands in the form; null while it cannot be told. */
export function costAsTyped({ unitCost, quantity }: { unitCost?: string; quantity?: string }): number | null {
  const money = readMoney(unitCost ?? '')
  const pieces = readQuantity(quantity ?? '')
  return money === null || pieces === null || money > moneyAtMost || pieces > quantityAtMost ? null : costOf(money, pieces)
}

/** Sum of what can be told, in grosze. */
export const sum = (amounts: readonly (number | null)[]): number => amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)

/** Whole percentages that add up to 100, by largest remainder; all 0 of nothing. */
export function shares(amounts: readonly number[]): number[] {
  const total = sum(amounts)
  if (!total) return amounts.map(() => 0)
  const exact = amounts.map((amount, place) => ({ place, floor: Math.floor((amount / total) * 100), rest: ((amount / total) * 100) % 1 }))
  const left = 100 - exact.reduce((all, { floor }) => all + floor, 0)
  const lucky = new Set([...exact].sort((a, b) => b.rest - a.rest).slice(0, left).map(({ place }) => place))
  return exact.map(({ place, floor }) => floor + Number(lucky.has(place)))
}
