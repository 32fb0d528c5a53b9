import type { Asker } from './roles'

/**
 * Who may do it to what others have made: everybody, everybody who is signed in (`all`), all of these but the suspended
 * (`people`), or some. `theirs`: nobody but those whose it is; what each of them may is in lib/*\/rights.test.ts.
 */
export type Row = 'anyone' | 'all' | 'people' | readonly Asker[]

const theirs: Row = []
const desk: Row = ['moderator', 'admin']
const office: Row = ['official', 'admin']
const call: Row = ['coordinator', 'admin']
const callAndDesk: Row = ['moderator', 'coordinator', 'admin']
const callAndOffice: Row = ['official', 'coordinator', 'admin']

/** Every server action of the build. */
export const rights: Record<string, Row> = {
  askForLink: 'anyone',
  chooseName: 'all',
  signOut: 'all',
  signOutEverywhere: 'all',
  deleteAccount: 'all',
  askForCopy: 'all',
  declareResidence: 'people',
  withdrawVerification: 'all',

  registerOrganisation: 'people',
  confirmOrganisation: desk,
  refuseOrganisation: desk,
  askRegisterAgain: desk,
  noteRegisterCheck: desk,
  updateProfile: theirs,
  inviteMember: theirs,
  withdrawInvitation: theirs,
  acceptInvitation: theirs,
  changeRole: theirs,
  handOver: theirs,
  removeMember: theirs,
  leaveOrganisation: theirs,

  postComment: 'people',
  react: 'people',
  withdrawReaction: 'people',
  editComment: theirs,
  withdrawComment: theirs,
  answerOfficially: ['official'],
  enterPaperVoice: office,
  reportContent: 'people',
  reportWithoutAccount: 'anyone',
  reportIllegal: 'anyone',
  decideOnComment: desk,
  decideOnPublication: desk,
  sanctionPerson: desk,
  confirmBan: desk,
  stopSummary: 'anyone',
  liftSanction: desk,
  answerAppeal: desk,
  appealDecision: theirs,
  appealByLink: 'anyone', // Who holds the mailed link.
  appealAsReporter: 'anyone', // Who knows the number.
  acknowledgeWarning: theirs,
  claimCase: desk,
  releaseCase: theirs,
  decideInBulk: desk,
  confirmBulk: desk,
  dropBulk: desk,
  setDeskSettings: desk,

  dismissFlag: desk,
  proposeInvalidation: desk,
  proposeRestoring: desk,
  confirmBallotDecision: desk,
  rejectBallotDecision: desk,
  contestInvalidation: theirs,
  answerBallotAppeal: desk,
  shareNetwork: ['admin'],
  unshareNetwork: ['admin'],

  lockThread: desk,
  unlockThread: desk,

  castBallot: 'people',
  withdrawBallot: 'people',
  enterPaperBatch: office,
  confirmPaperBatch: office,
  dropPaperBatch: office,
  askAboutTask: office,

  startProposal: theirs,
  saveStep: theirs,
  settleConflicts: theirs,
  addNote: theirs,
  removeNote: theirs,
  submitProposal: theirs,
  publishProposal: callAndDesk,
  returnProposal: callAndDesk,
  rejectProposal: callAndDesk,
  prepareDecision: call,
  dropDecision: call,
  publishDecisions: call,
  decideAppeal: call,
  mergeProposal: call,
  unmergeProposal: call,
  beginProposal: call,
  withdrawProposal: theirs,
  appealRejection: theirs,
  changePublished: theirs,

  assignAssessor: call,
  freeAssessor: call,
  declareInterest: theirs,
  saveCard: theirs,
  submitCard: theirs,
  forwardToDepartment: callAndOffice,
  returnFromDepartment: callAndOffice,
  adoptCriteria: ['admin'],

  openPartnerCall: theirs,
  closePartnerCall: desk,
  requestPartnership: theirs,
  withdrawPartnerRequest: theirs,
  answerPartnerRequest: theirs,
  endPartnership: theirs,

  openVolunteerCall: theirs,
  changeVolunteerCall: theirs,
  closeVolunteerCall: desk,
  addVolunteerShift: theirs,
  changeVolunteerShift: theirs,
  cancelVolunteerShift: theirs,
  writeToVolunteers: theirs,
  removeVolunteer: theirs,
  noteAttendance: theirs,
  signUpForShift: 'people',
  cancelSignUp: theirs,

  saveReport: theirs,
  sendReport: theirs,
  acceptReport: call,
  returnReport: call,
}

/** What forms ask for that post to a route: where, and with which fields beside those of the scene. */
export const routeForms: Record<string, { at: string; who: Row; fields?: readonly (readonly [string, string])[] }> = {
  setLogo: { at: '/api/logo', who: theirs, fields: [['do', 'set']] },
  removeLogo: { at: '/api/logo', who: theirs, fields: [['do', 'remove']] },
  attachFile: { at: '/api/attachments', who: theirs, fields: [['do', 'attach']] },
  describeFile: { at: '/api/attachments', who: theirs, fields: [['do', 'describe']] },
  detachFile: { at: '/api/attachments', who: theirs, fields: [['do', 'detach']] },
  react: { at: '/api/reactions', who: 'people' },
  withdrawReaction: { at: '/api/reactions', who: 'people' },
}
