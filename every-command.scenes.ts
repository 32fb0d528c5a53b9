import { randomInt, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { systemPerson } from './lib/accounts/people'
import { anAssessor, anOfficial, aPublished, inTenDays, linesFor } from './lib/assessment/testing'
import { forwardToDepartment } from './lib/assessment/commands/forwarding'
import { saveCard } from './lib/assessment/commands/cards'
import { assessors } from './lib/assessment/tables'
import { getAtTheOffice } from './lib/assessment/queries/desk'
import { db } from './lib/db'
import { postComment } from './lib/discussion/commands/comments'
import { confirmBallotDecision } from './lib/integrity/commands/invalidation'
import { shareNetwork } from './lib/integrity/commands/networks'
import { aContest, aFlag, anInvalidation, aProposal, reason } from './lib/integrity/testing'
import { deskScenes } from './lib/moderation/desk-scenes'
import { scenes as moderationScenes } from './lib/moderation/scenes'
import { registerOrganisation } from './lib/organisations/commands'
import { anInvitation, aRegisterCheck, aTeam } from './lib/organisations/testing'
import { answerPartnerRequest } from './lib/partnership/commands'
import { aPartnerCall, aPartnerCallTyped, aPartnerRequest } from './lib/partnership/testing'
import type { Viewer } from './lib/person'
import { publishProposal, submitProposal } from './lib/proposals/commands'
import { appealRejection } from './lib/proposals/commands/appeals'
import { prepareDecision } from './lib/proposals/commands/decisions'
import { saveStep } from './lib/proposals/commands/drafts'
import { mergeProposal } from './lib/proposals/commands/merging'
import { aMember, aWholeDraft, decided } from './lib/proposals/testing'
import { proposalConflicts, proposalNotes } from './lib/proposals/tables'
import { setLogo } from './lib/organisations/commands/logo'
import { attachFile } from './lib/proposals/commands/attachments'
import { aFile, aPdf, aPng } from './lib/sample-files'
import { saveReport } from './lib/results/commands'
import { getReport } from './lib/results/queries'
import { aWholeReport, inProgress, report, sentAs } from './lib/results/testing'
import { tasks } from './lib/strategy/tables'
import { aPerson, aTask } from './lib/testing'
import { signUpForShift } from './lib/volunteering/commands/sign-ups'
import { getOwnSignUp } from './lib/volunteering/queries/own'
import { aCall, aCallTyped, aShiftTyped, letItBegin, someoneSays } from './lib/volunteering/testing'
import { castBallot, enterPaperBatch } from './lib/voting/commands'
import { askQuestion } from './lib/voting/steps'
import { ballots } from './lib/voting/tables'

/** Somebody, and what a command takes from them without an objection. */
export type Scene = { actor: Viewer; input: unknown }
type Input = Record<string, unknown>

/** No two alike, and without digits, which could look like somebody's number. */
const body = () => `Posadźmy tu lipy ${randomUUID().replace(/[\d-]/g, '')}.`
const sentence = 'W treści jest adres sąsiadki.'
const paper = () => ({ receivedOn: '2026-11-20', scan: 'Teczka 7', receiptNumber: randomUUID() })
const cards = { 'k-for': '12', 'k-against': '3' }

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
const anAttachment = async () => {
  const { member, id } = await aDraft()
  const { fileId } = await attachFile(member, { id, description: sentence, file: aFile('a.pdf', aPdf()) })
  return { actor: member, input: { id, fileId } }
}
const atTheDesk = async (more: Input = {}) => {
  const { member, moderator, id } = await aDraft()
  await submitProposal(member, { id })
  return { actor: moderator, input: { id, ...more } }
}
const aSheet = async () => {
  const { coordinator, proposalId } = await aPublished()
  return { coordinator, ...(await anAssessor(coordinator, proposalId, 'none')) }
}
let daysAway = 1
/** A day of the next 300 on which no criteria came into force yet, as far as one run goes. */
const aFreeDay = () => new Date(Date.now() + (1 + (daysAway++ % 300)) * 86_400_000).toISOString().slice(0, 10)

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
const aVolunteer = async () => {
  const [{ member, shiftId }, volunteer] = [await aCall(), await aPerson()]
  await signUpForShift(volunteer, { shiftId, ...someoneSays })
  return { member, volunteer, shiftId, id: (await getOwnSignUp(volunteer, shiftId))!.id }
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
  askForCopy: () => by({ language: 'pl' }),

  async raiseFlag() {
    const { questionId } = await aTask()
    await castBallot(await aPerson(), { questionId, choice: 'for' })
    const [ballot] = await db.select({ id: ballots.id }).from(ballots).where(eq(ballots.questionId, questionId))
    return { actor: await systemPerson(), input: { kind: 'aliases', questionId, threadId: null, cluster: randomUUID(), evidence: { items: 1, people: 1, newAccounts: 0 }, firstAt: '2026-11-20T10:00:00Z', lastAt: '2026-11-20T10:10:00Z', items: [ballot!.id] } }
  },
  dismissFlag: async () => by({ flagId: (await aFlag()).flagId, reason }, 'moderator'),
  proposeInvalidation: async () => by({ flagId: (await aFlag()).flagId, reason }, 'moderator'),
  confirmBallotDecision: async () => by({ decisionId: (await aProposal()).decisionId }, 'moderator'),
  rejectBallotDecision: async () => by({ decisionId: (await aProposal()).decisionId }, 'moderator'),
  async proposeRestoring() {
    const { decisionId, other } = await aProposal()
    await confirmBallotDecision(other, { decisionId })
    return by({ decisionId, reason }, 'moderator')
  },
  async contestInvalidation() {
    const { decisionId, flagged } = await anInvalidation()
    return { actor: flagged[0]!, input: { decisionId, text: sentence } }
  },
  remindOfBallotAppeal: async () => ({ actor: await systemPerson(), input: { appealId: (await aContest()).appealId } }),
  answerBallotAppeal: async () => by({ appealId: (await aContest()).appealId, outcome: 'upheld', reasons: sentence }, 'moderator'),
  shareNetwork: () => by({ name: 'Szkoła Podstawowa nr 4', address: [10, randomInt(256), randomInt(256), randomInt(256)].join('.') }, 'admin'),
  async unshareNetwork() {
    const admin = await aPerson({ roles: ['admin'] })
    return { actor: admin, input: { networkId: (await shareNetwork(admin, { name: 'Biblioteka', address: [11, randomInt(256), randomInt(256), randomInt(256)].join('.') })).id } }
  },

  registerOrganisation: () => by(registration()),
  confirmOrganisation: async () => by({ id: await aRegistration() }, 'moderator'),
  refuseOrganisation: async () => by({ id: await aRegistration(), reason: sentence }, 'moderator'),
  async setLogo() {
    const { member, organisationId } = await aMember()
    return { actor: member, input: { organisationId, file: aFile('a.png', aPng(9, 9)) } }
  },
  async removeLogo() {
    const { member, organisationId } = await aMember()
    await setLogo(member, { organisationId, file: aFile('a.png', aPng(9, 9)) })
    return { actor: member, input: { organisationId } }
  },

  async inviteMember() {
    const { owner, organisationId } = await aTeam()
    return { actor: owner, input: { organisationId, email: `${randomUUID()}@example.org`, role: 'editor', language: 'pl' } }
  },
  async withdrawInvitation() {
    const { owner, id } = await anInvitation()
    return { actor: owner, input: { id } }
  },
  async acceptInvitation() {
    const { invited, token } = await anInvitation()
    return { actor: invited, input: { token } }
  },
  async changeRole() {
    const { owner, organisationId, member } = await aTeam()
    return { actor: owner, input: { organisationId, personId: member.id, role: 'editor' } }
  },
  async handOver() {
    const { owner, organisationId, member } = await aTeam()
    return { actor: owner, input: { organisationId, personId: member.id } }
  },
  async removeMember() {
    const { owner, organisationId, member } = await aTeam()
    return { actor: owner, input: { organisationId, personId: member.id } }
  },
  async leaveOrganisation() {
    const { organisationId, member } = await aTeam()
    return { actor: member, input: { organisationId } }
  },
  async updateProfile() {
    const { editor, organisationId } = await aTeam()
    return { actor: editor, input: { id: organisationId, revision: '1', about: 'Rzeka.', offers: 'Sala.', seeks: 'Partner.', fieldsOfWork: '13', district: 'wrzosy', www: 'rzeka.example.org', contactEmail: 'biuro@example.org', contactPhone: '', publicContacts: ['email'] } }
  },
  async askRegisterAgain() {
    const { organisationId } = await aTeam({ krs: true })
    return by({ id: organisationId }, 'moderator')
  },
  async recordRegisterCheck() {
    const { organisationId } = await aTeam({ krs: true })
    const entry = { register: 'S', krs: '0100000000', name: 'RZEKA', legalForm: null, nip: null, regon: null, town: 'TORUŃ', street: null, address: null, status: 'active', body: null, representation: null, asOf: null }
    return { actor: await systemPerson(), input: { id: organisationId, outcome: 'found', entry } }
  },
  noteRegisterCheck: async () => by({ id: (await aRegisterCheck()).id }, 'moderator'),

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
  async attachFile() {
    const { member, id } = await aDraft()
    return { actor: member, input: { id, description: sentence, file: aFile('a.pdf', aPdf()) } }
  },
  async describeFile() {
    const { actor, input } = await anAttachment()
    return { actor, input: { ...input, description: sentence } }
  },
  detachFile: anAttachment,
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
    await saveStep(member, { id, step: 'results', revision: 9, results: { r0: { name: 'Nowy', target: '2', unit: 'grup', measuring: 'Lista' } } })
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

  async assignAssessor() {
    const { coordinator, proposalId } = await aPublished()
    return { actor: coordinator, input: { proposalId, personId: (await anOfficial()).id, dueOn: inTenDays() } }
  },
  async freeAssessor() {
    const { coordinator, assessorId } = await aSheet()
    return { actor: coordinator, input: { assessorId, reason: sentence } }
  },
  async declareInterest() {
    const { coordinator, proposalId } = await aPublished()
    const { official, assessorId } = await anAssessor(coordinator, proposalId)
    return { actor: official, input: { assessorId, declaration: 'related', words: sentence } }
  },
  async remindAssessor() {
    const { assessorId } = await aSheet()
    await db.update(assessors).set({ dueOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) }).where(eq(assessors.id, assessorId))
    return { actor: await systemPerson(), input: { assessorId } }
  },
  async saveCard() {
    const { official, assessorId } = await aSheet()
    return { actor: official, input: { assessorId, lines: await linesFor(assessorId, 3) } }
  },
  async submitCard() {
    const { official, assessorId } = await aSheet()
    await saveCard(official, { assessorId, lines: await linesFor(assessorId, 3) })
    return { actor: official, input: { assessorId } }
  },
  forwardToDepartment: async () => by({ proposalId: (await aPublished()).proposalId, department: 'kultura', dueOn: inTenDays(), note: sentence }, 'official'),
  async returnFromDepartment() {
    const { coordinator, proposalId } = await aPublished()
    await forwardToDepartment(coordinator, { proposalId, department: 'kultura', dueOn: inTenDays(), note: sentence })
    const { forwardings: [asked] } = (await getAtTheOffice(coordinator, proposalId))!
    return { actor: coordinator, input: { forwardingId: asked!.id, note: sentence } }
  },
  adoptCriteria: async () => by({ mode: 'idea', validFrom: aFreeDay(), basis: 'Zarządzenie', apartPercent: '20', days: '14', lines: 'Koszty | 5 | 4 | Czy są uzasadnione?' }, 'admin'),

  async openPartnerCall() {
    const { member, organisationId } = await aMember()
    return { actor: member, input: aPartnerCallTyped(organisationId, { proposalId: '' }) }
  },
  async closePartnerCall() {
    const { looking, callId } = await aPartnerCall()
    return { actor: looking.member, input: { id: callId } }
  },
  async requestPartnership() {
    const { other, callId } = await aPartnerCall()
    return { actor: other.member, input: { callId, organisationId: other.organisationId, message: sentence } }
  },
  async withdrawPartnerRequest() {
    const { other, requestId } = await aPartnerRequest()
    return { actor: other.member, input: { id: requestId } }
  },
  async answerPartnerRequest() {
    const { looking, requestId } = await aPartnerRequest()
    return { actor: looking.member, input: { id: requestId, decision: 'accept', answer: sentence } }
  },
  async endPartnership() {
    const { looking, other, requestId } = await aPartnerRequest()
    await answerPartnerRequest(looking.member, { id: requestId, decision: 'accept', answer: sentence })
    return { actor: other.member, input: { id: requestId, reason: sentence } }
  },

  async openVolunteerCall() {
    const { member, organisationId } = await aMember()
    return { actor: member, input: aCallTyped(organisationId, { proposalId: '' }) }
  },
  async changeVolunteerCall() {
    const { member, callId } = await aCall()
    const { organisationId: _, day: _day, from: _from, to: _to, places: _places, ...call } = aCallTyped('')
    return { actor: member, input: { id: callId, ...call } }
  },
  async closeVolunteerCall() {
    const { member, callId } = await aCall()
    return { actor: member, input: { id: callId, reason: sentence } }
  },
  async addVolunteerShift() {
    const { member, callId } = await aCall()
    return { actor: member, input: { id: callId, ...aShiftTyped() } }
  },
  async changeVolunteerShift() {
    const { member, shiftId } = await aCall()
    return { actor: member, input: { id: shiftId, ...aShiftTyped({ days: 9 }) } }
  },
  async cancelVolunteerShift() {
    const { member, shiftId } = await aCall()
    return { actor: member, input: { id: shiftId, reason: sentence } }
  },
  async writeToVolunteers() {
    const { member, shiftId } = await aVolunteer()
    return { actor: member, input: { id: shiftId, message: sentence } }
  },
  signUpForShift: async () => by({ shiftId: (await aCall()).shiftId, ...someoneSays, consent: 'yes', note: sentence }),
  async cancelSignUp() {
    const { volunteer, id } = await aVolunteer()
    return { actor: volunteer, input: { id } }
  },
  async removeVolunteer() {
    const { member, id } = await aVolunteer()
    return { actor: member, input: { id, reason: sentence } }
  },
  async noteAttendance() {
    const { member, shiftId, id } = await aVolunteer()
    await letItBegin(shiftId)
    return { actor: member, input: { shiftId, hours: { [id]: '2,5' } } }
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

  ...deskScenes,
  ...moderationScenes,
}
