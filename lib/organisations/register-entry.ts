import { z } from 'zod'
import { canonLine, fold } from '../text'

/** How asking the register ended: it knows the number, it does not, it knows that it was struck off, it gave no answer, or none that can be read. */
export const registerOutcomes = ['found', 'missing', 'deleted', 'unreachable', 'garbled'] as const
export type RegisterOutcome = (typeof registerOutcomes)[number]

const line = z.string().max(4000).transform(canonLine)
const known = line.nullable().default(null)

/** What we keep of an entry in the register. Its lists of people are never read. */
export const registerEntry = z.strictObject({
  register: z.enum(['P', 'S']),
  krs: line,
  name: line,
  legalForm: known,
  nip: known,
  regon: known,
  /** Town of the seat, and street with numbers, post code and town. */
  town: known,
  street: known,
  address: known,
  status: z.enum(['active', 'liquidation', 'bankruptcy', 'deleted']),
  /** Which body represents it, and by which rule. */
  body: known,
  representation: known,
  /** The day of the register's state, as it says it („20.11.2026”). */
  asOf: known,
})
export type RegisterEntry = z.output<typeof registerEntry>

/** What the desk has to hear of. */
export const isAlarming = (outcome: RegisterOutcome, entry: Pick<RegisterEntry, 'status'> | null): boolean => outcome === 'deleted' || (entry !== null && entry.status !== 'active')

// The form of „OdpisAktualny” as JSON (https://api-krs.ms.gov.pl), read loosely: what is missing is not known, what is new
// is passed over. Only what is named here is taken, so nobody's name comes along.
const text = z.string().catch('')
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.preprocess((value) => (Array.isArray(value) ? value[0] : value) ?? {}, z.object(shape))
const answer = z.object({
  odpis: z.object({
    naglowekA: part({ rejestr: text, numerKRS: text, stanZDnia: text, stanPozycji: z.unknown() }),
    dane: z.object({
      dzial1: z.object({
        danePodmiotu: z.object({ nazwa: z.string().min(1), formaPrawna: text, identyfikatory: part({ nip: text, regon: text }) }),
        siedzibaIAdres: part({ siedziba: part({ miejscowosc: text }), adres: part({ ulica: text, nrDomu: text, nrLokalu: text, kodPocztowy: text, miejscowosc: text }) }),
      }),
      dzial2: part({ reprezentacja: part({ nazwaOrganu: text, sposobReprezentacji: text }) }),
      dzial6: z.record(z.string(), z.unknown()).catch({}),
    }),
  }),
})

/** Reads an answer of the register; null for what is none. @param register the one that was asked */
export function readEntry(json: unknown, register: 'P' | 'S'): RegisterEntry | null {
  const parsed = answer.safeParse(json)
  if (!parsed.success) return null
  const { naglowekA: head, dane } = parsed.data.odpis
  const { danePodmiotu: entity, siedzibaIAdres: seat } = dane.dzial1
  const { ulica, nrDomu, nrLokalu, kodPocztowy, miejscowosc } = seat.adres
  const street = [ulica, nrDomu && nrLokalu ? `${nrDomu}/${nrLokalu}` : nrDomu].filter(Boolean).join(' ')
  const orNull = (value: string) => value || null
  const entry = registerEntry.safeParse({
    register,
    krs: head.numerKRS,
    name: entity.nazwa,
    legalForm: orNull(entity.formaPrawna),
    nip: orNull(entity.identyfikatory.nip),
    regon: orNull(entity.identyfikatory.regon),
    town: orNull(seat.siedziba.miejscowosc || miejscowosc),
    street: orNull(street),
    address: orNull([street, [kodPocztowy, miejscowosc].filter(Boolean).join(' ')].filter(Boolean).join(', ')),
    status: statusOf(entity.nazwa, dane.dzial6),
    body: orNull(dane.dzial2.reprezentacja.nazwaOrganu),
    representation: orNull(dane.dzial2.reprezentacja.sposobReprezentacji),
    asOf: orNull(head.stanZDnia),
  })
  return entry.success ? entry.data : null
}

/** Section 6 holds liquidation, dissolution and bankruptcy; the name must say the first and the last too. */
function statusOf(name: string, dzial6: Record<string, unknown>): RegisterEntry['status'] {
  const folded = fold(name)
  const has = (key: RegExp) => Object.entries(dzial6).some(([section, value]) => key.test(section) && value !== null && JSON.stringify(value).length > 2)
  if (has(/^wykreslen/i)) return 'deleted'
  if (has(/upadlosc/i) || /\bw upadlosci\b/.test(folded)) return 'bankruptcy'
  return has(/^(likwidacja|rozwiazanie)/i) || /\bw likwidacji\b/.test(folded) ? 'liquidation' : 'active'
}

export type Typed = { name: string; seat: string; krs: string | null; nip: string | null; regon: string | null }
/** Whether what was typed agrees with the register; null where there is nothing to compare. */
export type Agreement = Record<'name' | 'seat' | 'nip' | 'regon', boolean | null>

/** Compares after folding: case, diacritics, punctuation and the words for the legal form make no difference. */
export function compare(typed: Typed, entry: RegisterEntry): Agreement {
  const seat = words(typed.seat)
  const has = (wanted: string | null) => wanted === null || words(wanted).every((word) => seat.includes(word))
  return {
    name: nameOf(typed.name) === nameOf(entry.name),
    // A town alone is a seat; who gives a street gives the right one.
    seat: entry.town === null ? null : has(entry.town) && (!/\d/.test(typed.seat) || has(entry.street)),
    nip: typed.nip && entry.nip ? typed.nip === entry.nip : null,
    // The register has fourteen digits, the last five of which are zeros for the seat.
    regon: typed.regon && entry.regon ? typed.regon.slice(0, 9) === entry.regon.slice(0, 9) : null,
  }
}

const words = (text: string) => fold(text).split(/[^a-z0-9]+/).filter((word) => word && !['ul', 'ulica', 'al', 'aleja', 'pl', 'plac'].includes(word))
const nameOf = (name: string) => words(name).join(' ').replace(/ w (likwidacji|upadlosci)$/, '').replace(/^(fundacja|stowarzyszenie) /, '')
