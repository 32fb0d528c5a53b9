'use server'
import { cookies } from 'next/headers'
import { action } from '../action'
import { address, ownAddress, withQuery } from '../addresses'
import { askForLink, chooseName, signOutEverywhere } from './commands'
import { sessionCookie } from './session'

export const askForLinkAction = action(askForLink, {
  then: (_, { language, values }) => withQuery(address(language, 'linkSent'), { adres: values.email }),
})

export const chooseNameAction = action(chooseName, {
  then: (_, { language, from }) => ownAddress(from) ?? address(language, 'account'),
})

export const signOutEverywhereAction = action(signOutEverywhere, {
  async then(_, { language }) {
    ;(await cookies()).delete(sessionCookie())
    return address(language, 'home')
  },
})
