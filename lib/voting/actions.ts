'use server'
import { action } from '../action'
import { address, withQuery } from '../addresses'
import { castBallot, confirmPaperBatch, dropPaperBatch, enterPaperBatch, withdrawBallot } from './commands'

type Recorded = { id: string }
type Sent = Parameters<Parameters<typeof action<Recorded>>[1]['then']>[1]
/** A kept page cannot know its visitor, so without JavaScript a small page says what was recorded. */
const whatWasRecorded = ({ id }: Recorded, { language, from }: Sent) => withQuery(address(language, 'myBallot', { question: id }), { powrot: from })

export const castBallotAction = action(castBallot, { draft: 'ballot', then: whatWasRecorded })
export const withdrawBallotAction = action(withdrawBallot, { then: whatWasRecorded })

const backToTheDesk = (_: Recorded, { language }: Sent) => address(language, 'office')
export const enterPaperBatchAction = action(enterPaperBatch, { then: (_, { language, values }) => withQuery(address(language, 'office'), { zapisano: values.receiptNumber }) })
export const confirmPaperBatchAction = action(confirmPaperBatch, { then: backToTheDesk })
export const dropPaperBatchAction = action(dropPaperBatch, { then: backToTheDesk })
