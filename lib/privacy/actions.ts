'use server'
import { forgetSession } from '../accounts/session'
import { action } from '../action'
import { address } from '../addresses'
import { askForCopy, deleteAccount } from './commands'

export const deleteAccountAction = action(deleteAccount, {
  leaves: true,
  async then(_, { language }) {
    await forgetSession()
    return address(language, 'accountDeleted')
  },
})

export const askForCopyAction = action(askForCopy, { then: (_, { language }) => address(language, 'accountCopy') })
