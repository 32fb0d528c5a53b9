import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { personOfSession } from '../accounts/people'
import { db } from '../db'
import { getBranch } from '../discussion/queries/branch'
import { aPerson } from '../testing'
import { appealAsReporter, appealByLink, answerAppeal } from './commands/appeals'
import { reportContent } from './commands/reports'
import { contestable } from './appealing'
import { getAppeal, listOpenAppeals } from './queries/appeals'
import { getReportStatus } from './queries/report-status'
import { getOwnStatement, getStatementByLink } from './queries/statements'
import { remindOfDueAppeals } from './reminding'
import { moveKinds, type DecisionKind } from './rules'
import { sanctionKinds } from './sanctions'
import { lastDayToAppeal } from './statement'
import { decisionOfToken, statementToken } from './statement-link'
import { appeals, decisions, reports } from './tables'
import { again, aComment, aModerator, appeal, ban, decide, mailsTo, refusalOf, reportFromOutside, sanction, sentence } from './testing'

const answer = (moderator: Parameters<typeof answerAppeal>[0], appealId: string, outcome: string, more: object = {}) => answerAppeal(moderator, { appealId, outcome, reasons: 'To był adres urzędu.', ...more })
const stateOf = async (comment: { id: string; threadId: string }) => (await getBranch(null, comment.threadId, comment.id))!.comment.state
/** As if a decision had been made so long ago: only its owner may reach behind the trigger. */
const longAgo = (decisionId: string, interval: string) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`update decisions set at = at - ${interval}::interval where id = ${decisionId}`)
  })

async function hidden() {
  const [comment, moderator] = await Promise.all([aComment(), aModerator()])
  const { id } = await decide(moderator, comment.id, 'hide')
  return { comment, moderator, decisionId: id }
}

describe('the author appeals', () => {
  test('and is upheld: the comment is back in the same breath, and all is written down and told', async () => {
    const { comment, decisionId } = await hidden()
    const { id } = await appeal(comment.author, decisionId)
    await answer(await aModerator(), id, 'upheld')
    expect(await stateOf(comment)).toBe('shown')
    expect(await db.select().from(decisions).where(eq(decisions.commentId, comment.id)).orderBy(decisions.at)).toMatchObject([{ kind: 'hide' }, { kind: 'restore', origin: 'appeal', undoesId: decisionId }])
    expect(await getOwnStatement(comment.author, decisionId)).toMatchObject({ undone: true, appeal: { outcome: 'upheld', reasons: 'To był adres urzędu.' } })
    const mails = await mailsTo(comment.author.email)
    expect(mails.map(({ subject }) => subject)).toEqual(['Twój komentarz został ukryty', 'Odwołanie uwzględnione'])
    expect(mails[1]!.body).toContain('To był adres urzędu.')
  })

  test('and is dismissed: the decision stays, with reasons', async () => {
    const { comment, decisionId } = await hidden()
    const { id } = await appeal(comment.author, decisionId)
    await answer(await aModerator(), id, 'rejected')
    expect(await stateOf(comment)).toBe('hidden')
    expect((await mailsTo(comment.author.email)).at(-1)!.subject).toBe('Odwołanie oddalone')
    expect(await refusalOf(answer(await aModerator(), id, 'upheld'))).toBe('moderation.objection.appealDecided')
  })

  test('once, also at once, and only about oneself', async () => {
    const { comment, decisionId } = await hidden()
    expect(await refusalOf(appeal(await aPerson(), decisionId))).toBe('objection.missing')
    expect((await Promise.all([1, 2, 3].map(() => refusalOf(appeal(comment.author, decisionId))))).sort()).toEqual(['allowed', 'moderation.objection.appealedBefore', 'moderation.objection.appealedBefore'])
    expect(await db.$count(appeals, eq(appeals.decisionId, decisionId))).toBe(1)
  })

  test('within six months, by the code and by the database', async () => {
    const { comment, decisionId } = await hidden()
    await longAgo(decisionId, '6 months 1 day')
    expect(await refusalOf(appeal(comment.author, decisionId))).toBe('moderation.objection.appealLate')
    await expect(db.insert(appeals).values({ decisionId, side: 'author', appellantId: comment.author.id, text: 'Za późno.' })).rejects.toMatchObject({ cause: expect.objectContaining({ constraint_name: 'appeals_in_time' }) })
  })

  test('what was restored meanwhile is not contested, and an appeal that waits undoes nothing twice', async () => {
    const { comment, moderator, decisionId } = await hidden()
    const { id } = await appeal(comment.author, decisionId)
    await decide(moderator, comment.id, 'restore', { seen: decisionId })
    await answer(await aModerator(), id, 'upheld')
    expect(await db.select({ followedById: appeals.followedById }).from(appeals).where(eq(appeals.id, id))).toEqual([{ followedById: null }])
    const another = await hidden()
    await decide(another.moderator, another.comment.id, 'restore', { seen: another.decisionId })
    expect(await refusalOf(appeal(another.comment.author, another.decisionId))).toBe('moderation.objection.undone')
  })

  test('a suspended person too; upheld, they may speak again', async () => {
    const person = await aPerson()
    const { id: decisionId } = await sanction(await aModerator(), person.id, 'suspend')
    const { id } = await appeal(await again(person), decisionId)
    await answer(await aModerator(), id, 'upheld')
    expect((await again(person)).suspendedUntil).toBeNull()
  })
})

