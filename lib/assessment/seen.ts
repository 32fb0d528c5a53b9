import type { Handed } from './standing'
import type { Declaration } from './rules'

/** A card as others see it: without whose it is. */
export type CardSeen = Pick<Handed, 'place' | 'version' | 'lines'>
type OwnSeat = { declaration: Declaration | null; freed: boolean; submitted: boolean }

/**
 * Which cards somebody who leads the call, or assesses, may see: none before both of the first two are in, none while
 * their own waits to be handed in, and none where they have declared a conflict of interest.
 * @param own the viewer's own place in this assessment, if they have one
 */
export function cardsSeen(handed: readonly Handed[], own: OwnSeat | undefined): CardSeen[] {
  const conflict = own?.declaration === 'own' || own?.declaration === 'related'
  const writing = own && !own.freed && !own.submitted
  const bothIn = [1, 2].every((place) => handed.some((card) => card.place === place))
  return bothIn && !writing && !conflict ? handed.map(withoutName) : []
}

/** A card to be shown, with nothing that tells whose it is. */
export const withoutName = ({ place, version, lines }: Handed): CardSeen => ({ place, version, lines })
