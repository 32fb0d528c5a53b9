import { drafts, identities, people, roleGrants, sessions, signInLinks } from '../accounts/tables'
import type { Tx } from '../db'
import { disownReactions, rewriteVoices } from '../discussion/steps'
import { comments } from '../discussion/tables'
import { forgetSalts } from '../events/forgetting'
import { forgetBallotAppeals } from '../integrity/steps'
import { barMailbox } from '../moderation/bars'
import { caseClaims, deskSettings } from '../moderation/desk-tables'
import { redactions } from '../moderation/redaction-tables'
import { reports } from '../moderation/tables'
import { promoteBeforeLeaving } from '../organisations/steps'
import { organisationInvitations, organisationMembers, organisations } from '../organisations/tables'
import { proposalConflicts, proposalEdits, proposalNotes, proposals, proposalTasks } from '../proposals/tables'
import { reportConflicts } from '../results/tables'
import { limits, mailBounces, outbox } from '../tables'
import { leaveShifts } from '../volunteering/steps'
import { disownBallots } from '../voting/steps'
import { voteTraces } from '../voting/tables'
import { and, eq, inArray, isNull, notExists, or, sql, type SQL } from 'drizzle-orm'
import type { Part } from './copy/parts'
import { ownDataIn, withoutOwnData, type Own } from './own-data'
import { personalCopies } from './tables'

/** Whoever leaves: their key, name and address, and words that they want to be gone from their texts. */
export type Leaving = Own & { id: string; addressKey: string | null }
type Erase = (tx: Tx, leaving: Leaving) => Promise<unknown>
type Fate = {
  /** The part of a person's export that shows these rows; null where they are somebody else's matter. */
  exported: Part | null
  /** What becomes of the rows; `kept`: they stay and point to the empty row of a person without name or address. */
  erased: Erase | 'kept'
}

