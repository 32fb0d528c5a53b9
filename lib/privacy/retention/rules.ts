import { draftHours, linkMinutes, sessionDays } from '../../accounts/rules'
import { monthsAfterErasure } from '../../moderation/banning'
import { forgottenAfterDays } from '../../organisations/team'
import { copyHours } from '../rules'

// How long what is kept, as configuration: one list, by which a job (job.ts) and the page that people read go.
// The city's archivist and data protection officer settle what is `city`: change the number here.

/** What kind of record something is: what the office keeps by its file plan, what a case needs, what an account or the running of the site needs. */
export type RetentionClass = 'consultation' | 'case' | 'organisation' | 'account' | 'technical'
/** From where a period comes: an act (its article), the city's own decision, which is a proposal until it is made, or what the thing is for. */
export type Source = { law: string } | 'city' | 'purpose'
type Period = { minutes: number } | { hours: number } | { days: number } | { months: number }

export type RetentionRule = {
  class: RetentionClass
  /** Null: as long as what `after` says lasts. */
  keep: Period | null
  after: 'made' | 'queued' | 'unused' | 'over' | 'refused' | 'shiftEnded' | 'decided' | 'withdrawn' | 'closed' | 'erased' | 'account' | 'organisation' | 'filePlan' | 'always'
  then: 'deleted' | 'emptied' | 'disowned' | 'archived' | 'kept'
  source: Source
  /** Who does it: the retention job, another one, or people. */
  by: 'retention' | 'other' | 'people'
}

/** Art. 5 of the act on the national archival holdings: the office's file plan (JRWA) says how long it keeps which files. */
const archiveAct = { law: 'art. 5–6 ustawy o narodowym zasobie archiwalnym i archiwach' }

export const retention = {
  comments: { class: 'consultation', keep: null, after: 'filePlan', then: 'archived', source: archiveAct, by: 'people' },
  ballots: { class: 'consultation', keep: null, after: 'filePlan', then: 'archived', source: archiveAct, by: 'people' },
  proposals: { class: 'consultation', keep: null, after: 'filePlan', then: 'archived', source: archiveAct, by: 'people' },
  paper: { class: 'consultation', keep: null, after: 'filePlan', then: 'archived', source: archiveAct, by: 'people' },
  barredVoters: { class: 'consultation', keep: { days: 0 }, after: 'closed', then: 'deleted', source: 'purpose', by: 'other' },

  decisions: { class: 'case', keep: null, after: 'filePlan', then: 'archived', source: archiveAct, by: 'people' },
  evidence: { class: 'case', keep: { months: 12 }, after: 'decided', then: 'deleted', source: 'city', by: 'retention' },
  reporters: { class: 'case', keep: { months: 12 }, after: 'decided', then: 'disowned', source: 'city', by: 'retention' },
  redacted: { class: 'case', keep: { months: 12 }, after: 'decided', then: 'deleted', source: 'city', by: 'retention' },
  barredMailboxes: { class: 'case', keep: { months: monthsAfterErasure }, after: 'erased', then: 'deleted', source: 'purpose', by: 'retention' },
  withdrawn: { class: 'case', keep: { months: 6 }, after: 'withdrawn', then: 'emptied', source: 'city', by: 'retention' },

  organisations: { class: 'organisation', keep: null, after: 'organisation', then: 'archived', source: 'city', by: 'people' },
  registerAnswers: { class: 'organisation', keep: null, after: 'organisation', then: 'archived', source: 'city', by: 'people' },
  refusedContacts: { class: 'organisation', keep: { months: 12 }, after: 'refused', then: 'emptied', source: 'city', by: 'retention' },
  invitations: { class: 'organisation', keep: { days: forgottenAfterDays }, after: 'over', then: 'deleted', source: 'purpose', by: 'retention' },
  signUpNotes: { class: 'organisation', keep: { months: 3 }, after: 'shiftEnded', then: 'emptied', source: 'purpose', by: 'retention' },

  account: { class: 'account', keep: null, after: 'account', then: 'deleted', source: 'purpose', by: 'people' },
  identity: { class: 'account', keep: null, after: 'account', then: 'deleted', source: 'purpose', by: 'people' },
  copies: { class: 'account', keep: { hours: copyHours }, after: 'made', then: 'deleted', source: 'purpose', by: 'other' },
  sessions: { class: 'account', keep: { days: sessionDays }, after: 'made', then: 'deleted', source: 'purpose', by: 'retention' },
  links: { class: 'account', keep: { minutes: linkMinutes }, after: 'made', then: 'deleted', source: 'purpose', by: 'retention' },
  drafts: { class: 'account', keep: { hours: draftHours }, after: 'made', then: 'deleted', source: 'purpose', by: 'retention' },

  mail: { class: 'technical', keep: { days: 30 }, after: 'queued', then: 'deleted', source: 'purpose', by: 'retention' },
  counters: { class: 'technical', keep: { days: 0 }, after: 'over', then: 'deleted', source: 'purpose', by: 'retention' },
  unusedFiles: { class: 'technical', keep: { hours: 1 }, after: 'unused', then: 'deleted', source: 'purpose', by: 'other' },
  events: { class: 'technical', keep: null, after: 'always', then: 'kept', source: 'purpose', by: 'people' },
} as const satisfies Record<string, RetentionRule>

export type Retained = keyof typeof retention
export const retained = Object.keys(retention) as Retained[]
/** What the retention job looks after. */
export type Swept = { [Name in Retained]: (typeof retention)[Name]['by'] extends 'retention' ? Name : never }[Retained]
