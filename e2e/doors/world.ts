import { randomBytes, randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { keepDraft } from '../../lib/accounts/commands'
import { sessions } from '../../lib/accounts/tables'
import { assignAssessor, declareInterest } from '../../lib/assessment/commands/assessors'
import { saveCard, submitCard } from '../../lib/assessment/commands/cards'
import { forwardToDepartment } from '../../lib/assessment/commands/forwarding'
import { inTenDays, linesFor } from '../../lib/assessment/testing'
import { client, db } from '../../lib/db'
import { editComment, postComment, withdrawComment } from '../../lib/discussion/commands/comments'
import { enterPaperVoice } from '../../lib/discussion/commands/paper'
import { comments, commentRevisions } from '../../lib/discussion/tables'
import { aFlag } from '../../lib/integrity/testing'
import { appealDecision } from '../../lib/moderation/commands/appeals'
import { decideOnComment } from '../../lib/moderation/commands/decisions'
import { decideOnPublication } from '../../lib/moderation/commands/publications'
import { reportContent } from '../../lib/moderation/commands/reports'
import { aProposedBulk } from '../../lib/moderation/desk-scenes'
import { decisions } from '../../lib/moderation/tables'
import { confirmOrganisation, refuseOrganisation, registerOrganisation } from '../../lib/organisations/commands'
import { inviteMember } from '../../lib/organisations/commands/invitations'
import { updateProfile } from '../../lib/organisations/commands/profile'
import { organisationMembers, organisations } from '../../lib/organisations/tables'
import { newTokenOf } from '../../lib/organisations/testing'
import { openPartnerCall, requestPartnership } from '../../lib/partnership/commands'
import { aPartnerCallTyped } from '../../lib/partnership/testing'
import type { Person } from '../../lib/person'
import { deleteAccount } from '../../lib/privacy/commands'
import { publishProposal, returnProposal, submitProposal } from '../../lib/proposals/commands'
import { attachFile } from '../../lib/proposals/commands/attachments'
import { prepareDecision } from '../../lib/proposals/commands/decisions'
import { addNote } from '../../lib/proposals/commands/notes'
import { aWholeDraft, decided } from '../../lib/proposals/testing'
import { proposalConflicts } from '../../lib/proposals/tables'
import { saveReport, sendReport } from '../../lib/results/commands'
import { getReport } from '../../lib/results/queries'
import { aWholeReport, move, sentAs } from '../../lib/results/testing'
import { aFile, aPdf } from '../../lib/sample-files'
import { tasks } from '../../lib/strategy/tables'
import { aPerson, aTask } from '../../lib/testing'
import { signUpForShift } from '../../lib/volunteering/commands/sign-ups'
import { aCallTyped, someoneSays } from '../../lib/volunteering/testing'
import { openVolunteerCall } from '../../lib/volunteering/commands/calls'
import { volunteerShifts } from '../../lib/volunteering/tables'
import { castBallot, enterPaperBatch } from '../../lib/voting/commands'
import { ballots } from '../../lib/voting/tables'
import { theCast } from './cast'
import type { MarkName } from './marks'

// Run by reading.spec.ts: one of everything that not everybody may see, each with a mark that stands nowhere else. Says
// who holds which session, where things are, and the marks.

/** Letters alone: numbers could be taken for somebody's, and words with digits are no names. */
const letters = () => [...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')
const marks: Record<string, string> = {}
const mark = (what: MarkName | `name ${string}` | `mail ${string}`) => (marks[what] ??= `znak${letters()}`)

const cast = await theCast((what) => mark(what as MarkName))
const { author, owner, editor, member, stranger, assessor, official, coordinator, moderator } = cast

// A task of the strategy, as everybody finds it.
const { id: taskId, threadId, questionId } = await aTask()
const code = [randomInt(700, 900), randomInt(1000), randomInt(1000)].join('.')
await db.update(tasks).set({ code }).where(eq(tasks.id, taskId))

const say = async (person: Person, body: string) => (await postComment(person, { threadId, body: `Posadźmy tu lipy ${body}.`, goesOn: 'yes' })).id
const reason = (what: MarkName) => `Tak trzeba ${mark(what)}.`
const ground = 'personal-data'

// Voices: shown, hidden after a report, held, taken back, changed before anybody saw; of somebody who has left; from paper.
const shown = await say(author, 'zwykłe')
const hidden = await say(author, mark('hidden comment'))
const reporter = await aPerson({ name: mark('name reporter') })
const { number: reportNumber } = await reportContent(reporter, { commentId: hidden, revision: 1, ground, sentence: reason('report') })
await decideOnComment(moderator, { commentId: hidden, kind: 'hide', ground, sentence: reason('moderator’s sentence') })
const held = await say(await aPerson({ name: mark('name held') }), mark('held comment'))
await db.update(comments).set({ heldAt: new Date(), heldFor: 'words' }).where(eq(comments.id, held))
const taker = await aPerson()
const withdrawn = await say(taker, mark('withdrawn comment'))
await withdrawComment(taker, { commentId: withdrawn })
const changer = await aPerson()
const changed = await say(changer, mark('wording nobody saw'))
await editComment(changer, { commentId: changed, revision: 1, body: 'Posadźmy tu klony.', goesOn: 'yes' })
const rewritten = await say(author, mark('wording of a hidden comment'))
await db.insert(commentRevisions).values({ commentId: rewritten, revision: 1, body: marks['wording of a hidden comment']!, reactions: 1, replies: 0 })
await db.update(comments).set({ body: mark('hidden comment, changed'), revision: 2, editedAt: new Date() }).where(eq(comments.id, rewritten))
await decideOnComment(moderator, { commentId: rewritten, kind: 'hide', ground, sentence: 'Adres sąsiadki.' })
const left = await say(cast.erased, 'po odejściu')
await deleteAccount(cast.erased, { sure: 'yes' })
const { id: paper } = await enterPaperVoice(official, { threadId, body: 'Ławka przy szkole.', signature: 'Jan z Mokrego', receivedOn: '2026-11-20', scan: mark('scan of a paper voice'), receiptNumber: mark('receipt of a paper voice'), goesOn: 'yes' })
const { key: draftKey } = await keepDraft(null, { form: 'comment', values: { body: mark('voice before signing in'), threadId, _from: `/zadania/${code}` } })

// A vote with a receipt, and a batch of cards that waits for its second clerk.
await castBallot(author, { questionId, choice: 'for' })
const [ballot] = await db.select({ receipt: ballots.receipt }).from(ballots).where(and(eq(ballots.questionId, questionId), eq(ballots.personId, author.id)))
marks['receipt of a vote'] = ballot!.receipt
const { id: batchId } = await enterPaperBatch(official, { questionId, receivedOn: '2026-11-20', scan: mark('scan of cards'), receiptNumber: mark('receipt of cards'), cards: { 'k-for': '12', 'k-against': '3' } })

// Organisations: one with a team, another one, one that waits and one that was refused.
const registration = (name: string, more = {}) => ({ name, legalForm: 'parish', krs: '', nip: '', regon: '', seat: 'Toruń', about: 'Rzeka.', contactEmail: 'biuro@example.org', contactPhone: '', ...more })
const organisation = async (person: Person, name: string, more = {}) => {
  const { id } = await registerOrganisation(person, registration(name, more))
  await confirmOrganisation(moderator, { id })
  return id
}
const organisationId = await organisation(owner, `Klub ${letters()}`, { contactEmail: `${mark('mail of an organisation')}@example.org` })
await db.insert(organisationMembers).values([{ organisationId, personId: editor.id, role: 'editor' }, { organisationId, personId: member.id, role: 'member' }])
await updateProfile(owner, { id: organisationId, revision: '1', about: 'Rzeka.', offers: '', seeks: '', fieldsOfWork: '13', district: 'wrzosy', www: '', contactEmail: `${mark('mail of an organisation')}@example.org`, contactPhone: '', publicContacts: [] })
const [{ slug: organisationSlug }] = (await db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, organisationId))) as [{ slug: string }]
const otherId = await organisation(stranger, `Krąg ${letters()}`)
const { id: waitingId } = await registerOrganisation(await aPerson(), registration(mark('organisation that waits')))
const { id: refusedId } = await registerOrganisation(await aPerson(), registration(mark('organisation that was refused')))
await refuseOrganisation(moderator, { id: refusedId, reason: reason('reason of a refusal') })
const slugOf = async (id: string) => (await db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, id)))[0]!.slug
const { id: invitationId } = await inviteMember(owner, { organisationId, email: `${mark('mail invited')}@example.org`, role: 'editor', language: 'pl' })
const invitation = await newTokenOf(invitationId)

