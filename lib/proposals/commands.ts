import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { command } from '../command'
import type { Tx } from '../db'
import { openThread } from '../discussion/steps'
import type { Person } from '../person'
import { Refusal } from '../refusal'
import { tasks } from '../strategy/tables'
import { tag } from '../tags'
import { askQuestion } from '../voting/steps'
import { totalOf } from './content'
import { blankDraft } from './draft'
import { mayMove, mayStart, moves, type Move } from './life-cycle'
import { readProposal } from './reading'
import { decisionInput, reasonedInput, startInput, submitInput } from './rules'
import { freeSlug, organisationOf, proposalHeld, type Held } from './held'
import { proposalMoves, proposals, proposalTasks } from './tables'

/** Begins a draft in an organisation's name. */
export const startProposal = command({
  event: 'proposal.started',
  input: startInput,
  limit: { max: 30, minutes: 60 },
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
    const served = subject.draft.tasks.length
      ? await tx.select({ id: tasks.id, code: tasks.code }).from(tasks).where(and(inArray(tasks.code, subject.draft.tasks), isNull(tasks.withdrawnAt))).for('share')
      : []
    const { content, problems } = readProposal(subject.draft, new Set(served.map(({ code }) => code)))
    if (problems) throw new Refusal('invalid', { key: 'proposal.objection.notWhole' }, problems)
    const total = totalOf(content)
    await record(tx, 'submit', { id: input.id, person, subject })
    await tx.update(proposals).set({ content, totalGrosze: total, sourcesGrosze: sumOf(content.sources) }).where(eq(proposals.id, input.id))
    await tx.delete(proposalTasks).where(eq(proposalTasks.proposalId, input.id))
    await tx.insert(proposalTasks).values(served.map(({ id }) => ({ proposalId: input.id, taskId: id })))
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
    const threadId = await openThread(tx)
    const questionId = await askQuestion(tx, 'support')
    const slug = await freeSlug(tx, subject.content!.title)
    await tx.update(proposals).set({ slug, threadId, questionId, publishedAt: sql`now()`, state: 'published' }).where(eq(proposals.id, input.id))
    await record(tx, 'publish', { id: input.id, person, subject })
    return { id: input.id, slug }
  },
  touches: ({ input, subject }) => [tag.proposals, tag.proposal(input.id), tag.organisation(subject.organisationId)],
})

/** Gives it back to its authors, with what to mend. */
export const returnProposal = command({
  event: 'proposal.returned',
  input: reasonedInput,
  load: proposalHeld,
  allow: mayMove('return'),
  async run({ tx, person, input, subject }) {
    await record(tx, 'return', { id: input.id, person, subject, reason: input.reason })
    return { id: input.id }
  },
})

/** Turns it down for good, with the reason. */
export const rejectProposal = command({
  event: 'proposal.rejected',
  input: reasonedInput,
  load: proposalHeld,
  allow: mayMove('reject'),
  async run({ tx, person, input, subject }) {
    await record(tx, 'reject', { id: input.id, person, subject, reason: input.reason })
    return { id: input.id }
  },
})

/** Moves the state, and remembers who did it, when and why. The row is held. */
async function record(tx: Tx, move: Move, { id, person, subject, reason }: { id: string; person: Person; subject: Held; reason?: string }) {
  await tx.update(proposals).set({ state: moves[move].to }).where(eq(proposals.id, id))
  await tx.insert(proposalMoves).values({ proposalId: id, move, from: subject.state, to: moves[move].to, byId: person.id, reason })
}

const sumOf = (amounts: Record<string, number>) => Object.values(amounts).reduce((total, amount) => total + amount, 0)
