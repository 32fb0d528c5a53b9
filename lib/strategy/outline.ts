export type Outline = { areas: { name: string; strategicGoals: { code: string; title: string; operationalGoals: { code: string; title: string; tasks: { code: string; title: string }[] }[] }[] }[] }

type Values = Record<string, string | number>

/** What can be wrong with a document, or odd in it, with the English for the operator. */
const SENTENCES = {
  'document-too-long': (v: Values) => `the document is longer than ${v.limit} characters; give only the table of areas, goals and tasks.`,
  'nothing-to-import': () => 'the document ends without a single task, so there is nothing to import.',
  'unreadable-character': (v: Values) => `a letter was damaged by an earlier conversion: ${quoted(v)}.`,
  'text-before-first-heading': (v: Values) => `${quoted(v)} stands before the first area.`,
  'code-not-understood': (v: Values) => `the number of ${quoted(v)} cannot be read.`,
  'code-too-deep': (v: Values) => `${v.code} is a level below a task; only areas, goals and tasks can be imported.`,
  'empty-title': (v: Values) => `${v.heading} has no title.`,
  'title-too-long': (v: Values) => `the title of ${v.heading} has ${v.length} characters, more than ${v.limit}.`,
  'strategic-goal-without-area': (v: Values) => `strategic goal ${v.code} has no area above it.`,
  'operational-goal-without-strategic-goal': (v: Values) => `operational goal ${v.code} has no strategic goal ${v.goal} above it.`,
  'operational-goal-under-another': (v: Values) => `operational goal ${v.code} stands under strategic goal ${v.open}.`,
  'task-without-goal': (v: Values) => `task ${v.code} has no operational goal ${v.goal} above it.`,
  'task-under-another-heading': (v: Values) => `task ${v.code} stands under ${v.open}, not under its operational goal ${v.goal}.`,
  'code-twice': (v: Values) => `${v.heading} is already on line ${v.first}.`,
  'title-differs': (v: Values) => `${v.heading} is “${v.text}” here but “${v.earlier}” on line ${v.first}.`,
  gap: (v: Values) => `before ${v.code}, ${v.missing} is missing.`,
  disorder: (v: Values) => `${v.code} comes after ${v.previous}; it was put in its place by number.`,
  'no-tasks': (v: Values) => `${v.heading} has no tasks.`,
  'leading-zero': (v: Values) => `${v.text} was read as ${v.code}.`,
  'heading-like-text': (v: Values) => `${quoted(v)} looks like a heading, but was read as part of the title of ${v.heading}.`,
  'number-in-title': (v: Values) => `the number ${v.text} was read as part of the title of ${v.heading}, not as a page number.`,
  'number-left-out': (v: Values) => `the number ${v.text} was taken for a page number, and left out of the title of ${v.heading}.`,
  'repeated-text': (v: Values) => `${quoted(v)} was read as part of the title of ${v.heading}, but is on line ${v.first} too; if it is a page header, take it out.`,
  'text-left-out': (v: Values) => `${quoted(v)} and what follows it, up to the next heading, was left out: it comes after a caption or a source note.`,
} as const

const quoted = (values: Values): string => `“${values.text}”`

/** `line` counts from 1, as an editor does. The values are what the sentence quotes. */
export type OutlineProblem = { line: number; problem: keyof typeof SENTENCES; values: Values }
export type OutlineReading = { ok: true; outline: Outline; warnings: OutlineProblem[] } | { ok: false; problems: OutlineProblem[] }

/** The longest document, in characters, the longest title, and how many problems or warnings are told at once. */
const LIMITS = { document: 2_000_000, title: 1000, told: 20 }

/** A problem or a warning as a plain English sentence for the operator: “Line 14: task 1.2.1 has no operational goal 1.2 above it.” */
export const sentence = (found: OutlineProblem): string => `Line ${found.line}: ${SENTENCES[found.problem](found.values)}`

