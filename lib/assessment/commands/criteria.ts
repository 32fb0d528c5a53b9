import { isAdmin, notSuspended } from '../../accounts/rules'
import { command } from '../../command'
import { all } from '../../policy'
import { Refusal } from '../../refusal'
import { tag } from '../../tags'
import { readCriteria } from '../adopting'
import { criteriaInput } from '../rules'
import { criteria, criteriaSets } from '../tables'

/** Adopts criteria for a kind of proposal, valid from a day; what is being assessed goes on by those it began with. */
export const adoptCriteria = command({
  event: 'criteria.adopted',
  input: criteriaInput,
  limit: { max: 60, minutes: 60 },
  load: async () => null,
  allow: all(notSuspended, isAdmin),
  async run({ tx, person, input: { lines, ...set } }) {
    const read = readCriteria(lines)
    if (read.problems) throw new Refusal('invalid', { key: 'objection.checkTheForm' }, { lines: read.problems })
    const [adopted] = await tx.insert(criteriaSets).values({ ...set, adoptedById: person.id }).returning({ id: criteriaSets.id })
    await tx.insert(criteria).values(read.criteria.map((criterion, place) => ({ ...criterion, setId: adopted!.id, position: place + 1 })))
    return adopted!
  },
  conflicts: { criteria_sets_one_each_day: { key: 'assessment.objection.sameDay' } },
  touches: () => [tag.criteria],
})
