// Words taken out of a text, as places in what it said originally, so that each can be put back whatever else is out.

/** From which character up to which, the last not included; in UTF-16 units of the original. */
export type Place = [from: number, to: number]
/** Places of one decision and what stands there instead. */
export type Mask = { places: readonly Place[]; instead: string }

type Piece = { text: string; from: number; to: number; masked: boolean }

/** The text as it is shown, in pieces: what is original, and what stands for something. Of masks over the same words the widest is seen, of equal ones the last. */
function piecesOf(original: string, masks: readonly Mask[]): Piece[] {
  const all = masks.flatMap(({ places, instead }) => places.map(([from, to]) => ({ from, to, instead })))
  const seen = all
    .map((mask, order) => ({ ...mask, order }))
    .sort((a, b) => a.from - b.from || b.to - a.to || b.order - a.order)
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to, instead } of seen) {
    if (to <= at) continue // Within a wider one.
    if (from > at) pieces.push({ text: original.slice(at, from), from: at, to: from, masked: false })
    pieces.push({ text: instead, from: Math.max(from, at), to, masked: true })
    at = to
  }
  if (at < original.length) pieces.push({ text: original.slice(at), from: at, to: original.length, masked: false })
  return pieces
}

/** What is shown of a text: everything but what the masks cover. */
export const shownOf = (original: string, masks: readonly Mask[]): string => piecesOf(original, masks).map(({ text }) => text).join('')

/**
 * Where a passage that is shown stands in the original. One that reaches into what stands for something covers all that it
 * stands for; what stands for something is itself no passage.
 * @returns places that do not overlap, in order; none where the passage is not shown
 */
export function placesOf(passage: string, original: string, masks: readonly Mask[]): Place[] {
  const pieces = piecesOf(original, masks)
  const shown = pieces.map(({ text }) => text).join('')
  const starts = pieces.map((_, n) => pieces.slice(0, n).reduce((sum, { text }) => sum + text.length, 0))
  const pieceAt = (place: number) => starts.findLastIndex((start) => start <= place)
  const places: Place[] = []
  for (let at = shown.indexOf(passage); at >= 0; at = shown.indexOf(passage, at + passage.length)) {
    const [first, last] = [pieceAt(at), pieceAt(at + passage.length - 1)]
    if (first === last && pieces[first]!.masked) continue
    const from = pieces[first]!.masked ? pieces[first]!.from : pieces[first]!.from + at - starts[first]!
    const to = pieces[last]!.masked ? pieces[last]!.to : pieces[last]!.from + at + passage.length - starts[last]!
    const before = places.at(-1)
    if (before && from < before[1]) before[1] = to // Two that reach into the same.
    else places.push([from, to])
  }
  return places
}

/** How long the text can get at most, whichever of the masks are in force. */
export const longestOf = (original: string, masks: readonly Mask[]): number =>
  masks.reduce((sum, { places, instead }) => sum + places.reduce((grown, [from, to]) => grown + Math.max(0, instead.length - (to - from)), 0), original.length)
