import { type Line, startsSmall } from './lines'
import { type Kind, type Mark, markOf } from './marks'
import { BARE_NUMBER, CAPTION, headerWords, PAGE_NUMBER, SOURCE, squash, UNFINISHED_HEADER, withoutContinued } from './page-furniture'
import { clip, LIMITS, type OutlineProblem, type Values } from './problems'

/** A heading and the pieces of its title as they come, one a line. */
export type Heading = { kind: Kind; code: string; line: number; pieces: string[]; tail: string; joinsNext: boolean }

/** A heading as a sentence to the operator calls it. */
export const nameOf = ({ kind, code, pieces }: Pick<Heading, 'kind' | 'code' | 'pieces'>): string =>
  kind === 'area' ? `area “${clip(pieces.join(''))}”` : `${kind === 'task' ? kind : `${kind} goal`} ${code}`

const WANTS_NUMBER = /(?:^|[\s(])(?:lat|latach|roku|rok|wieku|nr|pkt|ust\.|art\.|do|od|ponad|powyżej|poniżej|około|ok\.|min\.|minimum|najmniej|najwyżej|maksymalnie|godz\.|Agenda|Natura)$|[(–]$/u
const WANTS_CODE = /(?:^|[\s(])(?:zadani\p{Ll}{1,3}|zadań|cel|cel[eóu]\p{Ll}{0,3}|pkt|punk\p{Ll}{1,4}|nr|do|od|w|we|z|ze|o|na|po|i|oraz|lub|a|patrz|zob\.|por\.)$|[,(–]$/u

// A task that begins in the middle of a line: the two columns of a row run into one.
const MERGED_ROW = / \d{1,3}\.\d{1,3}\.\d{1,3}\. \p{Lu}/u

/** Walks the lines once. Says what it left out and what it could have read otherwise; nothing else is decided twice. */
export function headingsOf(lines: Line[]) {
  const headings: Heading[] = []
  const problems: OutlineProblem[] = []
  const warnings: OutlineProblem[] = []
  const seen = new Set<string>()
  const smallTitles = new Set<Kind>()
  const captions = new Map<string, string>()
  const repeatable = new Map<string, number>()
  let captionRest = ''
  let aside: 'no' | 'quiet' | 'told' = 'no'
  let newest = ''
  let skipped: Line | undefined
  let strategic = ''
  let open: Heading | undefined
  let afterBlank = true
  let unfinishedHeader = false

  /** A code that a sentence mentions at the start of a wrapped line, told from a heading by the words before and after it. */
  function isMention({ kind, code, rest, dotted }: Mark): boolean {
    if (!open || aside !== 'no' || kind === 'area' || kind === 'strategic' || (dotted && /^[^\p{Ll}]/u.test(rest))) return false
    const small = startsSmall(rest)
    const wanted = WANTS_CODE.test(open.tail)
    const inGoal = open.kind === 'task' || open.kind === 'operational'
    if (kind === 'operational' && inGoal && small && !dotted && !smallTitles.has(kind) && !code.startsWith(`${strategic}.`)) return true
    const unusual = small && !smallTitles.has(kind)
    return seen.has(code) ? wanted || unusual : wanted && (unusual || rest === '')
  }

  function looksLikeHeading(text: string, mark: Mark | undefined): boolean {
    if (mark || MERGED_ROW.test(text)) return true
    if (/^(?:\d{1,2}[.)] ?\p{Lu}|(?:Rozdział|ROZDZIAŁ|Załącznik|ZAŁĄCZNIK|Aneks|ANEKS)(?!\p{L})|cel strategiczny \d{1,3} ?[:.–])/u.test(text)) return true
    return afterBlank && /^\p{Lu}/u.test(text) && /[.!?]$/.test(open?.tail ?? '')
  }

  function add(heading: Heading, { line, text, joinsNext }: Line): void {
    if (text === '') return
    heading.pieces.push((heading.pieces.length > 0 && !heading.joinsNext ? ' ' : '') + text)
    heading.tail = (heading.tail + ' ' + text.slice(-60)).slice(-60)
    heading.joinsNext = joinsNext
    if (text.includes('\ufffd')) problems.push({ line, problem: 'unreadable-character', values: { text: clip(text) } })
  }

  function start(mark: Mark, line: Line): void {
    open = { kind: mark.kind, code: mark.code, line: line.line, pieces: [], tail: '', joinsNext: false }
    headings.push(open)
    aside = 'no'
    seen.add(mark.code)
    if (mark.kind === 'strategic') strategic = mark.code
    if (startsSmall(mark.rest)) smallTitles.add(mark.kind)
    if (mark.problem) problems.push({ line: line.line, problem: mark.problem, values: { text: clip(line.text), code: mark.code } })
    else if (mark.written !== mark.code) warnings.push({ line: line.line, problem: 'leading-zero', values: { text: mark.written, code: mark.code } })
    add(open, { ...line, text: mark.rest })
    if (MERGED_ROW.test(mark.rest)) warn('heading-like-text', line.line, line.text)
  }

  function warn(problem: OutlineProblem['problem'], line: number, text: string, more: Values = {}): void {
    if (open?.kind !== 'unreadable') warnings.push({ line, problem, values: { text: clip(text), heading: open ? nameOf(open) : '', ...more } })
  }

  /** A caption seen before is skipped word for word, so that a title may go on after it; a new one ends the open title. */
  function caption(number: string, text: string): void {
    const words = squash(withoutContinued(text))
    const earlier = captions.get(number) ?? '\n'
    captionRest = earlier.startsWith(words) ? earlier.slice(words.length) : ''
    if (withoutContinued(text) !== text || earlier.startsWith(words) || words.startsWith(earlier)) return
    captions.set(number, words.slice(0, LIMITS.title))
    newest = number
    aside = 'quiet'
  }

  function isCaptionRest(text: string): boolean {
    if (captionRest === '' || text.length > LIMITS.title) return false
    const words = squash(withoutContinued(text))
    const matches = words !== '' && captionRest.startsWith(words)
    captionRest = matches ? captionRest.slice(words.length) : ''
    return matches
  }

  /** After a caption or a source note. Before the first heading, and after a further table's caption, its wrapped lines are no news. */
  function leaveOut({ line, text }: Line): void {
    const wrapped = open ? !afterBlank && captions.size > 1 : true
    if (wrapped && newest !== '') captions.set(newest, ((captions.get(newest) ?? '') + squash(text)).slice(0, LIMITS.title))
    if (wrapped || aside === 'told') return
    warnings.push({ line, problem: 'text-left-out', values: { text: clip(text) } })
    aside = 'told'
  }

  function plain(line: Line, mark: Mark | undefined): void {
    const { text } = line
    if (aside !== 'no' && (open || !afterBlank || startsSmall(text))) {
      leaveOut(line)
    } else if (!open) {
      if (problems.length === 0) problems.push({ line: line.line, problem: 'text-before-first-heading', values: { text: clip(text) } })
    } else {
      const first = repeatable.get(text)
      if (first !== undefined) warn('repeated-text', line.line, text, { first })
      else if (text.length >= 25 && text.length <= 200 && /^\p{Lu}/u.test(text)) repeatable.set(text, line.line)
      if (skipped) warn('number-left-out', skipped.line, skipped.text)
      if (looksLikeHeading(text, mark)) warn('heading-like-text', line.line, text)
      add(open, line)
    }
  }

  for (const line of lines) {
    const { text } = line
    const number = BARE_NUMBER.test(text)
    const numberInTitle = number && !afterBlank && aside === 'no' && open !== undefined && (open.tail === '' || WANTS_NUMBER.test(open.tail))
    if (text === '' || (number && !numberInTitle) || PAGE_NUMBER.test(text.slice(0, 40)) || withoutContinued(text) === '') {
      skipped = number && open && !afterBlank ? line : undefined
      afterBlank = true
      continue
    }
    const header = headerWords(text, unfinishedHeader)
    const captioned = text.startsWith('T') ? CAPTION.exec(text.slice(0, 40))?.[1] : undefined
    unfinishedHeader = UNFINISHED_HEADER.test(header?.at(-1) ?? '')
    if (captioned !== undefined) caption(captioned, text)
    else if (SOURCE.test(text)) [aside, newest] = ['quiet', '']
    else if (!header && !isCaptionRest(text)) {
      const mark = numberInTitle ? undefined : markOf(text)
      if (numberInTitle) warn('number-in-title', line.line, text)
      if (mark && !isMention(mark)) start(mark, line)
      else plain(line, mark)
    }
    skipped = undefined
    afterBlank = header !== undefined
  }
  return { headings, problems, warnings }
}
