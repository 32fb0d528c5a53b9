import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, asc, eq, gt, lt, lte, sql } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import { keyedHash } from './accounts/secrets'
import { client, db, type Tx } from './db'
import { env } from './env'
import { mailBounces, outbox } from './tables'

export type Mail = {
  to: string
  subject: string
  body: string
  /** Of what comes again and again and answers no act: the address that a mail program calls to stop it (RFC 8058). */
  unsubscribe?: string
}

const attemptsAtMost = 8

/** Queues a mail in the transaction that causes it: no mail for what did not happen, none lost for what did. */
export const queueMail = (tx: Tx, mail: Mail): Promise<void> => queueMails(tx, [mail])

/** The same for several at once. */
export async function queueMails(tx: Tx, mails: readonly Mail[]): Promise<void> {
  for (let from = 0; from < mails.length; from += 1000) await tx.insert(outbox).values(mails.slice(from, from + 1000).map(({ to, ...mail }) => ({ recipient: to, ...mail })))
  if (mails.length) await tx.execute(sql`select pg_notify('outbox', '')`)
}

/**
 * Sends what is due, each mail at least once, whichever of several instances gets hold of it. A failure is tried again
 * after 1, 2, 4, … minutes, eight times in all; then the row stays, with its last error, for a person to look at.
 */
export async function deliverDueMail(): Promise<void> {
  while (await deliverOne());
}

/** Delivers now, whenever a mail is queued, and every minute for those that failed. Called once by the server. */
export async function keepDelivering(): Promise<void> {
  let running: Promise<void> | undefined
  let again = false
  const wake = () => {
    if (running) {
      again = true
      return
    }
    running = deliverDueMail()
      .catch((error: unknown) => console.error('Mail could not be delivered; trying again in a minute.', error))
      .finally(() => {
        running = undefined
        if (again) {
          again = false
          wake()
        }
      })
  }
  setInterval(wake, 60_000).unref()
  await client.listen('outbox', wake, wake)
}

const deliverOne = () =>
  db.transaction(async (tx) => {
    const [mail] = await tx
      .select()
      .from(outbox)
      .where(and(lte(outbox.dueAt, sql`now()`), lt(outbox.attempts, attemptsAtMost)))
      .orderBy(asc(outbox.dueAt))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!mail) return false
    const gone = () => tx.delete(outbox).where(eq(outbox.id, mail.id))
    if (await bouncesTooOften(tx, mail.recipient)) {
      await gone()
      return true
    }
    try {
      await send(mail.id, { to: mail.recipient, subject: mail.subject, body: mail.body, ...(mail.unsubscribe && { unsubscribe: mail.unsubscribe }) })
      await gone()
    } catch (error) {
      if (isRefusedForGood(error)) {
        await noteBounce(tx, mail.recipient)
        await gone()
        return true
      }
      await tx
        .update(outbox)
        .set({ attempts: mail.attempts + 1, dueAt: sql`now() + ${2 ** mail.attempts} * interval '1 minute'`, lastError: String(error).slice(0, 500) })
        .where(eq(outbox.id, mail.id))
    }
    return true
  })

const bouncesAtMost = 3
const bounceDays = 30

/** „No such mailbox here” and the like: the server took the connection and refused the recipient with a 5xx (RFC 5321 4.2.1). */
const isRefusedForGood = (error: unknown) => {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }
  return code === 'EENVELOPE' && responseCode >= 500 && responseCode < 600
}

const noteBounce = (tx: Tx, to: string) =>
  tx
    .insert(mailBounces)
    .values({ addressKey: keyedHash('address', to) })
    .onConflictDoUpdate({ target: mailBounces.addressKey, set: { bounces: sql`case when ${mailBounces.lastAt} < now() - ${bounceDays} * interval '1 day' then 1 else ${mailBounces.bounces} + 1 end`, lastAt: sql`now()` } })

/** A mailbox that has refused mail for good three times is left alone for thirty days (A33): going on would make the office a sender that others refuse. */
async function bouncesTooOften(tx: Tx, to: string): Promise<boolean> {
  const [known] = await tx
    .select({ bounces: mailBounces.bounces })
    .from(mailBounces)
    .where(and(eq(mailBounces.addressKey, keyedHash('address', to)), gt(mailBounces.lastAt, sql`now() - ${bounceDays} * interval '1 day'`)))
  return (known?.bounces ?? 0) >= bouncesAtMost
}

async function send(id: string, { to, subject, body, unsubscribe }: Mail): Promise<void> {
  const message = {
    from: { name: 'Głos Torunia', address: `glos@${new URL(env.origin).hostname}` },
    to: { name: '', address: to },
    subject,
    text: body,
    // So that no holiday notice answers, and no answer is answered (RFC 3834; the second is Microsoft's).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...(unsubscribe && { 'List-Unsubscribe': { prepared: true, value: `<${new URL(unsubscribe).href}>` }, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }) },
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  if (env.smtpUrl) {
    await createTransport(env.smtpUrl).sendMail(message)
    return
  }
  const { message: raw } = await createTransport({ streamTransport: true, buffer: true }).sendMail(message)
  const folder = join(env.dataDir, 'mail')
  await mkdir(folder, { recursive: true })
  // Renamed into place, so that nobody reads half a mail.
  await writeFile(join(folder, `.${id}`), raw as Buffer)
  await rename(join(folder, `.${id}`), join(folder, `${id}.eml`))
}
