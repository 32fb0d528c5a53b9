'use server'
import { action } from '../action'
import { address } from '../addresses'
import { answerPartnerRequest, closePartnerCall, endPartnership, openPartnerCall, requestPartnership, withdrawPartnerRequest } from './commands'

export const openPartnerCallAction = action(openPartnerCall, { then: ({ id }, { language }) => address(language, 'partnerCall', { call: id }) })
export const closePartnerCallAction = action(closePartnerCall, { then: ({ id }, { language }) => address(language, 'partnerRequests', { call: id }) })
export const requestPartnershipAction = action(requestPartnership, { then: ({ id }, { language }) => address(language, 'partnerRequests', { call: id }) })
export const withdrawPartnerRequestAction = action(withdrawPartnerRequest, { then: ({ id }, { language }) => address(language, 'partnerRequests', { call: id }) })
export const answerPartnerRequestAction = action(answerPartnerRequest, { then: ({ id }, { language }) => address(language, 'partnerRequests', { call: id }) })
export const endPartnershipAction = action(endPartnership, { then: ({ id }, { language }) => address(language, 'partnerRequests', { call: id }) })
