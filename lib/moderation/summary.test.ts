import { eq, inArray } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { people } from '../accounts/tables'
import { db } from '../db'
import { comments } from '../discussion/tables'
import { outbox } from '../tables'
import { aPerson, aTask } from '../testing'
import { setDeskSettings } from './commands/desk'
import { deskSettings } from './desk-tables'
import { summariseDueDesks } from './summary'

// Every moderator there is is written to, so this file has a database of its own.
await vi.hoisted(async () => (await import('../../scripts/own-database')).ownDatabase('summary'))

const noon = new Date('2026-11-26T11:00:00Z')
const night = new Date('2026-11-26T05:59:00Z') // 6:59 in Toruń.
const mailsTo = (...recipients: { email: string }[]) => db.select().from(outbox).where(inArray(outbox.recipient, recipients.map(({ email }) => email)))

test('once a day from seven, to moderators who want it, when something waits: numbers and dates alone', async () => {
  const [moderator, another, unwilling, suspended, official] = await Promise.all([aPerson({ roles: ['moderator'] }), aPerson({ roles: ['moderator'] }), aPerson({ roles: ['moderator'] }), aPerson({ roles: ['moderator'] }), aPerson({ roles: ['official'] })])
  await setDeskSettings(unwilling, { keys: 'yes' })
  await db.update(people).set({ suspendedUntil: new Date(Date.now() + 1e7) }).where(eq(people.id, suspended.id))
  const everybody = [moderator, another, unwilling, suspended, official]

  await summariseDueDesks(noon)
  expect(await mailsTo(...everybody)).toEqual([])

  const [author, { threadId }] = await Promise.all([aPerson({ name: 'Zenobia Tajna' }), aTask()])
  const body = 'Treść, której nie ma w poczcie'
  await db.insert(comments).values([26, 52].map((hours) => ({ threadId, authorId: author.id, body, heldAt: new Date(Date.now() - hours * 3_600_000), heldFor: 'links' as const })))
  await summariseDueDesks(night)
  expect(await mailsTo(...everybody)).toEqual([])

  await Promise.all([summariseDueDesks(noon), summariseDueDesks(noon), summariseDueDesks(noon)]) // As many instances.
  await summariseDueDesks(noon)
  const mails = await mailsTo(...everybody)
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual([moderator.email, another.email].sort())
  for (const { subject, body: text } of mails) {
    expect(subject.replace(/\u00a0/g, ' ')).toBe('Moderacja: czekają 2 sprawy')
    for (const part of ['Zatrzymane: 2', 'Dłużej niż 24 godziny czekają 2 sprawy', '/moderacja', 'Held: 2']) expect(text.replace(/\u00a0/g, ' ')).toContain(part)
    for (const secret of [body, 'Zenobia']) expect(text).not.toContain(secret)
  }

  await db.update(deskSettings).set({ summarisedOn: '2020-01-01' }).where(eq(deskSettings.personId, moderator.id))
  await summariseDueDesks(noon)
  expect(await mailsTo(moderator)).toHaveLength(2)
})

