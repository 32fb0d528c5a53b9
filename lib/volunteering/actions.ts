'use server'
import { action } from '../action'
import { address } from '../addresses'
import { changeVolunteerCall, closeVolunteerCall, openVolunteerCall } from './commands/calls'
import { addVolunteerShift, cancelVolunteerShift, changeVolunteerShift, writeToVolunteers } from './commands/shifts'
import { cancelSignUp, noteAttendance, removeVolunteer, signUpForShift } from './commands/sign-ups'
import { toSaid } from './said'

export const openVolunteerCallAction = action(openVolunteerCall, { then: ({ id }, { language }) => toSaid(language, id, 'opened') })
export const changeVolunteerCallAction = action(changeVolunteerCall, { then: ({ id }, { language }) => toSaid(language, id, 'changed') })
export const closeVolunteerCallAction = action(closeVolunteerCall, { then: ({ id }, { language }) => toSaid(language, id, 'closed') })
export const addVolunteerShiftAction = action(addVolunteerShift, { then: ({ id }, { language }) => toSaid(language, id, 'shiftAdded') })
export const changeVolunteerShiftAction = action(changeVolunteerShift, { then: ({ id }, { language }) => toSaid(language, id, 'shiftChanged') })
export const cancelVolunteerShiftAction = action(cancelVolunteerShift, { then: ({ id }, { language }) => toSaid(language, id, 'shiftCancelled') })
export const writeToVolunteersAction = action(writeToVolunteers, { then: ({ id }, { language }) => toSaid(language, id, 'written') })
export const removeVolunteerAction = action(removeVolunteer, { then: ({ id }, { language }) => toSaid(language, id, 'removed') })
export const noteAttendanceAction = action(noteAttendance, { then: ({ id }, { language }) => toSaid(language, id, 'noted') })
export const signUpForShiftAction = action(signUpForShift, { then: ({ id, callId }, { language }) => address(language, 'volunteerShift', { call: callId, shift: id }) })
export const cancelSignUpAction = action(cancelSignUp, { then: ({ id, callId }, { language }) => address(language, 'volunteerShift', { call: callId, shift: id }) })
