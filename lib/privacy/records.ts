import type { Part } from './copy/parts'

// The other half of erasure.ts: tables and columns that know people without pointing to them. A test reads from the
// database which tables there are; each is named there, here as personal, or here as not personal, with the reason.

type Answer = {
  /** The part of a person's copy that shows it; null where it is nobody's of whom we could tell, and `because` says why. */
  exported: Part | null
  /** What becomes of it when they are erased. `kept` is a documented exception: what they wrote there themselves stays, and `because` says why. */
  erased: 'deleted' | 'emptied' | 'rewritten' | 'kept'
  because?: string
}

const organisationsPaper = 'What an organisation says in its own name is the organisation’s, whoever typed it; its people can change it, and the page before erasing says so.'
const officesPaper = 'What was decided or noted in the office’s name is a record of the office (archive act), and the ground on which others lost or won something.'
const caseFile = 'The file of a case: somebody else was restricted or reported there, and it can be contested. It goes when its time is over (retention.ts).'
const untilSent = 'Mail to others loses the address at once; the name in it goes with the mail, once it is sent.'
const paper = 'Came on paper from somebody without an account; the office keeps the paper, and erases on request.'

/** Columns with personal data that are no key of a person. */
export const personalColumns: Record<`${string}.${string}`, Answer> = {
  'people.name': { exported: 'account', erased: 'emptied' },
  'people.email': { exported: 'account', erased: 'emptied' },
  'people.email_canonical': { exported: 'account', erased: 'emptied' },
  'people.ledger_key': { exported: 'events', erased: 'rewritten' },
  'sign_in_links.email': { exported: null, erased: 'deleted', because: 'Lives ten minutes.' },
  'sign_in_links.email_canonical': { exported: null, erased: 'deleted', because: 'Lives ten minutes.' },
  'drafts.values': { exported: null, erased: 'deleted', because: 'Written by nobody we know, before signing in; found by its key alone, for a day. What holds the address goes at once.' },
  'limits.key': { exported: null, erased: 'deleted', because: 'A counter of tries that is over within minutes.' },
  'outbox.recipient': { exported: 'mail', erased: 'deleted' },
  'outbox.subject': { exported: 'mail', erased: 'rewritten', because: untilSent },
  'outbox.unsubscribe': { exported: null, erased: 'deleted', because: 'Holds the key of whom it is sent to.' },
  'outbox.body': { exported: null, erased: 'rewritten', because: `May hold the secret of a link. ${untilSent}` },
  'mail_bounces.address_key': { exported: null, erased: 'deleted', because: 'A keyed hash of an address that refused mail.' },
  'organisation_invitations.email': { exported: 'invitations', erased: 'deleted' },
  'organisation_invitations.email_canonical': { exported: 'invitations', erased: 'deleted' },
  'barred_voters.voter_key': { exported: null, erased: 'kept', because: 'A keyed hash that bars a second ballot until the question closes; then it goes. It is made by erasing.' },
  'barred_mailboxes.mailbox_key': { exported: null, erased: 'kept', because: 'A keyed hash of the mailbox, made by erasing an account under a sanction, with the kind, the rule and the end of it; so that leaving does not end it. It goes with its end, a year after erasing where there is none, or moves to a new account of that mailbox.' },
  'events.actor': { exported: 'events', erased: 'kept', because: 'A random key that nothing leads to once the person’s row has another; events are never changed.' },
  'events.subject': { exported: null, erased: 'kept', because: 'As the actor: for acts on a person it is that key.' },

  'comments.body': { exported: 'comments', erased: 'rewritten' },
  'comment_revisions.body': { exported: 'comments', erased: 'rewritten' },
  'comments.words': { exported: null, erased: 'rewritten', because: 'The words of the text, for finding it.' },
  'used_words.word': { exported: null, erased: 'rewritten', because: 'Words that comments use; those that none uses any more go (a trigger).' },
  'reports.sentence': { exported: 'reports', erased: 'rewritten' },
  'volunteer_sign_ups.note': { exported: 'volunteering', erased: 'emptied' },
  'proposal_notes.body': { exported: 'proposalWork', erased: 'deleted' },
  'proposal_conflicts.mine': { exported: 'proposalWork', erased: 'deleted' },
  'report_conflicts.mine': { exported: 'proposalWork', erased: 'deleted' },

  'comments.signature': { exported: null, erased: 'kept', because: paper },
  'paper_voices.scan': { exported: null, erased: 'kept', because: paper },
  'paper_voices.receipt_number': { exported: null, erased: 'kept', because: paper },
  'paper_batches.scan': { exported: null, erased: 'kept', because: paper },
  'paper_batches.receipt_number': { exported: null, erased: 'kept', because: paper },
  'paper_receipts.number': { exported: null, erased: 'kept', because: paper },

  'organisations.contact_email': { exported: null, erased: 'emptied', because: 'Where it is the person’s own address; else the organisation’s.' },
  'organisations.contact_phone': { exported: null, erased: 'emptied', because: 'Together with the address.' },
  'organisations.name': { exported: null, erased: 'kept', because: organisationsPaper },
  'organisations.slug': { exported: null, erased: 'kept', because: organisationsPaper },
  'organisations.seat': { exported: null, erased: 'kept', because: organisationsPaper },
  'organisations.about': { exported: null, erased: 'kept', because: organisationsPaper },
  'organisations.offers': { exported: null, erased: 'kept', because: organisationsPaper },
  'organisations.seeks': { exported: null, erased: 'kept', because: organisationsPaper },
  'proposals.draft': { exported: 'proposals', erased: 'kept', because: organisationsPaper },
  'proposals.content': { exported: 'proposals', erased: 'kept', because: organisationsPaper },
  'proposals.slug': { exported: null, erased: 'kept', because: organisationsPaper },
  'proposal_versions.content': { exported: null, erased: 'kept', because: organisationsPaper },
  'proposal_versions.reason': { exported: 'proposalWork', erased: 'kept', because: organisationsPaper },
  'proposal_edits.before': { exported: null, erased: 'kept', because: organisationsPaper },
  'proposal_edits.after': { exported: 'proposalWork', erased: 'kept', because: organisationsPaper },
  'proposal_files.description': { exported: null, erased: 'kept', because: organisationsPaper },
  'files.name': { exported: 'files', erased: 'kept', because: organisationsPaper },
  'proposal_moves.reason': { exported: 'proposalWork', erased: 'kept', because: `${organisationsPaper} ${officesPaper}` },
  'proposal_appeals.grounds': { exported: 'proposalWork', erased: 'kept', because: organisationsPaper },
  'result_reports.draft': { exported: null, erased: 'kept', because: organisationsPaper },
  'result_reports.content': { exported: null, erased: 'kept', because: organisationsPaper },
  'report_edits.before': { exported: null, erased: 'kept', because: organisationsPaper },
  'report_edits.after': { exported: 'proposalWork', erased: 'kept', because: organisationsPaper },
  'partner_calls.title': { exported: 'organisationWork', erased: 'kept', because: organisationsPaper },
  'partner_calls.sought': { exported: 'organisationWork', erased: 'kept', because: organisationsPaper },
  'partner_requests.message': { exported: 'organisationWork', erased: 'kept', because: organisationsPaper },
  'partner_requests.answer': { exported: null, erased: 'kept', because: organisationsPaper },
  'partner_requests.ended_reason': { exported: null, erased: 'kept', because: organisationsPaper },
  'volunteer_calls.role': { exported: 'organisationWork', erased: 'kept', because: organisationsPaper },
  'volunteer_calls.duties': { exported: 'organisationWork', erased: 'kept', because: organisationsPaper },
  'volunteer_calls.place': { exported: 'organisationWork', erased: 'kept', because: organisationsPaper },
  'volunteer_calls.conditions': { exported: 'organisationWork', erased: 'kept', because: organisationsPaper },
  'volunteer_calls.closed_reason': { exported: null, erased: 'kept', because: organisationsPaper },
  'volunteer_sign_ups.removed_reason': { exported: 'volunteering', erased: 'kept', because: `Emptied when the volunteer is erased; for whoever wrote it: ${organisationsPaper}` },
  'volunteer_shifts.cancelled_reason': { exported: null, erased: 'kept', because: organisationsPaper },

  'organisations.refusal_reason': { exported: 'organisations', erased: 'kept', because: officesPaper },
  'reports.reporter_name': { exported: 'reports', erased: 'emptied' },
  'reports.reporter_email': { exported: 'reports', erased: 'emptied' },
  'reports.passage': { exported: null, erased: 'kept', because: `The words that were reported, of somebody else. ${caseFile}` },
  'reports.law': { exported: 'reports', erased: 'kept', because: caseFile },
  'decision_evidence.body': { exported: 'decisions', erased: 'kept', because: caseFile },
  'redactions.original': { exported: 'decisions', erased: 'deleted' },
  'appeals.text': { exported: 'appeals', erased: 'kept', because: caseFile },
  'appeals.reasons': { exported: 'appeals', erased: 'kept', because: officesPaper },
  'bulk_decisions.sentence': { exported: null, erased: 'kept', because: officesPaper },
  'flags.reason': { exported: null, erased: 'kept', because: officesPaper },
  'ballot_decisions.reason': { exported: null, erased: 'kept', because: officesPaper },
  'ballot_appeals.text': { exported: 'appeals', erased: 'emptied' },
  'ballot_appeals.reasons': { exported: 'appeals', erased: 'kept', because: officesPaper },
  'shared_networks.name': { exported: null, erased: 'kept', because: officesPaper },
  'ban_proposals.law': { exported: null, erased: 'kept', because: officesPaper },
  'ban_proposals.sentence': { exported: null, erased: 'kept', because: `The same as in the decision that suspends meanwhile. ${officesPaper}` },
  'decisions.law': { exported: 'decisions', erased: 'kept', because: officesPaper },
  'decisions.sentence': { exported: 'decisions', erased: 'kept', because: officesPaper },
  'proposal_decisions.reason': { exported: null, erased: 'kept', because: officesPaper },
  'proposal_appeals.reason': { exported: null, erased: 'kept', because: officesPaper },
  'criteria_sets.basis': { exported: null, erased: 'kept', because: officesPaper },
  'assessors.words': { exported: 'assessments', erased: 'kept', because: officesPaper },
  'assessors.freed_reason': { exported: null, erased: 'kept', because: officesPaper },
  'cards.typed': { exported: null, erased: 'kept', because: officesPaper },
  'card_points.reason': { exported: null, erased: 'kept', because: officesPaper },
  'forwardings.note': { exported: null, erased: 'kept', because: officesPaper },
  'forwardings.return_note': { exported: null, erased: 'kept', because: officesPaper },
}

