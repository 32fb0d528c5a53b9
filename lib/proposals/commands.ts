import { sql } from 'drizzle-orm'
import { command } from '../command'
import { openThread } from '../discussion/steps'
import { tag } from '../tags'
import { askQuestion } from '../voting/steps'
import { cityToday, endOf, lastDay } from './deadlines'
import { blankDraft } from './draft'
import { mayMove, mayStart } from './life-cycle'
import { decisionInput, reasonedInput, returnInput, startInput, submitInput } from './rules'
import { freeSlug, organisationOf, proposalHeld } from './held'
import { keepContent, moveProposal, readDraft } from './steps'
import { proposals, proposalVersions } from './tables'

/** Begins a draft in an organisation's name. */
export const startProposal = command({
  event: 'proposal.started',
  input: startInput,
  limit: { max: 30, minutes: 60, organisation: ({ organisationId }) => organisationId },
  load: organisationOf,
  allow: mayStart,
  async run({ tx, person, input }) {
    const draft = { ...blankDraft(), mode: input.mode, tasks: input.task ? [input.task] : [] }
    const [proposal] = await tx.insert(proposals).values({ organisationId: input.organisationId, createdById: person.id, draft }).returning({ id: proposals.id })
    return proposal!
  },
})

/** Sends a proposal to be looked at: from here on it is what was read, not what was typed. */
export const submitProposal = command({
  event: 'proposal.submitted',
  input: submitInput,
  limit: { max: 60, minutes: 60 },
  load: proposalHeld,
  allow: mayMove('submit'),
  async run({ tx, person, input, subject }) {
    const read = await readDraft(tx, subject.draft)
    await moveProposal(tx, { id: input.id, move: 'submit', person })
    await keepContent(tx, input.id, read)
    return { id: input.id }
  },
})

/** Makes it public, with a thread and a question of its own. */
export const publishProposal = command({
  event: 'proposal.published',
  input: decisionInput,
  load: proposalHeld,
  allow: mayMove('publish'),
  async run({ tx, person, input, subject }) {
    // Art. 19a: anyone may send remarks for some days, which end with the last of them.
    const threadId = await openThread(tx, subject.mode === 'smallGrant' ? { closesAt: endOf(lastDay('remarks', cityToday())), closedReason: 'remarks' } : {})
    const questionId = await askQuestion(tx, 'support')
    const slug = await freeSlug(tx, subject.content!.title)
    await tx.insert(proposalVersions).values({ proposalId: input.id, number: 1, content: subject.content!, byId: person.id })
    await moveProposal(tx, { id: input.id, move: 'publish', person, set: { slug, threadId, questionId, publishedAt: sql`now()`, version: 1 } })
    return { id: input.id, slug }
  },
  touches: ({ input, subject }) => [tag.proposals, tag.proposal(input.id), tag.organisation(subject.organisationId)],
})

/** Gives it back to its authors, with what to complete and until when. */
export const returnProposal = command({
  event: 'proposal.returned',
  input: returnInput,
  load: proposalHeld,
  allow: mayMove('return'),
  async run({ tx, person, input }) {
    await moveProposal(tx, { ...input, move: 'return', person })
    return { id: input.id }
  },
})

/** Turns it down for good, with the reason. */
export const rejectProposal = command({
  event: 'proposal.rejected',
  input: reasonedInput,
  load: proposalHeld,
  allow: mayMove('reject'),
  async run({ tx, person, input }) {
    await moveProposal(tx, { ...input, move: 'reject', person })
    return { id: input.id }
  },
})
