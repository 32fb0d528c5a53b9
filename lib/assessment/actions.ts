'use server'
import { action } from '../action'
import { address, withQuery, type Address } from '../addresses'
import { assignAssessor, declareInterest, freeAssessor } from './commands/assessors'
import { saveCard, submitCard } from './commands/cards'
import { adoptCriteria } from './commands/criteria'
import { forwardToDepartment, returnFromDepartment } from './commands/forwarding'

type Sent = Parameters<Parameters<typeof action<unknown>>[1]['then']>[1]
const atTheProposal = (place: string) => ({ proposalId }: { proposalId: string }, { language }: Sent) => `${address(language, 'assessProposal', { id: proposalId })}#${place}` as Address

export const assignAssessorAction = action(assignAssessor, { then: atTheProposal('osoby') })
export const freeAssessorAction = action(freeAssessor, { then: atTheProposal('osoby') })
export const forwardToDepartmentAction = action(forwardToDepartment, { then: atTheProposal('wydzialy') })
export const returnFromDepartmentAction = action(returnFromDepartment, { then: atTheProposal('wydzialy') })

export const declareInterestAction = action(declareInterest, { then: ({ id }, { language }) => `${address(language, 'assessmentCard', { id })}#karta` as Address })
/** An address of its own for each save, so that the browser opens the card as it was kept, at the word that says so. */
const savedPage = (id: string, language: Sent['language']) => `${withQuery(address(language, 'assessmentCard', { id }), { zapisano: Date.now().toString(36) })}#zapisano` as Address
export const saveCardAction = action(saveCard, {
  then: ({ id, go }, { language }) => (go === 'check' ? address(language, 'checkCard', { id }) : savedPage(id, language)),
})
export const submitCardAction = action(submitCard, { then: ({ id }, { language }) => `${address(language, 'assessmentCard', { id })}#karta` as Address })

export const adoptCriteriaAction = action(adoptCriteria, { then: (_, { language }) => withQuery(address(language, 'adoptCriteria'), { zrobione: '1' }) })
