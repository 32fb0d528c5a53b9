import { eq } from 'drizzle-orm'
import { systemPerson } from '../accounts/people'
import { signed } from '../accounts/signed'
import { db } from '../db'
import { aPerson, aTask } from '../testing'
import { aPublished } from '../proposals/testing'
import { lockThread } from './commands/decisions'
import { reportContent } from './commands/reports'
import { statementToken } from './statement-link'
import { appeals } from './tables'
import { aComment, aModerator, appeal, decide, proposalOf, reportFromOutside, sanction, sentence } from './testing'

const ground = 'personal-data'
const reported = async () => ({ commentId: (await aComment()).id, revision: 1, ground, sentence })
const aHidden = async () => {
  const comment = await aComment()
  return { comment, decisionId: (await decide(await aModerator(), comment.id, 'hide')).id }
}
const anAppeal = async () => {
  const { comment, decisionId } = await aHidden()
  return (await appeal(comment.author, decisionId)).id
}
const aSanction = async (kind: string) => {
  const [person, moderator] = await Promise.all([aPerson(), aModerator()])
  return { person, moderator, decisionId: (await sanction(moderator, person.id, kind)).id }
}

/** Somebody, and what each command of moderation takes from them without an objection: for every-command.test.ts. */
export const scenes = {
  reportContent: async () => ({ actor: await aPerson(), input: await reported() }),
  reportWithoutAccount: async () => ({ actor: null, input: { ...(await reported()), email: '' } }),
  reportIllegal: async () => ({ actor: null, input: { commentId: (await aComment()).id, revision: 1, passage: 'Te słowa.', sentence, law: '', name: 'Zofia Zgłaszająca', email: 'zofia@example.org', goodFaith: 'yes' } }),
  async decideOnComment({ kind }: { kind?: string }) {
    const { id: commentId, body } = await aComment()
    if (kind === 'keep') await reportFromOutside(commentId)
    return { actor: await aModerator(), input: { commentId, sentence, ground, ...(kind === 'redact' && { passage: body.slice(0, 8) }) } }
  },
  async decideOnPublication({ kind }: { kind?: string }) {
    const { id: proposalId } = await aPublished()
    if (kind === 'keep') await reportContent(await aPerson(), { proposalId, revision: 1, ground, sentence })
    return { actor: await aModerator(), input: { proposalId, ground, sentence } }
  },
  lockThread: async () => ({ actor: await aModerator(), input: { threadId: (await aTask()).threadId, ground, sentence } }),
  async unlockThread() {
    const [{ threadId }, actor] = [await aTask(), await aModerator()]
    const { id } = await lockThread(actor, { threadId, ground, sentence })
    return { actor, input: { threadId, sentence, seen: id } }
  },
  sanctionPerson: async ({ kind }: { kind?: string }) => ({ actor: await aModerator(), input: { personId: (await aPerson()).id, ground, sentence, ...(['slow', 'suspend'].includes(kind ?? '') && { days: '7' }), ...(kind === 'slow' && { minutes: '60' }) } }),
  async confirmBan() {
    const [person, moderator, actor] = await Promise.all([aPerson(), aModerator(), aModerator()])
    const { id } = await sanction(moderator, person.id, 'ban')
    return { actor, input: { proposalId: await proposalOf(id), seen: id } }
  },
  async liftSanction() {
    const { moderator, decisionId } = await aSanction('suspend')
    return { actor: moderator, input: { decisionId, sentence, seen: decisionId } }
  },
  async acknowledgeWarning() {
    const { person, decisionId } = await aSanction('warn')
    return { actor: person, input: { decisionId } }
  },
  async appealDecision() {
    const { comment, decisionId } = await aHidden()
    return { actor: comment.author, input: { decisionId, text: sentence } }
  },
  appealByLink: async () => ({ actor: null, input: { token: statementToken((await aHidden()).decisionId), text: sentence } }),
  async appealAsReporter() {
    const { id } = await aComment()
    const { number } = await reportFromOutside(id)
    await decide(await aModerator(), id, 'keep')
    return { actor: null, input: { number, text: sentence } }
  },
  answerAppeal: async () => ({ actor: await aModerator(), input: { appealId: await anAppeal(), outcome: 'rejected', reasons: sentence } }),
  stopSummary: async () => ({ actor: null, input: { token: signed('unsubscribe', (await aModerator()).id) } }),
  async remindOfAppeal() {
    const appealId = await anAppeal()
    await db.update(appeals).set({ dueAt: new Date() }).where(eq(appeals.id, appealId))
    return { actor: await systemPerson(), input: { appealId } }
  },
}
