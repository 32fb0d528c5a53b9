'use server'
import { action } from '../action'
import { address, type Address } from '../addresses'
import { publishProposal, rejectProposal, returnProposal, saveStep, startProposal, submitProposal } from './commands'
import { steps } from './draft'

export const startProposalAction = action(startProposal, { then: ({ id }, { language }) => address(language, 'draftStep', { id, step: '1' }) })

export const saveStepAction = action(saveStep, {
  then({ id, step }, { language, values }) {
    const number = steps.indexOf(step) + 1
    const [asked, table] = (values.go ?? 'next').split(':')
    if (asked === 'later') return address(language, 'account')
    if (table) return `${address(language, 'draftStep', { id, step: String(number) })}#${table}` as Address
    return address(language, 'draftStep', { id, step: String(number + 1) })
  },
})

const lastStep = String(steps.length)
export const submitProposalAction = action(submitProposal, { then: ({ id }, { language }) => `${address(language, 'draftStep', { id, step: lastStep })}#stan` as Address })

export const publishProposalAction = action(publishProposal, { then: ({ id }, { language }) => `${address(language, 'moderateProposal', { id })}#decyzja` as Address })
export const returnProposalAction = action(returnProposal, { then: ({ id }, { language }) => `${address(language, 'moderateProposal', { id })}#decyzja` as Address })
export const rejectProposalAction = action(rejectProposal, { then: ({ id }, { language }) => `${address(language, 'moderateProposal', { id })}#decyzja` as Address })
