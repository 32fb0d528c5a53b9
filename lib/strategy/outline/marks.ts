import { startsSmall } from './lines'

export type Kind = 'area' | 'strategic' | 'operational' | 'task' | 'unreadable'
/** What a line opens: `written` is its code as it stood there, `rest` the beginning of its title. */
export type Mark = { kind: Kind; code: string; written: string; rest: string; dotted: boolean; problem?: 'code-not-understood' | 'code-too-deep' }

const UNIT = /^ ?(?:[%‰°]|(?:mln|mld|tys|zł|proc|km|ha|m|kW|MW|GW|kWh|MWh|GWh|r|roku|godz|pkt)(?![\p{L}]))/u
const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 }

const roman = (numeral: string): number =>
  [...numeral].reduce((sum, digit, place, all) => sum + (ROMAN[digit] ?? 0) * ((ROMAN[digit] ?? 0) < (ROMAN[all[place + 1] ?? ''] ?? 0) ? -1 : 1), 0)

const unreadable = (text: string, problem: Mark['problem'] = 'code-not-understood', code = ''): Mark => ({ kind: 'unreadable', code, written: '', rest: text, dotted: true, problem })

/** What a line opens, or undefined when it is plain text. Capital letters tell „Obszar …” from the word in a sentence. */
export function markOf(text: string): Mark | undefined {
  if (!/^[OCZIVX\d]/.test(text)) return undefined
  if (/^O(?:bszar|BSZAR)(?![\p{L}\d-])/u.test(text)) return { kind: 'area', code: '', written: '', rest: text, dotted: true }
  const named = text.startsWith('C') ? /^cel (strategiczny|operacyjny)(?!\p{L})/iu.exec(text.slice(0, 30)) : null
  if (named?.[1]?.toLowerCase() === 'strategiczny') return strategicMark(text, named[0].length)
  const prefix = named ?? /^Z(?:adanie|ADANIE)(?: realizacyjne| REALIZACYJNE)?(?= (?:nr )?\d)/.exec(text.slice(0, 40))
  const coded = codedMark(prefix ? text.slice(prefix[0].length).replace(/^[ :]{0,3}(?:nr )?/, '') : text)
  return coded ?? (named ? unreadable(text) : undefined)
}

function strategicMark(text: string, from: number): Mark {
  const number = /^[ :]{0,3}(?:nr )?(?:(\d{1,3})|([IVX]{1,6}))(?!\p{L}|\d|\.\d)[ .:)–—-]*/u.exec(text.slice(from, from + 60))
  const code = String(number?.[1] ? Number(number[1]) : roman(number?.[2] ?? ''))
  if (!number || code === '0') return unreadable(text)
  return { kind: 'strategic', code, written: number[1] ?? code, rest: text.slice(from + number[0].length), dotted: true }
}

/** „1.1. …” or „1.1.1. …”, with or without the last dot; not a date, an amount, a range or „1.1.5, …” in a sentence. */
function codedMark(text: string): Mark | undefined {
  if (/^[IVX]{1,6}\.\d/.test(text)) return unreadable(text)
  const found = /^(\d{1,3}(?:\.\d{1,3}){1,5})(\.?)(?!\.?\d)/.exec(text.slice(0, 40))
  if (!found) return undefined
  const [written, dotted, after] = [found[1] ?? '', found[2] === '.', text.slice(found[0].length)]
  const rest = after.slice(0, 10).replace(/^[ .:)–—-]+/, '') + after.slice(10)
  const numbers = written.split('.')
  if (/^(?:[,;…"”\]]|[-–—] ?\d|\)(?! \p{Lu}))/u.test(after)) return undefined
  if (!dotted && /^\p{Ll}/u.test(after)) return /^\p{Ll}(?!\p{L})/u.test(after) && !UNIT.test(after) ? unreadable(text) : undefined
  if (!dotted && (numbers.slice(1).every((part) => part.length === 3) || (numbers.length === 2 && UNIT.test(after)))) return undefined
  if (numbers.some((part) => Number(part) === 0)) return numbers.length === 2 && (!dotted || rest === '' || startsSmall(rest)) ? undefined : unreadable(text)
  const code = numbers.map(Number).join('.')
  if (numbers.length > 3) return unreadable(rest, 'code-too-deep', code)
  return { kind: numbers.length === 2 ? 'operational' : 'task', code, written, rest, dotted }
}
