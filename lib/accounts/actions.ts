'use server'
import { cookies } from 'next/headers'
import { action } from '../action'
import { address, withQuery } from '../addresses'
import type { Person } from '../person'
import { askForLink, chooseName, declareResidence, signOut, signOutEverywhere, withdrawVerification } from './commands'
import { forgetSession, sessionCookie } from './session'

export const askForLinkAction = action(askForLink, {
  then: (_, { language, values }) => withQuery(address(language, 'linkSent'), { adres: values.email }),
})

export const chooseNameAction = action(chooseName, {
  then: (_, { from }) => from,
})

export const declareResidenceAction = action(declareResidence, { then: (_, { from }) => from })
export const withdrawVerificationAction = action(withdrawVerification, { then: (_, { from }) => from })

export const signOutEverywhereAction = action(signOutEverywhere, {
  leaves: true,
  async then(_, { language }) {
    await forgetSession()
    return address(language, 'home')
  },
})

/** The token is the browser's own cookie, not something that the form sends. */
export const signOutAction = action(
  Object.assign(async (person: Person) => signOut(person, { token: (await cookies()).get(sessionCookie())?.value ?? '' }), { by: signOut.by, input: signOut.input }),
  {
    leaves: true,
    async then(_, { language }) {
      await forgetSession()
      return address(language, 'home')
    },
  },
)
