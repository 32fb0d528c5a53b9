import type { Page } from '../../lib/addresses'
import type { Asker } from './roles'
import type { ThingName } from './marks'

/** What fills the places of an address, in their order: a thing of the world, or `=` with what to write there. */
type Filled = readonly (ThingName | `=${string}`)[]
/** Who is shown the page: everybody, everybody who is signed in, some, or nobody at all; `asks` leads everybody to signing in. */
type Who = 'everybody' | 'people' | 'nobody' | 'asks' | readonly Asker[]
export type Door = { filled: Filled; who: Who }

const to = (who: Who, ...filled: (Filled | ThingName | `=${string}`)[]): Door[] =>
  (filled.length ? filled : [[] as Filled]).map((each) => ({ filled: typeof each === 'string' ? [each] : each, who }))

const team = ['owner', 'editor', 'member'] as const
const office = ['assessor', 'official', 'admin'] as const
const desk = ['moderator', 'admin'] as const
const call = ['coordinator', 'admin'] as const
const callAndDesk = ['coordinator', 'moderator', 'admin'] as const
const assessing = ['assessor', 'official', 'coordinator', 'admin'] as const

const voices = (who: Who, ...names: ThingName[]) => to(who, ...names.map((name) => ['code', name] as const))
const allVoices: ThingName[] = ['shown', 'hidden', 'held', 'withdrawn', 'changed', 'rewritten', 'left', 'paper']
/** A voice of a task is nowhere beside a proposal, and the other way round. */
const elsewhere = (who: Who) => to(who, ['publishedSlug', 'shown'], ['publishedSlug', 'hidden'])

/**
 * Who is shown what stands at each address, in each state that tells people apart. Whoever is not: is led to signing in
 * when nobody is signed in, and else finds what is found where nothing is.
 */