describe('by the link of the mail', () => {
  test('somebody banned appeals without signing in, once, and may sign in again when upheld', async () => {
    const person = await aPerson()
    const { id: decisionId } = await ban(person.id)
    const token = statementToken(decisionId)
    expect(await getStatementByLink(null, token)).toMatchObject({ kind: 'ban', appealed: false })
    const { id } = await appealByLink(null, { token, text: 'To nie ja pisałem.' })
    expect(await refusalOf(appealByLink(null, { token, text: 'Jeszcze raz.' }))).toBe('moderation.objection.appealedBefore')
    expect((await mailsTo(person.email)).at(-1)!.body).toContain(encodeURI(token))
    await answer(await aModerator(), id, 'upheld')
    await db.execute(sql`insert into sessions (token_hash, person_id, expires_at) values (encode(sha256('t'), 'hex') || ${person.id}, ${person.id}, now() + interval '1 day')`)
    expect(await personOfSession('none')).toBeNull()
  })

  test('a mark that is not ours opens nothing', async () => {
    const { decisionId } = await hidden()
    const { decisionId: another } = await hidden()
    const token = statementToken(decisionId)
    expect(decisionOfToken(token)).toBe(decisionId)
    for (const wrong of [decisionId, `${decisionId}~`, `${another}~${token.split('~')[1]}`, `${token}x`, token.slice(0, -1), '~', '']) {
      expect(decisionOfToken(wrong)).toBeNull()
      expect(await getStatementByLink(null, wrong)).toBeNull()
      expect(await refusalOf(appealByLink(null, { token: wrong, text: 'Próbuję cudzego.' }))).toBe('objection.missing')
    }
  })
})

