import { fold } from '../text'

export type Part = { text: string; hit: boolean }

const before = 60
const long = 220

/**
 * The passage of a text around the first word that was found, in parts that say which of them were: text only, to be
 * shown as text, so that nothing in it can become markup (consul #4805).
 * @param forms the found words, folded
 */
export function snippet(text: string, forms: ReadonlySet<string>): Part[] {
  const words = text.replace(/\s+/g, ' ').split(/([\p{L}\p{M}\p{N}]+)/u)
  const isHit = (place: number) => place % 2 === 1 && forms.has(fold(words[place]!))
  const first = Math.max(0, words.findIndex((_, place) => isHit(place)))
  let begin = first
  for (let room = before; begin > 0 && room > 0; begin--) room -= words[begin - 1]!.length
  const parts: Part[] = begin > 0 ? [{ text: '… ', hit: false }] : []
  let length = 0
  let end = begin
  for (; end < words.length && length < long; end++) {
    const hit = isHit(end)
    const last = parts.at(-1)
    if (last && last.hit === hit) last.text += words[end]!
    else parts.push({ text: words[end]!, hit })
    length += words[end]!.length
  }
  if (end < words.length) parts.push({ text: ' …', hit: false })
  return parts.filter(({ text }) => text)
}
