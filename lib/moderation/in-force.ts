import { and, asc, eq, gt, inArray, isNull, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { restrict } from '../accounts/steps'
import type { Tx } from '../db'
import { banProposals } from './sanction-tables'
import { sanctionKinds } from './sanctions'
import { decisions, warningsRead } from './tables'

/** Sanctions on somebody that count now: neither over, nor read where it was a warning, nor taken back, nor followed by the ban that a suspension waited for. Oldest first. */
export function sanctionsInForce(tx: Pick<Tx, 'select'>, personId: string) {
  const later = alias(decisions, 'later')
  return tx
    .select({ id: decisions.id, kind: decisions.kind, ground: decisions.ground, until: decisions.until, minutes: decisions.minutes, at: decisions.at })
    .from(decisions)
    .leftJoin(warningsRead, eq(warningsRead.decisionId, decisions.id))
    .where(
      and(
        eq(decisions.personId, personId),
        inArray(decisions.kind, [...sanctionKinds]),
        isNull(warningsRead.at),
        or(isNull(decisions.until), gt(decisions.until, sql`clock_timestamp()`)),
        notExists(tx.select({ id: later.id }).from(later).where(eq(later.undoesId, decisions.id))),
        notExists(tx.select({ id: banProposals.id }).from(banProposals).where(and(eq(banProposals.suspensionId, decisions.id), eq(banProposals.outcome, 'confirmed')))),
      ),
    )
    .orderBy(asc(decisions.at))
}

/** Writes on somebody's account what counts now; of several sanctions of a kind the one that lasts longest. */
export async function applySanctions(tx: Tx, personId: string): Promise<void> {
  const inForce = await sanctionsInForce(tx, personId)
  const longest = (kind: string) => inForce.filter((sanction) => sanction.kind === kind).sort((a, b) => Number(b.until) - Number(a.until))[0]
  const slow = longest('slow')
  await restrict(tx, personId, {
    suspendedUntil: longest('suspend')?.until ?? null,
    bannedAt: longest('ban')?.at ?? null,
    slowedUntil: slow?.until ?? null,
    slowMinutes: slow?.minutes ?? null,
    warnedAt: longest('warn')?.at ?? null,
  })
}
