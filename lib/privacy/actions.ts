'use server'
import { cookies } from 'next/headers'
import { sessionCookie } from '../accounts/session'
import { action } from '../action'
import { address } from '../addresses'
import { deleteAccount } from './commands'

export const deleteAccountAction = action(deleteAccount, {
  leaves: true,
  async then(_, { language }) {
    ;(await cookies()).delete(sessionCookie())
    return address(language, 'accountDeleted')
  },
})
