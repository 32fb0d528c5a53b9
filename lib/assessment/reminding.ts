import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { systemPerson } from '../accounts/people'
import { db } from '../db'
import { proposals } from '../proposals/tables'
import { Refusal } from '../refusal'
import { remindAssessor } from './commands/assessors'
import { remindDays } from './rules'
import { cityToday, currentRound } from './standing'
import { assessors, cards } from './tables'

/** Reminds everybody whose card is due soon and not in. Several instances may do so at once: each person is reminded once. */
export async function remindDueAssessors(): Promise<void> {
  const due = await db
    .select({ assessorId: assessors.id })
    .from(assessors)
    .innerJoin(proposals, and(eq(proposals.id, assessors.proposalId), eq(proposals.state, 'published'), eq(assessors.round, currentRound)))
    .leftJoin(cards, eq(cards.assessorId, assessors.id))
    .where(and(isNull(assessors.remindedAt), isNull(assessors.freedAt), isNull(cards.submittedAt), lte(assessors.dueOn, sql`${cityToday} + ${remindDays}::int`)))
  if (!due.length) return
  const system = await systemPerson()
  for (const assessor of due) {
    await remindAssessor(system, assessor).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error // Handed in meanwhile, or another instance was faster.
    })
  }
}

/** Looks each hour. Called once by the server. */
export async function keepReminding(): Promise<void> {
  const look = () => void remindDueAssessors().catch((error: unknown) => console.error('Assessors could not be reminded; trying again in an hour.', error))
  setInterval(look, 3_600_000).unref()
  look()
}
