import { systemPerson } from '../accounts/people'
import { db } from '../db'
import { comments } from '../discussion/tables'
import { aPerson, aTask } from '../testing'
import { aloneAtMost, sayChosen } from './bulk'
import { decideInBulk } from './commands/bulk'
import { claimCase } from './commands/claims'

// For tests: what the commands of the desk take from somebody without an objection.

const sentence = 'Ta sama reklama w wielu miejscach.'
const aModerator = () => aPerson({ roles: ['moderator'] })

/** Comments that a check holds, as somebody ticks them in the queue. */
export async function ticked(count: number): Promise<{ ids: string[]; items: string[] }> {
  const [{ threadId }, author] = await Promise.all([aTask(), aPerson()])
  const rows = await db.insert(comments).values(Array.from({ length: count }, (_, n) => ({ threadId, authorId: author.id, body: `Tania pożyczka ${n}`, heldAt: new Date(), heldFor: 'links' as const }))).returning({ id: comments.id })
  const ids = rows.map(({ id }) => id)
  return { ids, items: ids.map((commentId) => sayChosen({ commentId, revision: 1, seen: null })) }
}

/** A decision about more than one moderator decides about alone, and who proposed it. */
export async function aProposedBulk() {
  const [{ ids, items }, moderator] = await Promise.all([ticked(aloneAtMost + 1), aModerator()])
  return { ids, moderator, bulkId: (await decideInBulk(moderator, { items, kind: 'keep', sentence })).id }
}

export const deskScenes = {
  claimCase: async () => ({ actor: await aModerator(), input: { commentId: (await ticked(1)).ids[0]! } }),
  async releaseCase() {
    const [{ ids: [commentId] }, actor] = await Promise.all([ticked(1), aModerator()])
    await claimCase(actor, { commentId })
    return { actor, input: { commentId: commentId! } }
  },
  decideInBulk: async () => ({ actor: await aModerator(), input: { items: (await ticked(2)).items, ground: 'spam', sentence } }),
  confirmBulk: async () => ({ actor: await aModerator(), input: { bulkId: (await aProposedBulk()).bulkId } }),
  async dropBulk() {
    const { moderator, bulkId } = await aProposedBulk()
    return { actor: moderator, input: { bulkId } }
  },
  setDeskSettings: async () => ({ actor: await aModerator(), input: { keys: 'yes', summary: 'yes' } }),
  async summariseDesk() {
    await ticked(1)
    return { actor: await systemPerson(), input: { personId: (await aModerator()).id } }
  },
}