/** Compares two codes number by number, for sorting: 1.1.9 before 1.1.10, and 1.1 before 1.1.1. */
export function compareCodes(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  const differing = left.findIndex((part, place) => part !== right[place])
  return differing < 0 ? left.length - right.length : (left[differing] ?? 0) - (right[differing] ?? -1)
}

// ---- Lines -------------------------------------------------------------------------------------------------------

/** A line, or a part of one between form feeds: white space collapsed, invisible characters gone. */
type Line = { line: number; text: string; joinsNext: boolean }

const LINE_END = /\r\n|\n|\r/
// A table pasted from a word processor has its cells parted by tabs: a task in the second column starts a line too.
const PARTS = /[\f\v\u0085\u2028\u2029]|\t(?= ?\d{1,3}\.\d{1,3}\.\d{1,3}[. ])/

function linesOf(document: string): Line[] {
  const plain = document.toWellFormed().normalize('NFC').replace(/[\u2010\u2011]/g, '-')
  const lines: Line[] = []
  for (const [index, raw] of plain.split(LINE_END).entries()) {
    for (const [place, part] of (PARTS.test(raw) ? raw.split(PARTS) : [raw]).entries()) {
      const visible = part.replace(/\p{Cf}+/gu, '')
      const joinsNext = part.endsWith('\u00ad') || /^\S-$/.test(visible.slice(-2))
      if (place > 0) lines.push({ line: index + 1, text: '', joinsNext: false })
      lines.push({ line: index + 1, text: visible.replace(/[\s\p{Cc}]+/gu, ' ').trim(), joinsNext })
    }
  }
  return lines
}

// Every pattern below looks at a bounded beginning or end of a line, so reading takes linear time.

const PAGE_NUMBER = /^(?:[-–—|] ?\d{1,3} ?[-–—|]|\| ?\d{1,3}|\d{1,3} ?\||(?:[Ss]trona|STRONA|[Ss]tr\.|[Ss]\.) ?\|? ?\d{1,4}(?: ?(?:z|\/) ?\d{1,4})?|\d{1,3} ?\| ?[Ss]trona|\d{1,3} ?(?:z|\/) ?\d{1,3}|(?:[Cc]d\.|[Cc]iąg dalszy) tab(?:eli|\.)(?: nr)? ?\d{1,4}\.?)$/
const BARE_NUMBER = /^\d{1,3}\.?$/
const CONTINUED = /(?:^| )(?:[[(](?:cd|c\.d|ciąg dalszy)\.?[\])]|[–—-] ?(?:cd|c\.d|ciąg dalszy)\.?|cd\.|c\.d\.|ciąg dalszy)$/u
const CAPTION = /^T(?:abela|ABELA|ab\.|AB\.)(?: nr)? ?(\d{1,4}[a-z]?)(?=[.:–—]| [–—(\p{Lu}-]|$)/u
const SOURCE = /^Ź(?:ródło|RÓDŁO) ?:/
const HEADER_WORDS = new Set('obszar obszary cel cele strategiczny strategiczne operacyjny operacyjne zadanie zadania realizacyjne realizacyjny priorytetowe działanie działania lp nr numer kod nazwa i oraz'.split(' '))

const HEADER_ADJECTIVE = /^(?:strategicz|operacyj|realizacyj)n[ey]$/
const UNFINISHED_HEADER = /^(?:cele?|zadani[ae]|i|oraz)$/

const withoutContinued = (text: string): string => text.slice(0, -20) + text.slice(-20).replace(CONTINUED, '')
const squash = (text: string): string => text.toLowerCase().replace(/[\s.:–—-]+/g, '')
const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
const startsSmall = (text: string): boolean => /^\p{Ll}/u.test(text)

/**
 * The words of a row of nothing but column names, else undefined. After a row that ended in a noun
 * („Cele”), its second line may begin with a small letter („operacyjne”).
 */
function headerWords(text: string, unfinished: boolean): string[] | undefined {
  if (text.length > 160 || !(unfinished ? /^[COZLNKosri]/ : /^[COZLNK]/).test(text)) return undefined
  const words = text.toLowerCase().split(/[\s|/,;:.–—-]+/).filter((word) => word !== '')
  if (!words.every((word) => HEADER_WORDS.has(word))) return undefined
  if (startsSmall(text)) return HEADER_ADJECTIVE.test(words[0] ?? '') || words.length > 1 ? words : undefined
  return words.some((word) => /^(?:cele?|zadani[ae]|lp)$/.test(word)) ? words : undefined
}

// ---- Headings ----------------------------------------------------------------------------------------------------

type Kind = 'area' | 'strategic' | 'operational' | 'task' | 'unreadable'
type Mark = { kind: Kind; code: string; written: string; rest: string; dotted: boolean; problem?: 'code-not-understood' | 'code-too-deep' }

const UNIT = /^ ?(?:[%‰°]|(?:mln|mld|tys|zł|proc|km|ha|m|kW|MW|GW|kWh|MWh|GWh|r|roku|godz|pkt)(?![\p{L}]))/u
const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 }

