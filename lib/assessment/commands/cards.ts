import { eq, sql } from 'drizzle-orm'
import { command } from '../../command'
import type { Tx } from '../../db'
import type { Person } from '../../person'
import { Refusal } from '../../refusal'
import { readCard } from '../card'
import { seatHeld } from '../held'
import { assessorOnly, cardInput, mayWriteCard } from '../rules'
import { listCriteriaOf, setOf } from '../standing'
import { cardPoints, cards } from '../tables'

async function cardHeld(tx: Tx, input: { assessorId: string }, person: Person) {
  const seat = await seatHeld(tx, input, person)
  if (!seat) return undefined
  const set = await setOf(tx, seat.proposalId)
  const [card] = await tx.select({ typed: cards.typed }).from(cards).where(eq(cards.assessorId, input.assessorId))
  return { ...seat, criteria: set ? await listCriteriaOf(tx, set.id) : [], typed: card?.typed ?? [] }
}

/** Keeps a card as typed, whatever it says. */
export const saveCard = command({
  event: 'card.saved',
  input: cardInput,
  limit: { max: 600, minutes: 60 },
  load: cardHeld,
  allow: mayWriteCard,
  async run({ tx, input: { assessorId, lines, go }, subject }) {
    const typed = subject.criteria.flatMap(({ id }) => lines.find(({ criterion }) => criterion === id) ?? subject.typed.find(({ criterion }) => criterion === id) ?? [])
    await tx.insert(cards).values({ assessorId, typed }).onConflictDoUpdate({ target: cards.assessorId, set: { typed, savedAt: sql`now()` } })
    return { id: assessorId, go }
  },
})

/** Hands a card in: from here on it stays as it is. */
export const submitCard = command({
  event: 'card.submitted',
  input: assessorOnly,
  limit: { max: 60, minutes: 60 },
  load: cardHeld,
  allow: mayWriteCard,
  async run({ tx, input: { assessorId }, subject }) {
    const { lines, problems } = readCard(subject.typed, subject.criteria)
    if (problems) throw new Refusal('invalid', { key: 'assessment.objection.notWhole' }, problems)
    await tx.insert(cardPoints).values(lines.map((line) => ({ ...line, assessorId })))
    await tx.update(cards).set({ submittedAt: sql`now()`, version: subject.version }).where(eq(cards.assessorId, assessorId))
    return { id: assessorId }
  },
  conflicts: { cards_handed_in_once: { key: 'assessment.objection.submitted' } },
})
