const day = 86_400_000
const at = (date: string) => Date.parse(`${date}T00:00:00Z`)
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** Easter Sunday of a year, by the Gregorian computus (Meeus, Jones, Butcher). */
function easter(year: number): number {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1)
}

/** Holidays on fixed days, by month and day, with the first year of those that are new. */
const fixed: readonly [monthAndDay: string, since?: number][] = [['01-01'], ['01-06', 2011], ['05-01'], ['05-03'], ['08-15'], ['11-01'], ['11-11'], ['12-24', 2025], ['12-25'], ['12-26']]
/** In days after Easter: itself, its Monday, Pentecost, Corpus Christi. */
const movable = [0, 1, 49, 60]

/** Whether a day (yyyy-mm-dd) is a public holiday in Poland (act on days free from work of 1951; 24 December since 2025). */
export function isHoliday(date: string): boolean {
  const year = Number(date.slice(0, 4))
  if (fixed.some(([monthAndDay, since = 0]) => date.endsWith(`-${monthAndDay}`) && year >= since)) return true
  return movable.includes((at(date) - easter(year)) / day)
}

/** Monday to Friday, where no public holiday falls on it. */
export const isWorkingDay = (date: string): boolean => ![0, 6].includes(new Date(at(date)).getUTCDay()) && !isHoliday(date)

export const addDays = (date: string, days: number): string => dateOf(at(date) + days * day)

/** The day itself, or the first working day after it (k.p.a. art. 57 § 4). */
export function workingDayFrom(date: string): string {
  return isWorkingDay(date) ? date : workingDayFrom(addDays(date, 1))
}

/** The last day of a time of so many working days; the day of the event does not count (k.p.a. art. 57 § 1). */
export function addWorkingDays(date: string, days: number): string {
  let last = date
  for (let left = days; left > 0; ) {
    last = addDays(last, 1)
    if (isWorkingDay(last)) left--
  }
  return last
}

/** How many working days come after a day, until another one and with it; 0 where that is past. */
export function workingDaysUntil(from: string, until: string): number {
  let count = 0
  for (let date = addDays(from, 1); date <= until; date = addDays(date, 1)) if (isWorkingDay(date)) count++
  return count
}
