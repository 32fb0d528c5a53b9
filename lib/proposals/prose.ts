import type { ProposalContent } from './content'

/** What a proposal says in words, as one text: for whoever has to judge it, and as evidence of what was judged. */
export const proseOf = ({ title, summary, need, targetGroup, places, complementarity, applicants, jointWork, residents, actions, narrative, results, experience, resources, costs, otherInformation }: ProposalContent): string =>
  [
    title, summary, need, targetGroup, places, complementarity,
    ...applicants.map(({ name }) => name), jointWork,
    ...(residents ? [residents.work, residents.things] : []),
    ...actions.flatMap((action) => [action.name, action.description, action.targetGroup, action.nonParty]),
    ...Object.values(narrative),
    ...results.flatMap((result) => [result.name, result.measuring, result.source]),
    experience, ...Object.values(resources), ...costs.map(({ kind }) => kind), otherInformation,
  ].filter(Boolean).join('\n\n')
