const zone = 'Europe/Warsaw'
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })

/** What the city's clocks show at an instant, as a form's date-time field writes it: `2026-12-01T18:00`. */
export const cityTime = (instant: Date): string => clock.format(instant).replace(' ', 'T')

/**
 * The instant at which the city's clocks show a time (security.md A45).
 * @param local as a date-time field writes it
 * @returns `never` for the hour that is skipped in spring, `twice` for the one that comes twice in autumn, `unreadable`
 *   for what is no time
 */
export function instantOf(local: string): Date | 'never' | 'twice' | 'unreadable' {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return 'unreadable'
  const asIfUtc = Date.parse(`${local}:00Z`)
  if (Number.isNaN(asIfUtc) || new Date(asIfUtc).toISOString().slice(0, 16) !== local) return 'unreadable'
  // Poland is one hour ahead of UTC in winter and two in summer.
  const shown = [1, 2].map((hours) => new Date(asIfUtc - hours * 3_600_000)).filter((instant) => cityTime(instant) === local)
  return shown.length > 1 ? 'twice' : (shown[0] ?? 'never')
}
