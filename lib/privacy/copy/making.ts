import { and, asc, eq, isNull, lte, notInArray, sql } from 'drizzle-orm'
import { people } from '../../accounts/tables'
import { address } from '../../addresses'
import { client, db } from '../../db'
import { env } from '../../env'
import { fileStore } from '../../file-store'
import { translator } from '../../messages'
import { queueMail } from '../../outbox'
import { copyHours } from '../rules'
import { personalCopies } from '../tables'
import { toJson, toPage } from './page'
import { collect } from './parts'

/**
 * Makes every copy that was asked for and tells its owner by mail; several instances share the work. One that fails is
 * left to the next look, so that nobody's holds up the others.
 */
export async function makeDueCopies(): Promise<void> {
  const failed: string[] = []
  for (let made: boolean | string = true; made; ) {
    made = await makeOne(failed)
    if (typeof made === 'string') failed.push(made)
  }
}

/** @returns whether there was one to make; its id where that failed */
async function makeOne(except: readonly string[]): Promise<boolean | string> {
  let id: string | undefined
  try {
    return await db.transaction(async (tx) => {
      const [copy] = await tx
        .select({ id: personalCopies.id, language: personalCopies.language, jsonKey: personalCopies.jsonKey, pageKey: personalCopies.pageKey, person: { id: people.id, email: people.email, emailCanonical: people.emailCanonical, ledgerKey: people.ledgerKey } })
        .from(personalCopies)
        .innerJoin(people, eq(people.id, personalCopies.personId))
        .where(and(isNull(personalCopies.readyAt), except.length ? notInArray(personalCopies.id, [...except]) : undefined))
        .orderBy(asc(personalCopies.askedAt))
        .limit(1)
        .for('update', { of: personalCopies, skipLocked: true })
      if (!copy) return false
      id = copy.id
      const { language, person } = copy
      const whole = { madeAt: new Date(), site: env.origin, parts: await collect(tx, person, language) }
      const store = await fileStore()
      for (const [key, text] of [[copy.jsonKey, toJson(whole)], [copy.pageKey, toPage(whole, language)]] as const) {
        await store.delete(key) // What an instance that died had begun.
        await store.put(key, Buffer.from(text))
      }
      await tx.update(personalCopies).set({ readyAt: sql`now()`, expiresAt: sql`now() + ${copyHours} * interval '1 hour'` }).where(eq(personalCopies.id, id))
      const t = translator(language)
      if (person.email) await queueMail(tx, { to: person.email, subject: t('privacy.copy.mail.subject'), body: t('privacy.copy.mail.body', { link: env.origin + address(language, 'accountCopy'), hours: copyHours }) })
      return true
    })
  } catch (error) {
    if (!id) throw error
    console.error('A copy of somebody’s data could not be made; trying again in a minute.', error)
    return id
  }
}

/** Takes copies away whose time is over: the bytes first, then the row. @returns how many */
export async function removeOldCopies(): Promise<number> {
  const store = await fileStore()
  for (let removed = 0; ; removed++) {
    const found = await db.transaction(async (tx) => {
      const [copy] = await tx.select().from(personalCopies).where(lte(personalCopies.expiresAt, sql`now()`)).limit(1).for('update', { skipLocked: true })
      if (!copy) return false
      for (const key of [copy.jsonKey, copy.pageKey]) await store.delete(key)
      await tx.delete(personalCopies).where(eq(personalCopies.id, copy.id))
      return true
    })
    if (!found) return removed
  }
}

async function lookAfterCopies(): Promise<void> {
  for (const job of [removeOldCopies, makeDueCopies]) await job().catch((error: unknown) => console.error('Copies of people’s data could not be looked after; trying again in a minute.', error))
}

/** As soon as somebody asks, and each minute. Called once by the server. */
export async function keepMakingCopies(): Promise<void> {
  let round = Promise.resolve()
  const look = () => {
    round = round.then(lookAfterCopies)
  }
  setInterval(look, 60_000).unref()
  await client.listen('personal-copies', look, look)
}
