'use server'
import { action } from '../action'
import { address, type Address } from '../addresses'
import { publishProposal, rejectProposal, returnProposal, startProposal, submitProposal } from './commands'
import { saveStep, settleConflicts } from './commands/drafts'
import { addNote, removeNote } from './commands/notes'
import { steps, stepsOf } from './modes'

export const startProposalAction = action(startProposal, { then: ({ id }, { language }) => address(language, 'draftStep', { id, step: '1' }) })

export const saveStepAction = action(saveStep, {
  then({ id, step, mode, conflicts }, { language, values }) {
    const here = stepsOf(mode).indexOf(step) + 1
    const [asked, table] = (values.go ?? 'next').split(':')
    if (conflicts) return `${address(language, 'draftStep', { id, step: String(here || 1) })}#sporne` as Address
    if (asked === 'later') return address(language, 'account')
    if (table) return `${address(language, 'draftStep', { id, step: String(here) })}#${table}` as Address
    return address(language, 'draftStep', { id, step: String(here + 1) })
  },
})

export const settleConflictsAction = action(settleConflicts, { then: ({ left }, { from }) => (left ? (`${from}#sporne` as Address) : from) })
export const addNoteAction = action(addNote, { then: (_, { from }) => `${from}#notatki` as Address })
export const removeNoteAction = action(removeNote, { then: (_, { from }) => `${from}#notatki` as Address })

/** Beyond every mode's last step: the page takes it for the last one. */
const lastStep = String(steps.length)
export const submitProposalAction = action(submitProposal, { then: ({ id }, { language }) => `${address(language, 'draftStep', { id, step: lastStep })}#stan` as Address })

export const publishProposalAction = action(publishProposal, { then: ({ id }, { language }) => `${address(language, 'moderateProposal', { id })}#decyzja` as Address })
export const returnProposalAction = action(returnProposal, { then: ({ id }, { language }) => `${address(language, 'moderateProposal', { id })}#decyzja` as Address })
export const rejectProposalAction = action(rejectProposal, { then: ({ id }, { language }) => `${address(language, 'moderateProposal', { id })}#decyzja` as Address })