/** Every column that points to a person, named as in the database; a test reads from it whether one is missing. What knows people otherwise is in `records.ts`. */
export const aboutPeople: Record<`${string}.${string}`, Fate> = {
  'sessions.person_id': { exported: 'sessions', erased: (tx, { id }) => tx.delete(sessions).where(eq(sessions.personId, id)) },
  'role_grants.person_id': { exported: 'roles', erased: (tx, { id }) => tx.delete(roleGrants).where(eq(roleGrants.personId, id)) },
  'role_grants.granted_by_id': { exported: null, erased: 'kept' },
  'organisation_members.person_id': { exported: 'memberships', erased: leaveOrganisations },
  'organisation_invitations.invited_by_id': { exported: null, erased: 'kept' },
  'organisation_invitations.accepted_by_id': { exported: 'invitations', erased: 'kept' },
  'register_checks.seen_by_id': { exported: null, erased: 'kept' },
  // What was said and decided in public stays understandable, signed „konto usunięte” or not at all.
  'comments.author_id': { exported: 'comments', erased: eraseVoices },
  'decisions.author_id': { exported: 'decisions', erased: 'kept' },
  'decisions.person_id': { exported: 'decisions', erased: 'kept' },
  'decisions.moderator_id': { exported: null, erased: 'kept' },
  'case_claims.moderator_id': { exported: null, erased: (tx, { id }) => tx.delete(caseClaims).where(eq(caseClaims.moderatorId, id)) },
  'bulk_decisions.proposed_by_id': { exported: null, erased: 'kept' },
  'bulk_decisions.settled_by_id': { exported: null, erased: 'kept' },
  'ban_proposals.person_id': { exported: null, erased: 'kept' },
  'ban_proposals.proposed_by_id': { exported: null, erased: 'kept' },
  'ban_proposals.settled_by_id': { exported: null, erased: 'kept' },
  'desk_settings.person_id': { exported: null, erased: (tx, { id }) => tx.delete(deskSettings).where(eq(deskSettings.personId, id)) },
  'threads.locked_by_id': { exported: null, erased: 'kept' },
  'reactions.person_id': { exported: 'reactions', erased: (tx, { id }) => disownReactions(tx, id) },
  'ballots.person_id': { exported: 'ballots', erased: disownBallots },
  'reports.reporter_id': { exported: 'reports', erased: disownReports },
  'appeals.appellant_id': { exported: 'appeals', erased: 'kept' },
  'appeals.decided_by_id': { exported: null, erased: 'kept' },
  // An organisation's papers are its own.
  'organisations.registered_by_id': { exported: 'organisations', erased: 'kept' },
  'organisations.confirmed_by_id': { exported: null, erased: 'kept' },
  'files.uploaded_by_id': { exported: 'files', erased: 'kept' },
  'organisations.refused_by_id': { exported: null, erased: 'kept' },
  'task_questions.asked_by_id': { exported: null, erased: 'kept' },
  'paper_batches.entered_by_id': { exported: null, erased: 'kept' },
  'paper_batches.confirmed_by_id': { exported: null, erased: 'kept' },
  'paper_batches.dropped_by_id': { exported: null, erased: 'kept' },
  'paper_voices.entered_by_id': { exported: null, erased: 'kept' },
  'identities.person_id': { exported: 'identity', erased: (tx, { id }) => tx.delete(identities).where(eq(identities.personId, id)) },
  'proposals.created_by_id': { exported: 'proposals', erased: 'kept' },
  'proposal_edits.by_id': { exported: 'proposalWork', erased: 'kept' },
  'proposal_conflicts.person_id': { exported: 'proposalWork', erased: (tx, { id }) => tx.delete(proposalConflicts).where(eq(proposalConflicts.personId, id)) },
  'proposal_notes.author_id': { exported: 'proposalWork', erased: (tx, { id }) => tx.delete(proposalNotes).where(eq(proposalNotes.authorId, id)) },
  'proposal_moves.by_id': { exported: 'proposalWork', erased: 'kept' },
  'proposal_decisions.prepared_by_id': { exported: null, erased: 'kept' },
  'proposal_decisions.published_by_id': { exported: null, erased: 'kept' },
  'proposal_appeals.appealed_by_id': { exported: 'proposalWork', erased: 'kept' },
  'proposal_appeals.decided_by_id': { exported: null, erased: 'kept' },
  'proposal_versions.by_id': { exported: 'proposalWork', erased: 'kept' },
  'result_reports.saved_by_id': { exported: null, erased: 'kept' },
  'result_reports.sent_by_id': { exported: 'proposalWork', erased: 'kept' },
  'report_edits.by_id': { exported: 'proposalWork', erased: 'kept' },
  'report_conflicts.person_id': { exported: 'proposalWork', erased: (tx, { id }) => tx.delete(reportConflicts).where(eq(reportConflicts.personId, id)) },
  // What somebody judged in the office's name stays the office's.
  'criteria_sets.adopted_by_id': { exported: null, erased: 'kept' },
  'assessors.person_id': { exported: 'assessments', erased: 'kept' },
  'assessors.assigned_by_id': { exported: null, erased: 'kept' },
  'assessors.freed_by_id': { exported: null, erased: 'kept' },
  'forwardings.forwarded_by_id': { exported: null, erased: 'kept' },
  'forwardings.returned_by_id': { exported: null, erased: 'kept' },
  'partner_calls.created_by_id': { exported: 'organisationWork', erased: 'kept' },
  'partner_calls.closed_by_id': { exported: null, erased: 'kept' },
  'partner_requests.created_by_id': { exported: 'organisationWork', erased: 'kept' },
  'partner_requests.answered_by_id': { exported: null, erased: 'kept' },
  'partner_requests.ended_by_id': { exported: null, erased: 'kept' },
  'volunteer_calls.created_by_id': { exported: 'organisationWork', erased: 'kept' },
  'volunteer_calls.closed_by_id': { exported: null, erased: 'kept' },
  // Shifts to come are given up; what was done stays counted, as somebody's without a name.
  'volunteer_sign_ups.person_id': { exported: 'volunteering', erased: (tx, { id }) => leaveShifts(tx, id) },
  'vote_traces.person_id': { exported: null, erased: (tx, { id }) => tx.delete(voteTraces).where(eq(voteTraces.personId, id)) },
  'flags.settled_by_id': { exported: null, erased: 'kept' },
  'ballot_decisions.proposed_by_id': { exported: null, erased: 'kept' },
  'ballot_decisions.confirmed_by_id': { exported: null, erased: 'kept' },
  'ballot_decisions.rejected_by_id': { exported: null, erased: 'kept' },
  // An appeal tells that somebody voted, and perhaps how.
  'ballot_appeals.appellant_id': { exported: 'appeals', erased: (tx, { id }) => forgetBallotAppeals(tx, id) },
  'ballot_appeals.decided_by_id': { exported: null, erased: 'kept' },
  'shared_networks.added_by_id': { exported: null, erased: 'kept' },
  'shared_networks.removed_by_id': { exported: null, erased: 'kept' },
  'volunteer_sign_ups.removed_by_id': { exported: null, erased: 'kept' },
  'volunteer_sign_ups.noted_by_id': { exported: null, erased: 'kept' },
  // A copy that was asked for is fetched by nobody now; the job takes its files away at once.
  'personal_copies.person_id': { exported: 'copies', erased: (tx, { id }) => tx.update(personalCopies).set({ personId: null, expiresAt: sql`now()` }).where(eq(personalCopies.personId, id)) },
}

