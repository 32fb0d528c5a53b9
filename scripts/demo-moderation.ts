import { and, eq, inArray, sql } from 'drizzle-orm'
import { systemPerson } from '../lib/accounts/people'
import { askedFrom } from '../lib/client-address.mjs'
import { db } from '../lib/db'
import { confirmBallotDecision, proposeInvalidation } from '../lib/integrity/commands/invalidation'
import { raiseFlag } from '../lib/integrity/commands/flags'
import { answerAppeal, appealDecision } from '../lib/moderation/commands/appeals'
import { decideOnComment } from '../lib/moderation/commands/decisions'
import { reportContent, reportIllegal, reportWithoutAccount } from '../lib/moderation/commands/reports'
import { sanctionPerson } from '../lib/moderation/commands/sanctions'
import type { Person } from '../lib/person'
import { castBallot } from '../lib/voting/commands'
import { ballots } from '../lib/voting/tables'
import { judged, rudest, waiting, type Judged } from './demo-judged'

const hour = 3_600_000
const day = 24 * hour

type Stage = {
  writers: ReadonlyMap<string, Person>
  moderators: readonly [Person, Person]
  thread: (code: string) => string
  speak: (threadId: string, voice: { by: Judged['by']; says: string }, ago: number) => Promise<string>
}

/** Decisions of four months, some of them contested, and what waits at the desk: reports, an appeal, a burst of votes. */
export async function fillModeration({ writers, moderators, thread, speak }: Stage): Promise<void> {
  const [first, second] = moderators
  for (const { in: code, by, says, ago, hours, reported, decided, appeal } of judged) {
    const commentId = await speak(thread(code), { by, says }, ago * day)
    if (reported) await reportContent(writers.get(reported.by)!, { commentId, revision: 1, ground: reported.ground, sentence: reported.sentence })
    const { id } = await decideOnComment(first, { commentId, ...decided })
    if (appeal) {
      const { id: appealId } = await appealDecision(writers.get(by)!, { decisionId: id, text: appeal.text })
      if (appeal.answer) await answerAppeal(second, { appealId, ...appeal.answer })
    }
    const seen = Date.now() - ago * day + hour
    await putOnDay(id, { reported: seen, decided: seen + hours * hour, appealed: Date.now() - (appeal?.ago ?? 0) * day })
  }

  const hothead = await speak(thread(rudest.in), rudest, 5 * day)
  await decideOnComment(first, { commentId: hothead, kind: 'hide', ground: 'abuse', sentence: rudest.why })
  await sanctionPerson(first, { personId: writers.get(rudest.by)!.id, kind: 'slow', ground: 'abuse', sentence: rudest.ladder, days: '7', minutes: '60' })

  for (const { in: code, by, says, ago, report, notice } of waiting) {
    const commentId = await speak(thread(code), { by, says }, ago * day)
    if (report) await reportWithoutAccount(null, { commentId, revision: 1, email: '', ...report })
    if (notice) await reportIllegal(null, { commentId, revision: 1, goodFaith: 'yes', ...notice })
  }
}

/** Votes that came at once: one burst that two moderators took out of the count, and one that waits for somebody's look. */
export async function fillFlags({ moderators: [first, second], newcomers }: Pick<Stage, 'moderators'> & { newcomers: readonly Person[] }, questions: { decided: string; waiting: string }): Promise<void> {
  const decided = await aBurst(questions.decided, newcomers.slice(0, 16), '203.0.113.20')
  const { id } = await proposeInvalidation(first, { flagId: decided, reason: 'Szesnaście głosów z jednej sieci w cztery minuty, wszystkie takie same i z kont założonych tego samego dnia. Właściciel sieci potwierdził, że to jeden komputer.' })
  await confirmBallotDecision(second, { decisionId: id })
  await aBurst(questions.waiting, newcomers.slice(16, 34), '203.0.113.30')
}

async function aBurst(questionId: string, voters: readonly Person[], from: string): Promise<string> {
  for (const person of voters) await askedFrom(from, () => castBallot(person, { questionId, choice: 'against' }))
  const items = await db.select({ id: ballots.id }).from(ballots).where(and(eq(ballots.questionId, questionId), inArray(ballots.personId, voters.map(({ id }) => id))))
  const evidence = { items: voters.length, people: voters.length, newAccounts: voters.length }
  const { id } = await raiseFlag(await systemPerson(), { kind: 'network-burst', questionId, threadId: null, cluster: `sample-${from}`, evidence, firstAt: new Date(Date.now() - 4 * 60_000), lastAt: new Date(), items: items.map(({ id }) => id) })
  return id
}

/** Commands always say that it is now, and what was decided stays, so the triggers are silent for it. The demo's database is its own. */
async function putOnDay(decisionId: string, at: { reported: number; decided: number; appealed: number }): Promise<void> {
  const instant = (time: number) => sql`${new Date(time).toISOString()}::timestamptz`
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`update decisions set at = ${instant(at.decided)} where id = ${decisionId}`)
    await tx.execute(sql`update reports set at = ${instant(at.reported)} where decision_id = ${decisionId}`)
    const answered = at.appealed + 3 * day
    await tx.execute(sql`update appeals set at = ${instant(at.appealed)}, due_at = ${instant(at.appealed + 14 * day)}, decided_at = case when decided_at is not null then ${instant(answered)} end where decision_id = ${decisionId}`)
    await tx.execute(sql`update decisions set at = ${instant(answered)} where id = (select followed_by_id from appeals where decision_id = ${decisionId})`)
  })
}