const roman = (numeral: string): number =>
  [...numeral].reduce((sum, digit, place, all) => sum + (ROMAN[digit] ?? 0) * ((ROMAN[digit] ?? 0) < (ROMAN[all[place + 1] ?? ''] ?? 0) ? -1 : 1), 0)

const unreadable = (text: string, problem: Mark['problem'] = 'code-not-understood', code = ''): Mark => ({ kind: 'unreadable', code, written: '', rest: text, dotted: true, problem })

/** What a line opens, or undefined when it is plain text. Capital letters tell „Obszar …” from the word in a sentence. */
function markOf(text: string): Mark | undefined {
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

// ---- From lines to headings --------------------------------------------------------------------------------------

/** A heading and the pieces of its title as they come, one a line. */
type Heading = { kind: Kind; code: string; line: number; pieces: string[]; tail: string; joinsNext: boolean }

const nameOf = ({ kind, code, pieces }: Pick<Heading, 'kind' | 'code' | 'pieces'>): string =>
  kind === 'area' ? `area “${clip(pieces.join(''))}”` : `${kind === 'task' ? kind : `${kind} goal`} ${code}`

const WANTS_NUMBER = /(?:^|[\s(])(?:lat|latach|roku|rok|wieku|nr|pkt|ust\.|art\.|do|od|ponad|powyżej|poniżej|około|ok\.|min\.|minimum|najmniej|najwyżej|maksymalnie|godz\.|Agenda|Natura)$|[(–]$/u
const WANTS_CODE = /(?:^|[\s(])(?:zadani\p{Ll}{1,3}|zadań|cel|cel[eóu]\p{Ll}{0,3}|pkt|punk\p{Ll}{1,4}|nr|do|od|w|we|z|ze|o|na|po|i|oraz|lub|a|patrz|zob\.|por\.)$|[,(–]$/u

// A task that begins in the middle of a line: the two columns of a row run into one.
const MERGED_ROW = / \d{1,3}\.\d{1,3}\.\d{1,3}\. \p{Lu}/u

/** Walks the lines once. Says what it left out and what it could have read otherwise; nothing else is decided twice. */
function headingsOf(lines: Line[]) {
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

// ---- From headings to the outline ----------------------------------------------------------------------------------

type Node = { kind: Kind; code: string; title: string; line: number; area: Node | undefined; children: Node[] }

const fold = (title: string): string => title.toLowerCase()
const parentCode = (code: string): string => code.slice(0, code.lastIndexOf('.'))

/** Puts the headings under one another. A wrong one is told and stays out; what is under it is not blamed again. */
function treeOf(headings: Heading[]) {
  const problems: OutlineProblem[] = []
  const warnings: OutlineProblem[] = []
  const areas = new Map<string, Node>()
  const byCode = new Map<string, Node>()
  let area: Node | undefined
  let strategic: Node | undefined
  let operational: Node | undefined
  let previous = ''

  const label = (node: Node): string => nameOf({ ...node, pieces: [node.title] })
  const fail = (node: Node, problem: OutlineProblem['problem'], values: Values): void => void problems.push({ line: node.line, problem, values })

  function openArea(node: Node): void {
    const earlier = areas.get(fold(node.title))
    if (earlier && earlier === area) return
    if (!earlier) areas.set(fold(node.title), node)
    area = earlier ?? node
    strategic = operational = undefined
  }

  /** The same heading repeated on a next page is one; with another title, or for a task at all, it is a mistake. */
  function repeated(node: Node): Node | undefined {
    const earlier = byCode.get(node.code)
    const values = { heading: label(node), first: earlier?.line ?? 0 }
    if (!earlier) byCode.set(node.code, node)
    else if (node.kind === 'task' || earlier.area !== node.area) fail(node, 'code-twice', values)
    else if (fold(earlier.title) !== fold(node.title)) fail(node, 'title-differs', { ...values, text: clip(node.title), earlier: clip(earlier.title) })
    return earlier
  }

  function ordered(node: Node, before: string | undefined): void {
    if (before && compareCodes(node.code, before) < 0) warnings.push({ line: node.line, problem: 'disorder', values: { code: node.code, previous: before } })
  }

  function openStrategic(node: Node): void {
    if (!area) fail(node, 'strategic-goal-without-area', { code: node.code })
    const earlier = repeated(node)
    if (earlier && earlier === strategic) return
    ordered(node, strategic?.code)
    if (!earlier) area?.children.push(node)
    strategic = earlier ?? node
    operational = undefined
  }

  function openOperational(node: Node): void {
    const goal = parentCode(node.code)
    if (!strategic) fail(node, 'operational-goal-without-strategic-goal', { code: node.code, goal })
    else if (strategic.code !== goal) fail(node, 'operational-goal-under-another', { code: node.code, open: strategic.code })
    const earlier = repeated(node)
    if (earlier !== operational) ordered(node, operational?.code)
    if (!earlier) strategic?.children.push(node)
    operational = earlier ?? node
  }

  function addTask(node: Node): void {
    const goal = byCode.get(parentCode(node.code))
    const values = { code: node.code, goal: parentCode(node.code) }
    const above = operational ?? strategic ?? area
    if (!goal) fail(node, 'task-without-goal', values)
    else if (!operational && above) fail(node, 'task-under-another-heading', { ...values, open: label(above) })
    if (repeated(node) || !goal) return
    if (parentCode(previous) === goal.code) ordered(node, previous)
    else if (goal !== operational) ordered(node, operational?.code)
    goal.children.push(node)
    previous = node.code
  }

  const open = { area: openArea, strategic: openStrategic, operational: openOperational, task: addTask, unreadable: () => {} }
  for (const heading of headings) {
    const whole = heading.pieces.join('')
    const title = heading.kind === 'task' ? whole : withoutContinued(whole)
    const node: Node = { kind: heading.kind, code: heading.code, title, line: heading.line, area: heading.kind === 'area' ? undefined : area, children: [] }
    const named = heading.kind === 'area' ? title.replace(/^obszar/i, '') : title
    if (heading.kind !== 'unreadable' && !/[\p{L}\p{N}]/u.test(named)) fail(node, 'empty-title', { heading: label(node) })
    if (title.length > LIMITS.title) fail(node, 'title-too-long', { heading: label(node), length: title.length, limit: LIMITS.title })
    open[heading.kind](node)
  }
  return { areas: [...areas.values()], problems, warnings }
}

const byNumber = (nodes: Node[]): Node[] => [...nodes].sort((a, b) => compareCodes(a.code, b.code))

/** Numbers that are missing before the first of sorted siblings or between two of them: „1.1.2” or „1.1.2–1.1.4”. */
function gapsIn(siblings: Node[]): OutlineProblem[] {
  let expected = 1
  return siblings.flatMap(({ code, line }) => {
    const place = code.lastIndexOf('.') + 1
    const [stem, number, first] = [code.slice(0, place), Number(code.slice(place)), expected]
    expected = number + 1
    if (number <= first) return []
    return [{ line, problem: 'gap' as const, values: { code, missing: number === first + 1 ? stem + first : `${stem + first}–${stem}${number - 1}` } }]
  })
}

function oddities(areas: Node[]): OutlineProblem[] {
  const strategic = areas.flatMap((area) => area.children)
  const operational = strategic.flatMap((goal) => goal.children)
  const empty = [...areas, ...strategic, ...operational].filter(({ children }) => children.length === 0)
  return [
    ...empty.map((node) => ({ line: node.line, problem: 'no-tasks' as const, values: { heading: nameOf({ ...node, pieces: [node.title] }) } })),
    ...[strategic, ...[...strategic, ...operational].map(({ children }) => children)].flatMap((siblings) => gapsIn(byNumber(siblings))),
  ]
}

const outlineOf = (areas: Node[]): Outline => ({
  areas: areas.map((area) => ({
    name: area.title,
    strategicGoals: byNumber(area.children).map((strategic) => ({
      code: strategic.code,
      title: strategic.title,
      operationalGoals: byNumber(strategic.children).map((operational) => ({
        code: operational.code,
        title: operational.title,
        tasks: byNumber(operational.children).map(({ code, title }) => ({ code, title })),
      })),
    })),
  })),
})

const told = (found: OutlineProblem[]): OutlineProblem[] => [...found].sort((a, b) => a.line - b.line).slice(0, LIMITS.told)

/**
 * Reads the text of a strategy's table into its areas, goals and tasks.
 *
 * In: the decoded text of a document, at most 2,000,000 characters. Out: the outline, areas as they come, goals and
 * tasks sorted by number, titles as adopted with white space collapsed; or what is wrong with the document, by line,
 * at most 20 of it, and then nothing of it may be imported. Warnings (at most 20) are gaps, disorder, and every place
 * where the reader had to choose between two readings. Throws nothing; takes time linear in the text.
 *
 * Where a line could be two things:
 * - A line with only a number of up to three digits is a page number, unless it follows directly on a code without a
 *   title or on a word that wants a number („do lat” / „3”). Four digits are a year, and text.
 * - A wrapped line that begins with a code is text when the words around it say so („zadania” / „1.1.5 w zakresie”).
 * - A hyphen that ends a line joins, unless a space stands before it: then it is a dash.
 * - 1.01.1 is 1.1.1, with a warning; 1.1.1a, 1.1.0 and 1.1.1.1 are mistakes. „Cel strategiczny II” is goal 2.
 */
export function readOutline(text: string): OutlineReading {
  if (text.length > LIMITS.document) {
    const line = text.slice(0, LIMITS.document).split(LINE_END).length
    return { ok: false, problems: [{ line, problem: 'document-too-long', values: { limit: LIMITS.document } }] }
  }
  const lines = linesOf(text)
  const { headings, ...reading } = headingsOf(lines)
  const { areas, ...tree } = treeOf(headings)
  const problems = [...reading.problems, ...tree.problems]
  if (problems.length === 0 && !headings.some(({ kind }) => kind === 'task')) problems.push({ line: lines.at(-1)?.line ?? 1, problem: 'nothing-to-import', values: {} })
  if (problems.length > 0) return { ok: false, problems: told(problems) }
  return { ok: true, outline: outlineOf(areas), warnings: told([...reading.warnings, ...tree.warnings, ...oddities(areas)]) }
}