describe('whoever reported appeals', () => {
  async function kept() {
    const [comment, moderator] = await Promise.all([aComment(), aModerator()])
    const { number } = await reportFromOutside(comment.id)
    const { id } = await decide(moderator, comment.id, 'keep')
    return { comment, moderator, number, decisionId: id }
  }

  test('by number; upheld, the comment is hidden and its author told, who may appeal in turn', async () => {
    const { comment, number } = await kept()
    const { id } = await appealAsReporter(null, { number: number.toLowerCase(), text: 'Adres nadal tam jest.' })
    const other = await aModerator()
    expect(await refusalOf(answer(other, id, 'upheld'))).toBe('moderation.problem.rule')
    expect(await refusalOf(answer(other, id, 'upheld', { ground: 'illegal' }))).toBe('moderation.problem.law')
    await answer(other, id, 'upheld', { ground: 'personal-data' })
    expect(await stateOf(comment)).toBe('hidden')
    expect(await getReportStatus(null, number)).toMatchObject({ appeal: { outcome: 'upheld', text: 'Adres nadal tam jest.' } })
    const [hiding] = await db.select().from(decisions).where(eq(decisions.commentId, comment.id)).orderBy(sql`at desc`)
    expect(hiding).toMatchObject({ kind: 'hide', origin: 'appeal' })
    expect((await mailsTo(comment.author.email))[0]!.subject).toBe('Twój komentarz został ukryty')
    expect(await refusalOf(appeal(comment.author, hiding!.id))).toBe('allowed')
  })

  test('one for all who reported; the others see that it is under way, not what it says', async () => {
    const comment = await aComment()
    const [one, another] = [await reportFromOutside(comment.id), await reportFromOutside(comment.id)]
    await decide(await aModerator(), comment.id, 'keep')
    await appealAsReporter(null, { number: one.number, text: 'Adres nadal tam jest.' })
    expect(await refusalOf(appealAsReporter(null, { number: another.number, text: 'Też tak myślę.' }))).toBe('moderation.objection.appealedBefore')
    expect(await getReportStatus(null, another.number)).toMatchObject({ appeal: { text: null, outcome: null } })
  })

  test('not against what was done as they wished, nor before there is a decision', async () => {
    const comment = await aComment()
    const { number } = await reportFromOutside(comment.id)
    expect(await refusalOf(appealAsReporter(null, { number, text: 'Za wcześnie.' }))).toBe('objection.missing')
    await decide(await aModerator(), comment.id, 'hide')
    expect(await refusalOf(appealAsReporter(null, { number, text: 'Za łagodnie.' }))).toBe('moderation.objection.notContestable')
    expect(await refusalOf(appealAsReporter(null, { number: 'Z-2222-2222-2222', text: 'Zgaduję numer.' }))).toBe('objection.missing')
  })
})

describe('A50: an appeal is decided by somebody who had no part in it', () => {
  test('neither by whoever decided, nor by its author, nor twice at once', async () => {
    const { comment, moderator, decisionId } = await hidden()
    const { id } = await appeal(comment.author, decisionId)
    expect(await refusalOf(answer(moderator, id, 'upheld'))).toBe('moderation.objection.anotherModerator')
    await db.execute(sql`insert into role_grants (person_id, role, granted_by_id) values (${comment.author.id}, 'moderator', ${moderator.id})`)
    expect(await refusalOf(answer(await again(comment.author), id, 'upheld'))).toBe('moderation.objection.anotherModerator')
    expect(await refusalOf(answer(await aPerson(), id, 'upheld'))).toBe('objection.notYours')
    const others = await Promise.all([aModerator(), aModerator()])
    expect((await Promise.all(others.map((other) => refusalOf(answer(other, id, 'upheld'))))).sort()).toEqual(['allowed', 'moderation.objection.appealDecided'])
  })

  test('the reporter who is a moderator does not decide their own appeal', async () => {
    const [comment, reporter] = await Promise.all([aComment(), aModerator()])
    await reportContent(reporter, { commentId: comment.id, revision: 1, ground: 'spam', sentence })
    const { id: decisionId } = await decide(await aModerator(), comment.id, 'keep')
    const [report] = await db.select().from(reports).where(eq(reports.decisionId, decisionId))
    const { id } = await appealAsReporter(reporter, { number: report!.number!, text: 'To jednak reklama.' })
    expect(await refusalOf(answer(reporter, id, 'upheld', { ground: 'spam' }))).toBe('moderation.objection.anotherModerator')
  })

  test('the database refuses it too, and lets nobody change what was decided', async () => {
    const { comment, moderator, decisionId } = await hidden()
    const { id } = await appeal(comment.author, decisionId)
    const decided = (by: string) => db.update(appeals).set({ outcome: 'rejected', reasons: sentence, decidedAt: new Date(), decidedById: by }).where(eq(appeals.id, id))
    for (const by of [moderator.id, comment.author.id]) await expect(decided(by)).rejects.toMatchObject({ cause: expect.objectContaining({ constraint_name: 'appeals_decided_by_another' }) })
    await decided((await aModerator()).id)
    await expect(db.update(appeals).set({ reasons: 'Inaczej.' }).where(eq(appeals.id, id))).rejects.toMatchObject({ cause: expect.objectContaining({ code: '23001' }) })
    await expect(db.delete(appeals).where(eq(appeals.id, id))).rejects.toMatchObject({ cause: expect.objectContaining({ code: '23001' }) })
  })

  test.each<DecisionKind>([...moveKinds, ...sanctionKinds, 'lift'])('the database knows who may contest: %s', async (kind) => {
    const [comment, moderator, person] = await Promise.all([aComment(), aModerator(), aPerson()])
    const { number } = await reportFromOutside(comment.id)
    const [report] = await db.select().from(reports).where(eq(reports.number, number))
    const about = ['hide', 'remove', 'redact', 'restore', 'keep'].includes(kind) ? { commentId: comment.id, authorId: comment.author.id } : ['lock', 'unlock'].includes(kind) ? { threadId: comment.threadId } : { personId: person.id }
    const undoesId = kind === 'lift' ? (await sanction(moderator, person.id, 'warn')).id : undefined
    const afterId = kind === 'ban' ? (await sanction(await aModerator(), person.id, 'ban')).id : undoesId
    const [decision] = await db
      .insert(decisions)
      .values({ ...about, kind, undoesId, afterId, ground: ['keep', 'restore', 'unlock', 'lift'].includes(kind) ? 'none' : 'abuse', sentence, moderatorId: moderator.id, until: kind === 'slow' || kind === 'suspend' ? new Date(Date.now() + 1e7) : null, minutes: kind === 'slow' ? 60 : null })
      .returning()
    await db.update(reports).set({ decisionId: decision!.id }).where(eq(reports.id, report!.id))
    const tries = { author: { side: 'author' as const }, reporter: { side: 'reporter' as const, reportId: report!.id } }
    for (const side of ['author', 'reporter'] as const) {
      const said = await db.insert(appeals).values({ ...tries[side], decisionId: decision!.id, text: 'Odwołuję się.' }).then(() => 'allowed', (error: { cause: { constraint_name: string } }) => error.cause.constraint_name)
      expect(said, side).toBe((contestable[side] as readonly string[]).includes(kind) ? 'allowed' : 'appeals_contestable')
    }
  })
})

