'use server'
import { cookies } from 'next/headers'
import { sessionCookie } from '../accounts/session'
import { action } from '../action'
import { address } from '../addresses'
import { askForCopy, deleteAccount } from './commands'

export const deleteAccountAction = action(deleteAccount, {
  leaves: true,
  async then(_, { language }) {
    ;(await cookies()).delete(sessionCookie())
    return address(language, 'accountDeleted')
  },
})

export const askForCopyAction = action(askForCopy, { then: (_, { language }) => address(language, 'accountCopy') })
