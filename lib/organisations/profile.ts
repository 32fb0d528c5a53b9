import { z } from 'zod'
import { canonicalEmail, emailField, notSuspended } from '../accounts/rules'
import { cityTime } from '../city-time'
import { all, type Policy } from '../policy'
import { canonLine, canonText, graphemes } from '../text'
import { wholeNumber } from '../whole-number'
import { districtCodes } from './districts'
import { fieldsOfWorkOn } from './fields-of-work'
import { aboutField, mayEdit, phoneField } from './rules'
import { contactKinds, type InTeam } from './team'

/** How much an organisation says, in characters, about what it offers and what it looks for. */
export const needLength = 600
const need = z
  .string()
  .max(5000, 'problem.tooLong')
  .default('')
  .transform(canonText)
  .refine((text) => graphemes(text) <= needLength, { error: 'problem.tooLong', params: { max: needLength } })

/** The address of a site as people write it, with or without `https://`; kept as written. */
const www = z
  .string()
  .max(300, 'organisation.problem.www')
  .default('')
  .transform(canonLine)
  .refine((line) => !line || (/^(https?:\/\/)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/\S*)?$/iu.test(line) && URL.canParse(linkTo(line))), 'organisation.problem.www')
  .transform((line) => line || null)

/** Where a link to a site leads, however it was written. */
export const linkTo = (www: string): string => (/^https?:\/\//i.test(www) ? www : `https://${www}`)

/** Boxes that were ticked: one comes as a text, several as a list, none as an empty text. */
const ticked = <Value extends string>(allowed: () => readonly Value[]) =>
  z
    .union([z.string().max(100), z.array(z.string().max(100)).max(100)], 'problem.choose')
    .default([])
    .transform((sent) => [...new Set([sent].flat().filter(Boolean))] as Value[])
    .refine((chosen) => chosen.every((each) => allowed().includes(each)), 'problem.choose')

/** Today, by the city's clocks. */
export const fieldsOfWorkToday = () => fieldsOfWorkOn(cityTime(new Date()).slice(0, 10))

export const profileInput = z
  .strictObject({
    id: z.uuid('problem.invalid'),
    /** The profile that was seen. */
    revision: wholeNumber('problem.invalid', { min: 1 }),
    about: aboutField,
    offers: need,
    seeks: need,
    fieldsOfWork: ticked(() => fieldsOfWorkToday().map(({ code }) => code)),
    district: z.union([z.enum(districtCodes), z.literal('').transform(() => null)], 'problem.choose').default(null),
    www,
    contactEmail: emailField.transform((typed) => canonicalEmail(typed)!),
    contactPhone: phoneField,
    publicContacts: ticked(() => contactKinds),
  })

/** Owners and editors change the profile. */
export const canEditProfile: Policy<InTeam> = all<InTeam>(notSuspended, (_, { role }) => (mayEdit(role) ? null : { key: 'team.objection.notEditor' }))