describe('fourteen days', () => {
  test('are counted, shown when over, and moderators but the one who decided are reminded, once a day', async () => {
    const { comment, moderator, decisionId } = await hidden()
    const other = await aModerator('Zofia Inna')
    const { id } = await appeal(comment.author, decisionId)
    const days = await db.execute<{ days: number }>(sql`select extract(day from due_at - at)::int as days from appeals where id = ${id}`)
    expect(days[0]!.days).toBe(14)
    await remindOfDueAppeals()
    const reminders = async (person: { email: string }) => (await mailsTo(person.email)).filter(({ body }) => body.includes(id)).length
    expect(await reminders(other)).toBe(0)
    await db.execute(sql`update appeals set due_at = now() - interval '1 hour' where id = ${id}`)
    await Promise.all([remindOfDueAppeals(), remindOfDueAppeals()])
    await remindOfDueAppeals()
    expect([await reminders(other), await reminders(moderator)]).toEqual([1, 0])
    expect(await listOpenAppeals(other)).toEqual(expect.arrayContaining([expect.objectContaining({ id, late: true, involved: false })]))
    expect(await listOpenAppeals(moderator)).toEqual(expect.arrayContaining([expect.objectContaining({ id, involved: true })]))
    await db.execute(sql`update appeals set reminded_at = now() - interval '25 hours' where id = ${id}`)
    await remindOfDueAppeals()
    expect(await reminders(other)).toBe(2)
  })

  test('the desk’s pages are for moderators', async () => {
    const { comment, decisionId } = await hidden()
    const { id } = await appeal(comment.author, decisionId)
    for (const viewer of [null, comment.author, await aPerson({ roles: ['official'] })]) {
      expect(await getAppeal(viewer, id)).toBeNull()
      expect(await listOpenAppeals(viewer)).toEqual([])
    }
    expect(await getAppeal(await aModerator(), id)).toMatchObject({ said: comment.body, contested: { id: decisionId, kind: 'hide' } })
  })
})

test.each([
  ['2026-08-31T10:00:00Z', '2027-02-28'],
  ['2026-11-27T10:00:00Z', '2027-05-27'],
  ['2027-08-30T10:00:00Z', '2028-02-29'],
])('six months from %s end on %s', (at, day) => expect(lastDayToAppeal(new Date(at)).toISOString().slice(0, 10)).toBe(day))