export const doors: Record<Page, readonly Door[]> = {
  home: to('everybody'),
  tasks: to('everybody'),
  tasksBy: [...to('everybody', '=votes'), ...to('nobody', '=secret')],
  task: [...to('everybody', 'code'), ...to('nobody', '=9.9.999')],
  taskComments: to('everybody', 'code'),
  // The place of what is hidden, held or taken back stays, without its words: marks.ts.
  taskComment: voices('everybody', ...allVoices),
  editTaskComment: [...voices(['author'], 'shown', 'hidden', 'rewritten'), ...voices([], 'held', 'withdrawn', 'left', 'paper')],
  taskCommentHistory: [...voices('everybody', 'shown', 'changed', 'left', 'paper'), ...voices('nobody', 'hidden', 'held', 'withdrawn', 'rewritten')],
  answerTask: to(['assessor', 'official'], 'code'),
  askAboutTask: to('people', 'code'), // Says to others that the office asks.
  proposals: to('everybody'),
  olderProposals: to('nobody', '=x'),
  chosenProposals: to('everybody'),
  newProposal: to('people'),
  proposal: [...to('everybody', 'publishedSlug', 'reportingSlug', 'reportedSlug', 'hiddenProposalSlug'), // The last one says that it is hidden.
     ...to('nobody', '=nie-ma')],
  proposalVersions: [...to('everybody', 'publishedSlug'), ...to('nobody', 'hiddenProposalSlug')],
  proposalVersion: [...to('everybody', ['publishedSlug', '=1']), ...to('nobody', ['publishedSlug', '=9'])],
  answerRemarks: to(['assessor', 'official'], 'publishedSlug'),
  proposalComments: [...to('everybody', 'publishedSlug'), ...to('nobody', 'hiddenProposalSlug')],
  proposalComment: elsewhere('nobody'),
  editProposalComment: elsewhere([]),
  proposalCommentHistory: elsewhere('nobody'),
  proposalResults: to('nobody', 'publishedSlug', 'reportingSlug', 'reportedSlug'), // Public once the office has accepted the report.
  proposalForm: [...to('everybody', 'publishedSlug'), ...to('nobody', 'hiddenProposalSlug')],
  draftStep: [...to(team, ['draft', '=1'], ['submitted', '=1'], ['returned', '=1'], ['published', '=1'], ['reporting', '=1']), ...to([], ['=01a21a45-0000-7000-8000-000000000000', '=1'])],
  resultReport: [...to(team, 'reporting', 'reported'), ...to([], 'draft', 'published')],
  resultReportCheck: [...to(team, 'reporting', 'reported'), ...to([], 'published')],
  organisations: to('everybody'),
  newOrganisation: to('people'),
  organisation: [...to('everybody', 'organisation', 'hiddenProfileSlug'), // Says that it is hidden.
     ...to('nobody', 'waitingSlug', 'refusedSlug', '=nie-ma')],
  findOrganisations: to('everybody'),
  organisationProfile: [...to(team, 'organisation'), ...to([], 'waitingSlug', 'refusedSlug')],
  team: [...to(team, 'organisation'), ...to([], 'waitingSlug', '=nie-ma')],
  invitation: to('everybody', 'invitation', '=nie-ma'), // Says that it is for somebody else, or over.
  organisationLogo: [...to(['owner', 'editor'], 'organisation'), ...to([], 'waitingSlug')],
  network: to('everybody'),
  networkIn: [...to('everybody', '=14'), ...to('nobody', '=x')],
  newPartnerCall: to('people'),
  partnerCall: [...to('everybody', 'partnerCall'), ...to('nobody', 'volunteerCall')],
  partnerRequests: to('people', 'partnerCall'),
  volunteering: to('everybody'),
  volunteeringIn: [...to('everybody', '=wrzosy'), ...to('nobody', '=x')],
  newVolunteerCall: to('people'),
  volunteerCall: [...to('everybody', 'volunteerCall'), ...to('nobody', 'partnerCall')],
  changeVolunteerCall: to(['owner', 'editor', ...desk], 'volunteerCall'),
  volunteers: to(['owner', 'editor', ...desk], 'volunteerCall'),
  volunteerCertificate: to('people', 'volunteerCall'),
  volunteerShift: to('people', ['volunteerCall', 'shift']),
  consultations: to('everybody'),
  resultStandards: to('everybody'),
  search: to('everybody'),
  transparency: to('everybody'),
  transparencyOlder: to('everybody', 'decision'),
  transparencyYear: [...to('everybody', `=${new Date().getFullYear()}`), ...to('nobody', '=1999')],
  openData: to('everybody'),
  checkpoints: to('everybody'),
  accessibility: to('everybody'),
  privacy: to('everybody'),
  retention: to('everybody'),
  clause: [...to('everybody', '=2026-11-27'), ...to('nobody', '=2000-01-01')],
  terms: to('everybody'),
  assessmentCriteria: to('everybody'),
  howItWorks: to('everybody'),
  signIn: to('everybody'),
  linkSent: to('everybody'),
  confirmSignIn: to('asks'), // Without a link; with one: identity.spec.ts.
  linkRefused: to('everybody'),
  welcome: to('people'),
  write: [...to('people', 'draftKey'), ...to('people', '=AAAAAAAAAAAAAAAAAAAAAA')], // Says that it is gone.
  myBallot: to('people', 'question'),
  question: to('everybody', 'question'),
  receipts: to('nobody', 'question'), // Once voting has closed.
  account: to('people'),
  accountCopy: to('people'),
  ownDecision: to(['author'], 'decision'),
  deleteAccount: to('people'),
  accountDeleted: to('everybody'),
  report: [...to('everybody', 'shown', 'hidden', 'held', 'published', 'organisationId', 'hiddenProposal', 'hiddenProfile'), ...to('nobody', 'draft', 'submitted', 'waiting')],
  reportIllegal: [...to('everybody', 'shown', 'hidden', 'held', 'published', 'organisationId', 'hiddenProposal', 'hiddenProfile'), ...to('nobody', 'draft', 'waiting')],
  findReport: to('everybody'),
  reportStatus: [...to('everybody', 'reportNumber'), ...to('nobody', '=Z-AAAA-AAAA-AAAA')],
  unsubscribe: to('nobody', '=nie-ma'), // With a mailed link: summary.test.ts and contest.spec.ts.
  statement: to('nobody', '=nie-ma'), // With a mailed link: contest.spec.ts.
  office: to(office),
  enterVoice: to([]), // For a task that is named in the query.
  enterCards: to([]),
  confirmCards: to(office, 'batch'),
  officeReports: to(call),
  officeReport: [...to(call, 'reported'), ...to([], 'reporting', 'draft')],
  proposalWork: to(callAndDesk),
  assessments: to(assessing),
  assessProposal: [...to(assessing, 'submitted', 'returned', 'published'), ...to([], 'draft')],
  assessmentCard: [...to(['assessor'], 'card'), ...to([], 'otherCard', 'conflictedCard')],
  checkCard: [...to(['assessor'], 'card'), ...to([], 'otherCard')],
  adoptCriteria: to(['admin']),
  paperReceipt: to('everybody'),
  moderation: to(desk),
  moderateComment: to(desk, ...allVoices),
  flags: to(desk),
  flag: to(desk, 'flag'),
  moderateBulk: to(desk, 'bulk'),
  moderateAppeals: to(desk),
  moderateAppeal: to(desk, 'appeal'),
  moderatePerson: to(desk, 'authorId'),
  moderateOrganisation: to(desk, 'organisationId', 'waiting', 'refused', 'hiddenProfile'),
  moderateProposal: [...to(callAndDesk, 'submitted', 'returned', 'published', 'reported', 'hiddenProposal'), ...to([], 'draft')],
}
