const months = ['styczn', 'lut', 'marc', 'kwie', 'maj', 'czerw', 'lip', 'sierp', 'wrze', 'październik', 'listopad', 'grud']

/**
 * A day as a date field sends it (2027-03-01) or as people type it: „1.03.2027”, „01/03/2027”, „1 marca 2027”.
 * @returns yyyy-mm-dd, or null for what is no day between 2020 and 2099
 */
export function readDay(typed: string): string | null {
  const plain = typed.trim().toLowerCase().replace(/ ?r\.?$/, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const polish = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})$/.exec(plain)
  if (polish) return dayOf(Number(polish[3]), Number(polish[2]), Number(polish[1]))
  const words = /^(\d{1,2}) (\p{L}{3,12}) (\d{4})$/u.exec(plain)
  if (words) return dayOf(Number(words[3]), months.findIndex((month) => words[2]!.startsWith(month)) + 1, Number(words[1]))
  return null
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const there = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return there && year >= 2020 && year < 2100 ? date.toISOString().slice(0, 10) : null
}