/** Rows that know somebody by their address or by a counter's key, not by a foreign key. */
const byAddress: Erase[] = [
  barMailbox, // A documented exception: it makes a row.
  (tx, leaving) => tx.delete(outbox).where(isAddress(sql`${outbox.recipient}`, leaving)),
  rewriteMail,
  (tx, leaving) => tx.delete(signInLinks).where(isAddress(sql`${signInLinks.emailCanonical}`, leaving)),
  (tx, leaving) => tx.delete(organisationInvitations).where(isAddress(sql`${organisationInvitations.emailCanonical}`, leaving)),
  (tx, leaving) => tx.delete(drafts).where(isWithin(sql`${drafts.values}::text`, leaving)),
  cleanReports,
  (tx, leaving) => tx.delete(limits).where(or(...[leaving.id, leaving.addressKey].filter((who) => who !== null).map((who) => sql`right(${limits.key}, length(${who}::text) + 1) = ':' || ${who}::text`))),
  (tx, { addressKey }) => tx.delete(mailBounces).where(eq(mailBounces.addressKey, addressKey ?? '')),
  (tx, leaving) => tx.update(organisations).set({ contactEmail: '', contactPhone: null }).where(isAddress(sql`${organisations.contactEmail}`, leaving)),
]

const addressesOf = ({ email, emailCanonical }: Pick<Leaving, 'email' | 'emailCanonical'>) => [...new Set([email, emailCanonical].filter((address) => address !== null).map((address) => address.toLowerCase()))]
const isAddress = (column: SQL, leaving: Leaving) => inArray(sql`lower(${column})`, addressesOf(leaving))
/** That a text has an address of theirs somewhere in it. */
const isWithin = (text: SQL, leaving: Pick<Leaving, 'email' | 'emailCanonical'>) => or(...addressesOf(leaving).map((address) => sql`position(${address}::text in lower(${text})) > 0`), sql`false`)

/** Takes a person out of everything, in one transaction; of their row only its key stays, so that their voices are someone's. */
export async function erase(tx: Tx, leaving: Leaving): Promise<void> {
  await tx.execute(sql`select pg_notify('personal-copies', '')`)
  for (const { erased } of Object.values(aboutPeople)) if (erased !== 'kept') await erased(tx, leaving)
  for (const erased of byAddress) await erased(tx, leaving)
  await forgetSalts(tx, leaving.id)
  await tx
    .update(people)
    .set({
      name: null,
      email: null,
      emailCanonical: null,
      emailVerifiedAt: null,
      suspendedUntil: null,
      bannedAt: null,
      slowedUntil: null,
      slowMinutes: null,
      warnedAt: null,
      declaredResidentAt: null,
      verifiedResidentAt: null,
      // Days, not instants: an exact one could be matched with an event, and so with the key that events know.
      joinedAt: sql`date_trunc('day', now())`,
      erasedAt: sql`date_trunc('day', now())`,
      ledgerKey: sql`gen_random_uuid()`,
    })
    .where(eq(people.id, leaving.id))
}

/** What decisions took out of their texts is nowhere any more, and so cannot be put back. */
async function eraseVoices(tx: Tx, leaving: Leaving): Promise<void> {
  await rewriteVoices(tx, leaving.id, (text) => withoutOwnData(text, leaving))
  await tx.delete(redactions).where(inArray(redactions.commentId, tx.select({ id: comments.id }).from(comments).where(eq(comments.authorId, leaving.id))))
}

