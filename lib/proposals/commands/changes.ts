import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { command } from '../../command'
import { Refusal } from '../../refusal'
import { tag } from '../../tags'
import { isCounted } from '../../voting/counting'
import { ballots } from '../../voting/tables'
import { proposalHeld } from '../held'
import { mayChange } from '../life-cycle'
import { changeInput } from '../rules'
import { keepContent, readDraft } from '../steps'
import { proposals, proposalVersions } from '../tables'

/**
 * Publishes what its members have written since as a new wording, with the reason of the change. Earlier wordings stay to
 * be read, and it is written down how many had supported the one before.
 */
export const changePublished = command({
  event: 'proposal.changed',
  input: changeInput,
  limit: { max: 20, minutes: 60 },
  load: proposalHeld,
  allow: mayChange,
  async run({ tx, person, input: { id, reason, version }, subject }) {
    if (version !== subject.version) throw new Refusal('conflict', { key: 'proposal.objection.changed' })
    if (subject.draft.mode !== subject.content!.mode) throw new Refusal('conflict', { key: 'life.objection.modeStays' })
    const read = await readDraft(tx, subject.draft)
    if (isDeepStrictEqual(read.content, subject.content)) throw new Refusal('invalid', { key: 'life.objection.nothingChanged' })
    const supportsBefore = await tx.$count(ballots, and(eq(ballots.questionId, subject.questionId!), isCounted))
    await keepContent(tx, id, read)
    await tx.insert(proposalVersions).values({ proposalId: id, number: version + 1, content: read.content, reason, byId: person.id, supportsBefore })
    await tx.update(proposals).set({ version: version + 1 }).where(eq(proposals.id, id))
    return { id, slug: subject.slug! }
  },
  conflicts: { small_grants_within_year: { key: 'life.objection.changeOverYear' } },
  touches: ({ input, subject }) => [tag.proposals, tag.proposal(input.id), tag.organisation(subject.organisationId)],
})
