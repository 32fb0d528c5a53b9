'use server'
import { action } from '../../action'
import { address, withQuery, type Address } from '../../addresses'
import { confirmBulk, decideInBulk, dropBulk } from '../commands/bulk'
import { caseAddress } from '../case-address'
import { claimCase, releaseCase } from '../commands/claims'
import { setDeskSettings } from '../commands/desk'
import { stopSummary } from '../commands/unsubscribing'

type Sent = Parameters<Parameters<typeof action<unknown>>[1]['then']>[1]

/** To the case, and to the decision where one is reading it already, or where the case is a part of a page. */
export const claimCaseAction = action(claimCase, {
  then(content, { language, from }) {
    const there = caseAddress(content, language)
    return from.startsWith(there) && content.about === 'comment' ? (`${there}#decyzja` as Address) : there
  },
})

export const releaseCaseAction = action(releaseCase, { then: (_, { language }) => address(language, 'moderation') })

const toBulk = ({ id }: { id: string }, { language }: Sent) => address(language, 'moderateBulk', { bulk: id })
export const decideInBulkAction = action(decideInBulk, { then: toBulk })
export const confirmBulkAction = action(confirmBulk, { then: toBulk })
export const dropBulkAction = action(dropBulk, { then: toBulk })

export const stopSummaryAction = action(stopSummary, { then: (_, { from }) => withQuery(from.split(/[?#]/)[0] as Address, { zrobione: 'tak' }) })

export const setDeskSettingsAction = action(setDeskSettings, { then: (_, { language }) => `${withQuery(address(language, 'moderation'), { zapisano: 'tak' })}#ustawienia` as Address })
