'use server'
import { action } from '../action'
import { address } from '../addresses'
import { answerBallotAppeal, contestInvalidation } from './commands/appeals'
import { dismissFlag } from './commands/flags'
import { confirmBallotDecision, proposeInvalidation, proposeRestoring, rejectBallotDecision } from './commands/invalidation'
import { shareNetwork, unshareNetwork } from './commands/networks'

type Sent = Parameters<Parameters<typeof action<unknown>>[1]['then']>[1]
const toFlag = ({ flagId }: { flagId: string }, { language }: Sent) => address(language, 'flag', { flag: flagId })
const toFlags = (_: unknown, { language }: Sent) => address(language, 'flags')

const toOwnBallot = ({ questionId }: { questionId: string }, { language }: Sent) => address(language, 'myBallot', { question: questionId })

export const dismissFlagAction = action(dismissFlag, { then: toFlags })
export const proposeInvalidationAction = action(proposeInvalidation, { then: toFlag })
export const proposeRestoringAction = action(proposeRestoring, { then: toFlag })
export const confirmBallotDecisionAction = action(confirmBallotDecision, { then: toFlag })
export const rejectBallotDecisionAction = action(rejectBallotDecision, { then: toFlag })
export const shareNetworkAction = action(shareNetwork, { then: toFlags })
export const unshareNetworkAction = action(unshareNetwork, { then: toFlags })
export const contestInvalidationAction = action(contestInvalidation, { then: toOwnBallot })
export const answerBallotAppealAction = action(answerBallotAppeal, { then: toFlag })
