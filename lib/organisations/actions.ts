'use server'
import { action } from '../action'
import { address, withQuery, type Address } from '../addresses'
import type { Language } from '../language'
import { confirmOrganisation, refuseOrganisation, registerOrganisation } from './commands'
import { acceptInvitation, inviteMember, withdrawInvitation } from './commands/invitations'
import { updateProfile } from './commands/profile'
import { askRegisterAgain, noteRegisterCheck } from './commands/register'
import { changeRole, handOver, leaveOrganisation, removeMember } from './commands/team'
import { askDueRegisters } from './register-rounds'

export const registerOrganisationAction = action(registerOrganisation, {
  then: ({ id }, { language }) => withQuery(address(language, 'newOrganisation'), { wyslano: id }),
})

export const confirmOrganisationAction = action(confirmOrganisation, { then: ({ id }, { language }) => `${address(language, 'moderateOrganisation', { id })}#decyzja` as Address })
export const refuseOrganisationAction = action(refuseOrganisation, { then: ({ id }, { language }) => `${address(language, 'moderateOrganisation', { id })}#decyzja` as Address })

export const askRegisterAgainAction = action(askRegisterAgain, {
  async then({ id }, { language }) {
    await askDueRegisters(id) // The answer is there when the page is.
    return `${address(language, 'moderateOrganisation', { id })}#rejestr` as Address
  },
})
export const noteRegisterCheckAction = action(noteRegisterCheck, { then: (_, { language }) => address(language, 'moderation') })

export const updateProfileAction = action(updateProfile, { then: ({ slug, confirmed }, { language }) => (confirmed ? address(language, 'organisation', { slug }) : address(language, 'team', { slug })) })

/** Back to the team's page, which says what was done. */
const teamAfter = (slug: string, language: Language, done: string) => withQuery(address(language, 'team', { slug }), { zrobione: done })
export const inviteMemberAction = action(inviteMember, { then: ({ slug }, { language }) => teamAfter(slug, language, 'invited') })
export const withdrawInvitationAction = action(withdrawInvitation, { then: ({ slug }, { language }) => teamAfter(slug, language, 'withdrawn') })
export const acceptInvitationAction = action(acceptInvitation, { then: ({ slug }, { language }) => teamAfter(slug, language, 'joined') })
export const changeRoleAction = action(changeRole, { then: ({ slug }, { language }) => teamAfter(slug, language, 'changed') })
export const handOverAction = action(handOver, { then: ({ slug }, { language }) => teamAfter(slug, language, 'handed') })
export const removeMemberAction = action(removeMember, { then: ({ slug }, { language }) => teamAfter(slug, language, 'removed') })
export const leaveOrganisationAction = action(leaveOrganisation, { then: (_, { language }) => withQuery(address(language, 'account'), { odejscie: 'tak' }) })
