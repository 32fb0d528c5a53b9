import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { systemPerson } from '../accounts/people'
import { mailboxOf } from '../accounts/rules'
import { keyedHash } from '../accounts/secrets'
import type { Tx } from '../db'
import { recordEvent } from '../events/recording'
import { translator } from '../messages'
import { monthsAfterErasure, outliving, type Barred } from './banning'
import { applySanctions, sanctionsInForce } from './in-force'
import { tellConcerned } from './letter'
import { barredMailboxes } from './sanction-tables'
import { decisions } from './tables'

// Leaving does not end a sanction: it waits for its end, or for a new account of the same mailbox. Of whoever left, a keyed
// hash of the mailbox is kept, under a key of its own, and nothing else that leads to them.

const mailboxKey = (emailCanonical: string) => keyedHash('sanction', mailboxOf(emailCanonical))
const isBarred = (kind: string): kind is Barred => (outliving as readonly string[]).includes(kind)

/** Keeps what counts now against somebody who leaves; of several of a kind, and of several accounts of a mailbox, what lasts longest. */
export async function barMailbox(tx: Tx, { id, emailCanonical }: { id: string; emailCanonical: string | null }): Promise<void> {
  if (!emailCanonical) return
  const inForce = await sanctionsInForce(tx, id)
  for (const { kind, until, minutes, ground } of inForce) {
    if (!isBarred(kind)) continue
    const bar = { ground, minutes, until: until ?? sql`clock_timestamp() + make_interval(months => ${monthsAfterErasure})` }
    await tx
      .insert(barredMailboxes)
      .values({ ...bar, kind, mailboxKey: mailboxKey(emailCanonical) })
      .onConflictDoUpdate({ target: [barredMailboxes.mailboxKey, barredMailboxes.kind], set: bar, setWhere: lte(barredMailboxes.until, sql`excluded.until`) })
  }
}

/**
 * Puts on a new account what waited for its mailbox, as decisions of its own with the rest of their time, which can be
 * contested like any other. A ban lasts as a ban does. From then on the account has them, and nothing waits.
 */
export async function inheritSanctions(tx: Tx, personId: string, emailCanonical: string): Promise<void> {
  const bars = await tx.delete(barredMailboxes).where(and(eq(barredMailboxes.mailboxKey, mailboxKey(emailCanonical)), gt(barredMailboxes.until, sql`clock_timestamp()`))).returning()
  if (!bars.length) return
  const system = await systemPerson()
  let afterId: string | null = null
  for (const { kind, ground, minutes, until } of bars) {
    const [decision]: (typeof decisions.$inferSelect)[] = await tx
      .insert(decisions)
      .values({ personId, kind, ground, minutes, until: kind === 'ban' ? null : until, sentence: translator('pl')('statement.carried'), origin: 'carried', moderatorId: system.id, afterId })
      .returning()
    afterId = decision!.id
    await recordEvent(tx, { name: 'person.sanctioned', actor: system.ledgerKey, subject: decision!.id })
    await tellConcerned(tx, { ...decision!, kind, personId })
  }
  await applySanctions(tx, personId)
}
