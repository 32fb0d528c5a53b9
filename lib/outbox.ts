import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, asc, eq, lt, lte, sql } from 'drizzle-orm'
import { createTransport } from 'nodemailer'
import { client, db, type Tx } from './db'
import { env } from './env'
import { outbox } from './tables'

export type Mail = { to: string; subject: string; body: string }

const attemptsAtMost = 8

/** Queues a mail in the transaction that causes it: no mail for what did not happen, none lost for what did. */
export const queueMail = (tx: Tx, mail: Mail): Promise<void> => queueMails(tx, [mail])

/** The same for many at once: two statements. */
export async function queueMails(tx: Tx, mails: readonly Mail[]): Promise<void> {
  if (!mails.length) return
  await tx.insert(outbox).values(mails.map(({ to, subject, body }) => ({ recipient: to, subject, body })))
  await tx.execute(sql`select pg_notify('outbox', '')`)
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
    try {
      await send(mail.id, { to: mail.recipient, subject: mail.subject, body: mail.body })
      await tx.delete(outbox).where(eq(outbox.id, mail.id))
    } catch (error) {
      await tx
        .update(outbox)
        .set({ attempts: mail.attempts + 1, dueAt: sql`now() + ${2 ** mail.attempts} * interval '1 minute'`, lastError: String(error).slice(0, 500) })
        .where(eq(outbox.id, mail.id))
    }
    return true
  })

async function send(id: string, { to, subject, body }: Mail): Promise<void> {
  const message = {
    from: { name: 'Głos Torunia', address: `glos@${new URL(env.origin).hostname}` },
    to: { name: '', address: to },
    subject,
    text: body,
    headers: { 'Auto-Submitted': 'auto-generated' },
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
