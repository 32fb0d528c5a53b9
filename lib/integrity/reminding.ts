import { systemPerson } from '../accounts/people'
import { db } from '../db'
import { Refusal } from '../refusal'
import { remindOfBallotAppeal } from './commands/reminders'
import { isDueForReminder } from './contested'
import { ballotAppeals } from './tables'

/** Tells moderators of appeals against invalidations. Several instances may do so at once: each reminder is sent once. */
export async function remindOfBallotAppeals(): Promise<void> {
  const due = await db.select({ appealId: ballotAppeals.id }).from(ballotAppeals).where(isDueForReminder)
  if (!due.length) return
  const system = await systemPerson()
  for (const appeal of due) {
    await remindOfBallotAppeal(system, appeal).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error // Answered meanwhile, or another instance was faster.
    })
  }
}

/** Looks each quarter of an hour. Called once by the server. */
export async function keepReminding(): Promise<void> {
  const look = () => void remindOfBallotAppeals().catch((error: unknown) => console.error('Moderators could not be told of appeals about votes; trying again in a quarter of an hour.', error))
  setInterval(look, 900_000).unref()
  look()
}
