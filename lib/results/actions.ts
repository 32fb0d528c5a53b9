'use server'
import { action } from '../action'
import { address, withQuery, type Address } from '../addresses'
import { acceptReport, returnReport, saveReport, sendReport } from './commands'

export const saveReportAction = action(saveReport, {
  then({ id, revision, conflicts }, { language, values }) {
    // An address of its own, so that the form is opened anew on what is there now.
    if (conflicts || values.go === 'stay') return `${withQuery(address(language, 'resultReport', { id }), { zapisano: String(revision) })}#zapisano` as Address
    return values.go === 'later' ? address(language, 'account') : address(language, 'resultReportCheck', { id })
  },
})

export const sendReportAction = action(sendReport, { then: ({ id }, { language }) => `${address(language, 'resultReportCheck', { id })}#stan` as Address })

export const acceptReportAction = action(acceptReport, { then: ({ id }, { language }) => `${address(language, 'officeReport', { id })}#decyzja` as Address })
export const returnReportAction = action(returnReport, { then: ({ id }, { language }) => `${address(language, 'officeReport', { id })}#decyzja` as Address })