// Proposals, from a draft to a report of results.
const proposal = (title: string, more = {}) => aWholeDraft(owner, organisationId, code, { title, ...more })
const draft = await proposal(mark('draft'))
await addNote(editor, { id: draft, step: 'costs', body: mark('note of a team') })
await db.insert(proposalConflicts).values({ proposalId: draft, personId: editor.id, path: 'need', mine: mark('words in conflict') })
const { fileId } = await attachFile(owner, { id: draft, description: mark('attachment of a draft'), file: aFile(`${mark('file name of a draft')}.pdf`, aPdf()) })
const submitted = await proposal(mark('submitted'))
await submitProposal(owner, { id: submitted })
const returned = await proposal(mark('returned'))
await submitProposal(owner, { id: returned })
await returnProposal(moderator, { id: returned, reason: reason('reason of a return') })
const publish = async (title: string, more = {}) => {
  const id = await proposal(title, more)
  await submitProposal(owner, { id })
  return { id, slug: (await publishProposal(coordinator, { id })).slug }
}
const published = await publish(`Lipy ${letters()}`)
const assess = async (proposalId: string, person: Person, words: string) => {
  const { id: assessorId } = await assignAssessor(coordinator, { proposalId, personId: person.id, dueOn: inTenDays() })
  await declareInterest(person, { assessorId, declaration: 'none', words: '' })
  await saveCard(person, { assessorId, lines: await linesFor(assessorId, 3, words) })
  return assessorId
}
const colleague = await aPerson({ roles: ['official'], name: mark('name other assessor') })
const card = await assess(published.id, assessor, mark('card being written'))
const otherCard = await assess(published.id, colleague, mark('card handed in'))
await submitCard(colleague, { assessorId: otherCard })
const partial = await aPerson({ roles: ['official'], name: mark('name partial') })
await assignAssessor(coordinator, { proposalId: submitted, personId: partial.id, dueOn: inTenDays() }).catch(() => null)
await forwardToDepartment(coordinator, { proposalId: published.id, department: 'kultura', dueOn: inTenDays(), note: reason('note to a department') })
await prepareDecision(coordinator, { id: published.id, outcome: 'rejected', reason: reason('decision not published'), version: '1' })
const conflicted = await publish(`Graby ${letters()}`)
const { id: conflictedCard } = await assignAssessor(coordinator, { proposalId: conflicted.id, personId: partial.id, dueOn: inTenDays() })
await declareInterest(partial, { assessorId: conflictedCard, declaration: 'related', words: reason('words of a conflict') })
const inProgress = async (title: string) => {
  const { id, slug } = await publish(title)
  await decided(coordinator, id, 'accepted')
  await move(owner, id, 'begin')
  return { id, slug }
}
const reporting = await inProgress(`Klony ${letters()}`)
const plan = (await getReport(owner, reporting.id))!.plan
await saveReport(owner, { id: reporting.id, revision: 0, ...sentAs(aWholeReport(plan, { additional: mark('report being written') })) })
const reported = await inProgress(`Jawory ${letters()}`)
await saveReport(owner, { id: reported.id, revision: 0, ...sentAs(aWholeReport((await getReport(owner, reported.id))!.plan, { additional: mark('report that was sent') })) })
await sendReport(owner, { id: reported.id })

