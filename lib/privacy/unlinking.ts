import { sql } from 'drizzle-orm'
import { db } from '../db'

const everyHours = 1

/**
 * PostgreSQL marks each row with the transaction that wrote it last (`xmin`): the ballots and reactions of whoever leaves, and
 * the event of their leaving, bear the same mark. So what is nobody's is written anew, all of a question or a comment at once, in
 * a transaction without an event; from then on the mark tells of nobody in particular.
 */
export async function unlinkDisowned(): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('glos.erasing', 'on', true)`) // The history of ballots may be touched by nothing else: a trigger.
    await tx.execute(sql`
      with linked as (
        select distinct question_id from ballots join events on events.xmin = ballots.xmin
        where events.name = 'account.deleted' and person_id is null and batch_id is null
      ), written as (
        update ballots set person_id = null from linked where ballots.question_id = linked.question_id and person_id is null and batch_id is null returning ballots.id
      )
      update ballot_history set id = ballot_history.id from written where ballot_id = written.id and ballot_history.id < 0`)
    await tx.execute(sql`
      with linked as (
        select distinct comment_id from reactions join events on events.xmin = reactions.xmin where events.name = 'account.deleted' and person_id is null
      )
      update reactions set person_id = null from linked where reactions.comment_id = linked.comment_id and person_id is null`)
  })
}

/** Looks each hour. Called once by the server. */
export async function keepUnlinking(): Promise<void> {
  const look = () => void unlinkDisowned().catch((error: unknown) => console.error(`What is nobody's could not be written anew; trying again in ${everyHours} hour.`, error))
  setInterval(look, everyHours * 3_600_000).unref()
  look()
}
