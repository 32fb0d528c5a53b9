import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { isUuid } from '../../ids'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { objectionTo } from '../../policy'
import type { RegisterEntry, RegisterOutcome } from '../register-entry'
import { canSeeDesk } from '../rules'
import { organisations, registerChecks } from '../tables'

export type RegisterCheck = { id: string; askedAt: Date; outcome: RegisterOutcome; entry: RegisterEntry | null }

/** What the register answered about an organisation, newest first, at most twenty; for the desk alone. */
export async function listRegisterChecks(viewer: Viewer, organisationId: string): Promise<RegisterCheck[]> {
  if (!viewer || !isUuid(organisationId) || objectionTo(canSeeDesk, viewer, null)) return []
  return db
    .select({ id: registerChecks.id, askedAt: registerChecks.askedAt, outcome: registerChecks.outcome, entry: registerChecks.entry })
    .from(registerChecks)
    .where(eq(registerChecks.organisationId, organisationId))
    .orderBy(desc(registerChecks.askedAt))
    .limit(20)
}

/** What the register has said about organisations since they were confirmed, and nobody at the desk has noted yet: liquidation, deletion. The newest of each. */
export async function listRegisterNotes(viewer: Viewer) {
  if (!viewer || objectionTo(canSeeDesk, viewer, null)) return []
  return db
    .selectDistinctOn([organisations.id], { id: registerChecks.id, organisationId: organisations.id, name: organisations.name, askedAt: registerChecks.askedAt, status: sql<RegisterEntry['status']>`coalesce(${registerChecks.entry} ->> 'status', 'deleted')` })
    .from(registerChecks)
    .innerJoin(organisations, eq(organisations.id, registerChecks.organisationId))
    .where(and(registerChecks.alarming, isNull(registerChecks.seenAt), gt(registerChecks.askedAt, organisations.confirmedAt)))
    .orderBy(organisations.id, desc(registerChecks.askedAt))
    .limit(100)
}