/** Whom a report came from is forgotten, also where its sentence tells. */
async function disownReports(tx: Tx, leaving: Leaving): Promise<void> {
  const own = await tx.select({ id: reports.id, sentence: reports.sentence }).from(reports).where(eq(reports.reporterId, leaving.id)).for('update')
  for (const { id, sentence } of own) await tx.update(reports).set({ reporterId: null, reporterName: null, reporterEmail: null, sentence: withoutOwnData(sentence, leaving) }).where(eq(reports.id, id))
}

/** Reports without an account: those that came from their address are nobody's, and the address is in nobody's words. */
async function cleanReports(tx: Tx, leaving: Leaving): Promise<void> {
  const named = or(isAddress(sql`${reports.reporterEmail}`, leaving), isWithin(sql`concat_ws(' ', ${reports.reporterName}, ${reports.sentence})`, leaving))
  for (const report of await tx.select().from(reports).where(named).for('update')) {
    const own = addressesOf(leaving).includes(report.reporterEmail?.toLowerCase() ?? '')
    const reporter = own ? { reporterName: null, reporterEmail: null } : { reporterName: report.reporterName && withoutOwnData(report.reporterName, leaving) }
    await tx.update(reports).set({ ...reporter, sentence: withoutOwnData(report.sentence, leaving) }).where(eq(reports.id, report.id))
  }
}

/** Mail to others that waits says it without their address. Not without their name, which could be any word that mail needs. */
async function rewriteMail(tx: Tx, { email, emailCanonical }: Leaving): Promise<void> {
  const own = { name: null, email, emailCanonical }
  const named = isWithin(sql`${outbox.subject} || ' ' || ${outbox.body}`, own)
  for (const { id, subject, body } of await tx.select({ id: outbox.id, subject: outbox.subject, body: outbox.body }).from(outbox).where(named).for('update')) {
    if (ownDataIn(subject + body, own).length) await tx.update(outbox).set({ subject: withoutOwnData(subject, own), body: withoutOwnData(body, own) }).where(eq(outbox.id, id))
  }
}

/**
 * Ends memberships. Where the only owner leaves, who comes after them owns the organisation. Where nobody is left, a confirmed organisation stays with what it has sent in and loses its drafts;
 * a registration that was not confirmed goes. Organisations are locked, so that two last members see each other leave.
 */
async function leaveOrganisations(tx: Tx, { id }: Leaving): Promise<void> {
  const left = await tx.select({ id: organisationMembers.organisationId }).from(organisationMembers).where(eq(organisationMembers.personId, id))
  if (!left.length) return
  const ids = left.map(({ id }) => id)
  await tx.select({ id: organisations.id }).from(organisations).where(inArray(organisations.id, ids)).orderBy(organisations.id).for('update')
  await promoteBeforeLeaving(tx, id)
  await tx.delete(organisationMembers).where(eq(organisationMembers.personId, id))
  const nobodysLeft = await tx
    .select({ id: organisations.id, confirmedAt: organisations.confirmedAt })
    .from(organisations)
    .where(and(inArray(organisations.id, ids), notExists(tx.select({ one: sql`1` }).from(organisationMembers).where(eq(organisationMembers.organisationId, organisations.id)))))
  if (!nobodysLeft.length) return
  const unsent = and(inArray(proposals.organisationId, nobodysLeft.map(({ id }) => id)), eq(proposals.state, 'draft'))
  const dropped = (await tx.select({ id: proposals.id }).from(proposals).where(unsent).for('update')).map(({ id }) => id)
  if (dropped.length) {
    await tx.delete(proposalEdits).where(inArray(proposalEdits.proposalId, dropped))
    await tx.delete(proposalConflicts).where(inArray(proposalConflicts.proposalId, dropped))
    await tx.delete(proposalNotes).where(inArray(proposalNotes.proposalId, dropped))
    await tx.delete(proposalTasks).where(inArray(proposalTasks.proposalId, dropped))
    await tx.delete(proposals).where(inArray(proposals.id, dropped))
  }
  const unconfirmed = nobodysLeft.filter(({ confirmedAt }) => !confirmedAt).map(({ id }) => id)
  if (unconfirmed.length) await tx.delete(organisations).where(and(inArray(organisations.id, unconfirmed), isNull(organisations.confirmedAt)))
}