/** Tables that hold nothing about people, and why. */
export const notPersonal: Record<string, string> = {
  __drizzle_migrations: 'Which migrations were applied.',
  ballot_history: 'What a ballot said; which person’s it was is in ballots alone; both know the day, no moment.',
  questions: 'What is asked.',
  unsealed: 'Events that wait for their line in the ledger, with the salt of their references; it goes with whoever acted.',
  event_salts: 'What makes references of the ledger comparable; gone with whoever acted, or with the words that were taken out.',
  ledger_lines: 'Salted references, which tell nothing once their salts are gone.',
  checkpoints: 'Totals and hashes.',
  vote_commitments: 'How many acts of a secret vote waited on a day, and a random number.',
  restored_ballots: 'Which ballots count again after an appeal; knows no person and no moment.',
  bulk_items: 'Which comments a decision about many is about; whose they are stands in comments alone.',
  flag_ballots: 'Which ballots a flag is about; a ballot that was disowned leads to nobody.',
  flag_comments: 'Which comments a flag is about; whose they are stands in comments alone.',
  question_results: 'Totals.',
  areas: 'The strategy as adopted.',
  strategic_goals: 'The strategy as adopted.',
  operational_goals: 'The strategy as adopted.',
  tasks: 'The strategy as adopted.',
  task_titles: 'The strategy as adopted before.',
  translated_titles: 'The strategy, translated.',
  official_answers: 'Which comments an answer of the office answers.',
  proposal_tasks: 'Which tasks a proposal is for.',
  assessments: 'Which criteria a proposal is assessed by.',
  criteria: 'What proposals are assessed by.',
  departments: 'Departments of the office.',
  warnings_read: 'When a warning was read; whose it is stands in decisions.',
  report_reminders: 'Which reminders organisations were sent.',
}
