import { z } from 'zod'
import { publicStates } from '../proposals/life-cycle'
import { stances } from '../discussion/rules'
import { outcomes } from '../moderation/appealing'
import { contentKinds } from '../moderation/contents'
import { reportSections } from '../moderation/queries/figures'
import { grounds, moveKinds, origins } from '../moderation/rules'
import { sanctionKinds } from '../moderation/sanctions'
import { legalForms } from '../organisations/rules'
import { offerRecord } from '../proposals/exported'
import { modes } from '../proposals/modes'
import { strata } from '../voting/rules'

// What the API answers, field by field. The answers are typed by these, the OpenAPI document and the CSV's columns are
// made of them, and what a field means stands in `openData.fields` of the messages under the same name.

const count = () => z.int().min(0)
/** Null while the city does not show it. */
const hideable = () => count().nullable()
const day = () => z.iso.date()
const moment = () => z.iso.datetime()
const goal = () => z.strictObject({ code: z.string(), title: z.string() })

export const taskRecord = z.strictObject({
  code: z.string(),
  title: z.string(),
  titleEnglish: z.string().nullable(),
  area: z.string(),
  strategicGoal: goal(),
  operationalGoal: goal(),
  withdrawn: day().nullable(),
  votes: z.strictObject({ for: hideable(), against: hideable(), abstain: hideable(), total: hideable() }),
  comments: count(),
  url: z.url(),
})

export const commentRecord = z.strictObject({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  postedAt: moment(),
  author: z.string().nullable(),
  organisation: z.string().nullable(),
  official: z.boolean(),
  stance: z.enum(stances).nullable(),
  body: z.string(),
  state: z.literal('shown'),
  edited: moment().nullable(),
  supports: count(),
  disagrees: count(),
  passes: count(),
  url: z.url(),
})

export const proposalRecord = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  mode: z.enum(modes),
  title: z.string(),
  summary: z.string(),
  organisation: z.string(),
  tasks: z.array(z.string()),
  from: day(),
  to: day(),
  totalGrosze: count(),
  grantGrosze: count(),
  ownMoneyGrosze: count(),
  ownNonMoneyGrosze: count(),
  feesGrosze: count(),
  state: z.enum(publicStates),
  published: day(),
  supports: hideable(),
  comments: count(),
  url: z.url(),
})

export const organisationRecord = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  legalForm: z.enum(legalForms),
  krs: z.string().nullable(),
  nip: z.string().nullable(),
  regon: z.string().nullable(),
  seat: z.string(),
  about: z.string(),
  confirmed: day(),
  url: z.url(),
})

/** One line of a result: how many of a group of voters chose what. `all` are all of them; `with-invalidated`, where a decision has made votes not count, all with these. */
export const resultRecord = z.strictObject({
  group: z.string(),
  choice: z.string(),
  label: z.string(),
  votes: count(),
  voters: count(),
})

/** A result that was promised and reported, once the report was accepted. */
export const outcomeRecord = z.strictObject({
  proposal: z.string(),
  title: z.string(),
  organisation: z.string(),
  tasks: z.array(z.string()),
  result: z.string(),
  unit: z.string(),
  promised: z.number().min(0),
  achieved: z.number().min(0),
  measuring: z.string(),
  source: z.string(),
  deviation: z.string(),
  reported: day(),
  accepted: day(),
  url: z.url(),
})

/** How much came by one way: `verified` and `signed-in` over the internet, `paper`. */
export const channelRecord = z.strictObject({ channel: z.enum(strata), voices: count(), votes: count() })

/** A decision of the moderators, without names and texts. */
export const decisionRecord = z.strictObject({
  id: z.uuid(),
  at: moment(),
  about: z.enum([...contentKinds, 'thread', 'person']),
  kind: z.enum([...moveKinds, ...sanctionKinds, 'lift']),
  ground: z.enum(grounds),
  origin: z.enum(origins),
  foundByCheck: z.boolean(),
  appeal: z.enum([...outcomes, 'waiting']).nullable(),
  url: z.url().nullable(),
})

/** The moderators' work in one month. */
export const monthRecord = z.strictObject({ month: z.string(), decisions: count(), restrictions: count(), medianHours: z.number().nullable(), appeals: count(), upheld: count() })

/** A line of the yearly report on moderation. */
export const reportLineRecord = z.strictObject({ section: z.enum(reportSections), about: z.enum([...contentKinds, 'thread', 'person']), kind: z.string(), ground: z.string(), outcome: z.string(), count: count(), medianHours: z.number().nullable() })

export const receiptRecord = z.strictObject({ receipt: z.string() })

export type TaskRecord = z.output<typeof taskRecord>
export type CommentRecord = z.output<typeof commentRecord>
export type ProposalRecord = z.output<typeof proposalRecord>
export type ResultRecord = z.output<typeof resultRecord>
export type OutcomeRecord = z.output<typeof outcomeRecord>
export type ChannelRecord = z.output<typeof channelRecord>
export type DecisionRecord = z.output<typeof decisionRecord>
export type MonthRecord = z.output<typeof monthRecord>
export type ReportLineRecord = z.output<typeof reportLineRecord>
export type ReceiptRecord = z.output<typeof receiptRecord>
export type OrganisationRecord = z.output<typeof organisationRecord>

/** What there is to take away, by the name that addresses and messages use. */
export const records = { tasks: taskRecord, comments: commentRecord, proposals: proposalRecord, offers: offerRecord, organisations: organisationRecord, results: resultRecord, outcomes: outcomeRecord, receipts: receiptRecord, channels: channelRecord, decisions: decisionRecord, moderationMonths: monthRecord, moderationYears: reportLineRecord } as const
export type Dataset = keyof typeof records

/** A page of a list: `next` is the cursor of the page after it, null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item), next: z.string().nullable() })
export type PageOf<Item> = { items: Item[]; next: string | null }

/** What a request that cannot be answered hears: a word for machines and a sentence for people. */
export const problemRecord = z.strictObject({ code: z.enum(['bad-request', 'not-found', 'too-many']), message: z.string() })

/** The columns of a record by their path, `votes.for`; the same in JSON, CSV and the data dictionary. */
export function columnsOf(record: z.ZodObject): string[] {
  return Object.entries(record.shape).flatMap(([name, field]) => (field instanceof z.ZodObject ? columnsOf(field).map((inner) => `${name}.${inner}`) : [name]))
}
