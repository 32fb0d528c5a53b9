import { randomInt, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { systemPerson } from './lib/accounts/people'
import { db } from './lib/db'
import { postComment } from './lib/discussion/commands/comments'
import { lockThread, reportComment } from './lib/moderation/commands'
import { registerOrganisation } from './lib/organisations/commands'
import type { Viewer } from './lib/person'
import { publishProposal, submitProposal } from './lib/proposals/commands'
import { appealRejection } from './lib/proposals/commands/appeals'
import { prepareDecision } from './lib/proposals/commands/decisions'
import { saveStep } from './lib/proposals/commands/drafts'
import { mergeProposal } from './lib/proposals/commands/merging'
import { proposalConflicts, proposalNotes } from './lib/proposals/tables'
import { aMember, aWholeDraft, decided } from './lib/proposals/testing'
import { saveReport } from './lib/results/commands'
import { getReport } from './lib/results/queries'
import { aWholeReport, inProgress, report, sentAs } from './lib/results/testing'
import { tasks } from './lib/strategy/tables'
import { aPerson, aTask } from './lib/testing'
import { enterPaperBatch } from './lib/voting/commands'
import { askQuestion } from './lib/voting/steps'

/** Somebody, and what a command takes from them without an objection. */
export type Scene = { actor: Viewer; input: unknown }
type Input = Record<string, unknown>

/** No two alike, and without digits, which could look like somebody's number. */
const body = () => `Posadźmy tu lipy ${randomUUID().replace(/[\d-]/g, '')}.`
const sentence = 'W treści jest adres sąsiadki.'
const paper = () => ({ receivedOn: '2026-11-20', scan: 'Teczka 7', receiptNumber: randomUUID() })
const cards = { 'k-for': '12', 'k-against': '3' }
const ground = 'personal-data'

const by = async (input: Input | Promise<Input>, role?: 'moderator' | 'official' | 'coordinator' | 'admin'): Promise<Scene & { input: Input }> => ({ actor: await aPerson({ roles: role ? [role] : [] }), input: await input })
const registration = () => ({ name: `Fundacja ${randomUUID()}`, legalForm: 'parish', krs: '', nip: '', regon: '', seat: 'Toruń', about: 'Rzeka.', contactEmail: 'biuro@example.org', contactPhone: '' })
const someonesComment = async () => {
  const { threadId } = await aTask()
  return { threadId, commentId: (await postComment(await aPerson(), { threadId, body: body() })).id }
}
const ownComment = async () => {
  const actor = await aPerson()
  return { actor, commentId: (await postComment(actor, { threadId: (await aTask()).threadId, body: body() })).id }
}
const aNumberedTask = async () => {
  const { id } = await aTask()
  const code = [randomInt(700, 900), randomInt(1000), randomInt(1000)].join('.')
  await db.update(tasks).set({ code }).where(eq(tasks.id, id))
  return code
}
const aBatch = async () => {
  const { questionId } = await aTask()
  return (await enterPaperBatch(await aPerson({ roles: ['official'] }), { questionId, ...paper(), cards })).id
}
const aRegistration = async () => (await registerOrganisation(await aPerson(), registration())).id
const aDraft = async () => {
  const { member, organisationId, moderator } = await aMember()
  return { member, moderator, id: await aWholeDraft(member, organisationId, await aNumberedTask()) }
}
const atTheDesk = async (more: Input = {}) => {
  const { member, moderator, id } = await aDraft()
  await submitProposal(member, { id })
  return { actor: moderator, input: { id, ...more } }
}

const aPublishedOne = async () => {
  const { member, id } = await aDraft()
  await submitProposal(member, { id })
  const coordinator = await aPerson({ roles: ['coordinator'] })
  return { member, coordinator, ...(await publishProposal(coordinator, { id })) }
}
const aPrepared = async () => {
  const published = await aPublishedOne()
  await prepareDecision(published.coordinator, { id: published.id, outcome: 'accepted', reason: sentence, version: '1' })
  return published
}
const aRejected = async () => {
  const published = await aPublishedOne()
  await decided(published.coordinator, published.id, 'rejected')
  return published
}

const aReported = async (more: Input = {}) => {
  const { member, coordinator, id } = await inProgress(await aNumberedTask())
  await report(member, id, aWholeReport((await getReport(member, id))!.plan))
  return { actor: coordinator, input: { id, ...more } }
}

/**
 * For every command how it is done, where nothing is wrong. Made anew each time.
 * @param fixed the `kind` or `step` that is meant, where a command takes several
 */
export const scenes: Record<string, (fixed: Record<string, string>) => Promise<Scene & { input: Input }>> = {
  askForLink: async () => ({ actor: null, input: { email: `${randomUUID()}@example.org`, language: 'pl' } }),
  keepDraft: async () => ({ actor: null, input: { form: 'comment', values: { body: body() } } }),
  chooseName: () => by({ name: 'Sąsiadka z Rubinkowa' }),
  signOut: () => by({ token: randomUUID() }),
  signOutEverywhere: () => by({}),
  giveRole: async () => by({ email: (await aPerson()).email, role: 'official' }, 'admin'),
  takeRole: async () => by({ email: (await aPerson({ roles: ['official'] })).email, role: 'official' }, 'admin'),
  declareResidence: () => by({ resident: 'yes' }),
  verifyResidence: () => by({ issuer: 'https://login.example.org', subject: randomUUID(), nationalKey: randomUUID() }),
  withdrawVerification: () => by({}),
  deleteAccount: () => by({ sure: 'yes' }),

  registerOrganisation: () => by(registration()),
  confirmOrganisation: async () => by({ id: await aRegistration() }, 'moderator'),
  refuseOrganisation: async () => by({ id: await aRegistration(), reason: sentence }, 'moderator'),

  postComment: async () => by({ threadId: (await aTask()).threadId, body: body(), goesOn: 'yes' }),
  async editComment() {
    const { actor, commentId } = await ownComment()
    return { actor, input: { commentId, revision: 1, body: body(), goesOn: 'yes' } }
  },
  async withdrawComment() {
    const { actor, commentId } = await ownComment()
    return { actor, input: { commentId } }
  },
  async answerOfficially() {
    const { threadId, commentId } = await someonesComment()
    return by({ threadId, answers: [commentId], body: body(), goesOn: 'yes' }, 'official')
  },
  enterPaperVoice: async () => by({ threadId: (await aTask()).threadId, body: body(), signature: 'Jan z Mokrego', ...paper(), goesOn: 'yes' }, 'official'),
  react: async () => by({ commentId: (await someonesComment()).commentId, revision: 1, kind: 'agree' }),
  withdrawReaction: async () => by({ commentId: (await someonesComment()).commentId }),

  castBallot: async () => by({ questionId: (await aTask()).questionId, choice: 'for' }),
  withdrawBallot: async () => by({ questionId: (await aTask()).questionId }),
  async countQuestion() {
    const questionId = await db.transaction((tx) => askQuestion(tx, 'opinion', { opensAt: new Date(Date.now() - 2e6), closesAt: new Date(Date.now() - 1e6) }))
    return { actor: await systemPerson(), input: { questionId } }
  },
  enterPaperBatch: async () => by({ questionId: (await aTask()).questionId, ...paper(), cards }, 'official'),
  confirmPaperBatch: async () => by({ batchId: await aBatch(), cards }, 'official'),
  dropPaperBatch: async () => by({ batchId: await aBatch() }, 'official'),

  askAboutTask: async ({ kind = 'choice' }) => by({ code: await aNumberedTask(), kind, prompt: 'Co zrobić najpierw?', labels: 'Ławki\nDrzewa' }, 'official'),

  async startProposal() {
    const { member, organisationId } = await aMember()
    return { actor: member, input: { organisationId, task: '1.1.1' } }
  },
  async saveStep() {
    const { member, id } = await aDraft()
    return { actor: member, input: { id, revision: '1' } }
  },
  async settleConflicts() {
    const { member, id } = await aDraft()
    const [conflict] = await db.insert(proposalConflicts).values({ proposalId: id, personId: member.id, path: 'need', mine: body() }).returning()
    return { actor: member, input: { id, revision: '99', choices: { [conflict!.id]: 'mine' } } }
  },
  async addNote() {
    const { member, id } = await aDraft()
    return { actor: member, input: { id, step: 'costs', body: body() } }
  },
  async removeNote() {
    const { member, id } = await aDraft()
    const [note] = await db.insert(proposalNotes).values({ proposalId: id, step: 'costs', authorId: member.id, body: body() }).returning()
    return { actor: member, input: { id, noteId: note!.id } }
  },
  async submitProposal() {
    const { member, id } = await aDraft()
    return { actor: member, input: { id } }
  },
  publishProposal: () => atTheDesk(),
  returnProposal: () => atTheDesk({ reason: sentence }),
  rejectProposal: () => atTheDesk({ reason: sentence }),
  async prepareDecision() {
    const { coordinator, id } = await aPublishedOne()
    return { actor: coordinator, input: { id, outcome: 'rejected', reason: sentence, version: '1' } }
  },
  dropDecision: async () => {
    const { coordinator, id } = await aPrepared()
    return { actor: coordinator, input: { id } }
  },
  publishDecisions: async () => {
    const { coordinator, id } = await aPrepared()
    return { actor: coordinator, input: { proposals: [id] } }
  },
  appealRejection: async () => {
    const { member, id } = await aRejected()
    return { actor: member, input: { id, grounds: sentence } }
  },
  decideAppeal: async () => {
    const { member, id } = await aRejected()
    await appealRejection(member, { id, grounds: sentence })
    return by({ id, answer: 'overturn', reason: sentence }, 'coordinator')
  },
  withdrawProposal: async () => {
    const { member, id } = await aPublishedOne()
    return { actor: member, input: { id, reason: sentence } }
  },
  beginProposal: async () => {
    const { member, coordinator, id } = await aPublishedOne()
    await decided(coordinator, id, 'accepted')
    return { actor: member, input: { id } }
  },
  changePublished: async () => {
    const { member, id } = await aPublishedOne()
    await saveStep(member, { id, step: 'results', revision: '1', results: { r0: { name: 'Nowy', target: '2', unit: 'grup', measuring: 'Lista' } } })
    return { actor: member, input: { id, reason: sentence, version: '1' } }
  },
  mergeProposal: async () => {
    const [{ coordinator, id }, { slug }] = [await aPublishedOne(), await aPublishedOne()]
    return { actor: coordinator, input: { id, into: slug, reason: sentence } }
  },
  unmergeProposal: async () => {
    const [{ coordinator, id }, { slug }] = [await aPublishedOne(), await aPublishedOne()]
    await mergeProposal(coordinator, { id, into: slug, reason: sentence })
    return { actor: coordinator, input: { id, reason: sentence } }
  },

  saveReport: async () => {
    const { member, id } = await inProgress(await aNumberedTask())
    return { actor: member, input: { id, revision: '0' } }
  },
  sendReport: async () => {
    const { member, id } = await inProgress(await aNumberedTask())
    await saveReport(member, { id, revision: 0, ...sentAs(aWholeReport((await getReport(member, id))!.plan)) })
    return { actor: member, input: { id } }
  },
  acceptReport: async () => aReported(),
  returnReport: async () => aReported({ reason: sentence }),
  remindOfReport: async () => ({ actor: await systemPerson(), input: { id: (await inProgress(await aNumberedTask())).id, kind: 'due' } }),

  reportComment: async () => by({ commentId: (await someonesComment()).commentId, revision: 1, ground, sentence }),
  async decideOnComment({ kind }) {
    const { commentId } = await someonesComment()
    if (kind === 'keep') await reportComment(await aPerson(), { commentId, revision: 1, ground, sentence })
    return by({ commentId, sentence, ground }, 'moderator')
  },
  lockThread: async () => by({ threadId: (await aTask()).threadId, ground, sentence }, 'moderator'),
  async unlockThread() {
    const [{ threadId }, moderator] = [await aTask(), await aPerson({ roles: ['moderator'] })]
    const { id } = await lockThread(moderator, { threadId, ground, sentence })
    return { actor: moderator, input: { threadId, sentence, seen: id } }
  },
}
