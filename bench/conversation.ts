import { v7 } from 'uuid'
import { voice } from './voices'
import { size } from './size'

/** A row of comments, with what the database's triggers would have found out about it. */
export type Said = {
  id: string
  thread_id: string
  parent_id: string | null
  root_id: string | null
  depth: number
  path: string[]
  author_id: string
  body: string
  stance: string | null
  /** As text: Drizzle has taken dates from the client. */
  posted_at: string
  replies: number
  agrees: number
  disagrees: number
  passes: number
}

const day = 24 * 60 * 60 * 1000
const halfAYear = 180 * day
const indentAtMost = 4

/** A thread as people make one: most answers go to what was said lately, some branches grow deep, and one in a while wide. */
export function conversation(threadId: string, count: number, people: string[], roll: () => number): Said[] {
  const said: Said[] = []
  const roots = new Map<string, Said>()
  const first = Date.now() - halfAYear
  let popular: Said | undefined
  for (let number = 0; number < count; number++) {
    const at = first + Math.floor((halfAYear * (number + roll())) / count) - day
    if (said.length && roll() < 0.002) popular = someOf([...roots.values()].slice(-200), roll)
    const lately = said[said.length - 1 - Math.floor(roll() ** 2 * Math.min(said.length, 60))]
    const parent = said.length && roll() < size.answers ? (popular && roll() < 0.1 ? popular : lately) : undefined
    const id = v7({ msecs: at })
    const comment: Said = {
      id,
      thread_id: threadId,
      parent_id: parent?.id ?? null,
      root_id: parent ? (parent.root_id ?? parent.id) : null,
      depth: parent ? parent.depth + 1 : 0,
      path: parent ? [...parent.path.slice(0, indentAtMost), id] : [id],
      author_id: someOf(people, roll),
      body: voice(roll),
      stance: roll() < 0.5 ? null : someOf(['for', 'against', 'question', 'idea'], roll),
      posted_at: new Date(at).toISOString(),
      replies: 0,
      agrees: 0,
      disagrees: 0,
      passes: 0,
    }
    said.push(comment)
    if (!parent) {
      roots.set(id, comment)
      continue
    }
    parent.replies++
    const root = roots.get(comment.root_id!)!
    if (root !== parent) root.replies++
  }
  return said
}

type Reaction = { id: string; comment_id: string; person_id: string; kind: string }

/** Reactions to them, one a person and comment, counted beside each. */
export function reactionsTo(said: Said[], count: number, people: string[], roll: () => number): Reaction[] {
  const given = new Map<string, Reaction>()
  for (let number = 0; number < count; number++) {
    const comment = someOf(said, roll)
    const person = someOf(people, roll)
    const key = comment.id + person
    if (comment.author_id === person || given.has(key)) continue
    const kind = roll() < 0.7 ? 'agree' : roll() < 0.7 ? 'disagree' : 'pass'
    given.set(key, { id: v7(), comment_id: comment.id, person_id: person, kind })
    if (kind === 'agree') comment.agrees++
    else if (kind === 'disagree') comment.disagrees++
    else comment.passes++
  }
  return [...given.values()]
}

export const someOf = <Thing>(things: readonly Thing[], roll: () => number): Thing => things[Math.floor(roll() * things.length)]!