// What moderation hides of what organisations publish.
const hiddenProposal = await publish(`Olchy ${letters()}`, { summary: mark('hidden proposal') })
await decideOnPublication(moderator, { proposalId: hiddenProposal.id, kind: 'hide', ground, sentence: 'Adres sąsiadki.' })
const hiddenProfile = await organisation(await aPerson(), `Koło ${letters()}`, { about: mark('hidden profile') })
await decideOnPublication(moderator, { organisationId: hiddenProfile, kind: 'hide', ground, sentence: 'Adres sąsiadki.' })

// Partners and volunteers.
const { id: partnerCall } = await openPartnerCall(owner, aPartnerCallTyped(organisationId, { proposalId: '' }))
await requestPartnership(stranger, { callId: partnerCall, organisationId: otherId, message: mark('message to a partner') })
const { id: volunteerCall } = await openVolunteerCall(owner, aCallTyped(organisationId, { proposalId: '' }))
const [{ id: shift }] = (await db.select({ id: volunteerShifts.id }).from(volunteerShifts).where(eq(volunteerShifts.callId, volunteerCall))) as [{ id: string }]
await signUpForShift(await aPerson({ name: mark('name volunteer') }), { shiftId: shift, ...someoneSays, note: mark('note of a volunteer') })

marks['number of a report'] = reportNumber
const [lastDecision] = await db.select({ id: decisions.id }).from(decisions).where(eq(decisions.commentId, hidden))
const { id: appeal } = await appealDecision(author, { decisionId: lastDecision!.id, text: `Nie było adresu ${mark('appeal')}.` })
const { flagId: flag } = await aFlag()
const { bulkId: bulk } = await aProposedBulk()
const found = {
  sessions: Object.fromEntries(Object.entries(cast).map(([role, { session }]) => [role, session])),
  marks,
  things: {
    code, threadId, question: questionId, shown, hidden, held, withdrawn, changed, rewritten, left, paper, draftKey, batch: batchId,
    organisation: organisationSlug, organisationId, waiting: waitingId, waitingSlug: await slugOf(waitingId), refused: refusedId, refusedSlug: await slugOf(refusedId), invitation,
    draft, submitted, returned, published: published.id, publishedSlug: published.slug, reporting: reporting.id, reportingSlug: reporting.slug, reported: reported.id, reportedSlug: reported.slug,
    hiddenProposal: hiddenProposal.id, hiddenProposalSlug: hiddenProposal.slug, hiddenProfile, hiddenProfileSlug: await slugOf(hiddenProfile),
    file: fileId, card, otherCard, conflictedCard, partnerCall, volunteerCall, shift, decision: lastDecision!.id, reportNumber, appeal, flag, bulk, authorId: author.id,
  },
}
// Whoever has left is nobody: their old session is no row any more, and what their browser holds opens nothing.
if ((await db.$count(sessions, eq(sessions.personId, cast.erased.id))) !== 0) throw new Error('An erased account kept a session.')
console.log(JSON.stringify(found))
await client.end()
