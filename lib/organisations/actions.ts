'use server'
import { action } from '../action'
import { address, withQuery, type Address } from '../addresses'
import { confirmOrganisation, refuseOrganisation, registerOrganisation } from './commands'

export const registerOrganisationAction = action(registerOrganisation, {
  then: ({ id }, { language }) => withQuery(address(language, 'newOrganisation'), { wyslano: id }),
})

export const confirmOrganisationAction = action(confirmOrganisation, { then: ({ id }, { language }) => `${address(language, 'moderateOrganisation', { id })}#decyzja` as Address })
export const refuseOrganisationAction = action(refuseOrganisation, { then: ({ id }, { language }) => `${address(language, 'moderateOrganisation', { id })}#decyzja` as Address })
