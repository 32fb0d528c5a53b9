import { z } from 'zod'
import { atTheDesk, canonicalEmail, emailField, hasName, notSuspended } from '../accounts/rules'
import { all, type Policy } from '../policy'
import { canonLine, canonText, graphemes, hasHeapedMarks, mixesScripts } from '../text'
import { readKrs, readNip, readRegon } from './register-numbers'
import type { MemberRole } from './team'

/** Legal forms of organisations (ustawa o działalności pożytku publicznego, art. 3 ust. 2–3); not all are in the KRS. */
export const legalForms = ['association', 'ordinary-association', 'association-union', 'foundation', 'rural-housewives-circle', 'parish', 'sports-club', 'student-sports-club', 'fire-brigade', 'social-cooperative', 'nonprofit-company', 'local-government-association', 'trade-union', 'other'] as const
export type LegalForm = (typeof legalForms)[number]

/** Those that exist only by being entered in the KRS. Ordinary associations and many clubs are in the mayor's record, circles in ARiMR's. */
export const needsKrs = (form: LegalForm): boolean => ['association', 'association-union', 'foundation', 'fire-brigade', 'social-cooperative', 'nonprofit-company', 'local-government-association', 'trade-union'].includes(form)

/** Whether this role in an organisation may change its profile and write its proposals; null: not in it. */
export const mayEdit = (role: MemberRole | null): boolean => role === 'owner' || role === 'editor'

/** One line that people write, from `min` to `max` characters as a person counts them; one script a word, no heaped marks. */
export const line = (min: number, max: number) =>
  z
    .string()
    .max(2000, 'problem.tooLong')
    .transform(canonLine)
    .superRefine((text, context) => {
      const length = graphemes(text)
      if (!length) context.addIssue({ code: 'custom', message: 'problem.required' })
      else if (length < min) context.addIssue({ code: 'custom', message: 'problem.tooShort', params: { min } })
      else if (length > max) context.addIssue({ code: 'custom', message: 'problem.tooLong', params: { max } })
      else if (hasHeapedMarks(text)) context.addIssue({ code: 'custom', message: 'problem.heapedMarks' })
      else if (mixesScripts(text)) context.addIssue({ code: 'custom', message: 'problem.nameScripts' })
    })

/** A number of a register: empty is none, what is there must be one. */
const registerNumber = (read: (typed: string) => string | null, message: string) =>
  z
    .string()
    .max(40, message)
    .transform((typed, context) => {
      if (!typed.trim()) return null
      const number = read(typed)
      if (!number) context.addIssue({ code: 'custom', message })
      return number
    })
    .default(null)

/** A telephone number as people write it; empty is none. */
export const phoneField = z
  .string()
  .max(40, 'organisation.problem.phone')
  .transform((typed, context) => {
    const line = canonLine(typed)
    if (!line) return null
    if (!/^\+?[\d\s()-]{7,20}$/.test(line)) context.addIssue({ code: 'custom', message: 'organisation.problem.phone' })
    return line
  })
  .default(null)

export const aboutLength = 2000
/** What an organisation does, in a few sentences. */
export const aboutField = z
  .string()
  .max(20_000, 'problem.tooLong')
  .transform(canonText)
  .refine((text) => text.length > 0, 'problem.required')
  .refine((text) => graphemes(text) <= aboutLength, { error: 'problem.tooLong', params: { max: aboutLength } })

export const registrationInput = z
  .strictObject({
    name: line(3, 150),
    legalForm: z.enum(legalForms, 'problem.choose'),
    krs: registerNumber(readKrs, 'organisation.problem.krs'),
    nip: registerNumber(readNip, 'organisation.problem.nip'),
    regon: registerNumber(readRegon, 'organisation.problem.regon'),
    seat: line(3, 200),
    about: aboutField,
    contactEmail: emailField.transform((typed) => canonicalEmail(typed)!),
    contactPhone: phoneField,
  })
  // Asked even when other fields are wrong, so that everything is said at once.
  .refine(({ legalForm, krs }) => krs !== null || !needsKrs(legalForm), {
    error: 'organisation.problem.krsNeeded',
    path: ['krs'],
    when: ({ value, issues }) => legalForms.some((form) => form === (value as { legalForm?: unknown } | null)?.legalForm) && !issues.some(({ path }) => path?.[0] === 'krs'),
  })

/** Whoever registers speaks for it, so they need a name and must be free to speak. */
export const canRegister: Policy<unknown> = all<unknown>(notSuspended, hasName)

export type Registration = { state: 'waiting' | 'confirmed' | 'refused'; isMember: boolean }

/** Nobody decides about their own. */
export const isOutsider: Policy<{ isMember: boolean }> = (_, { isMember }) => (isMember ? { key: 'organisation.objection.own' } : null)
const waits: Policy<Registration> = (_, { state }) =>
  state === 'waiting' ? null : { key: state === 'confirmed' ? 'organisation.objection.alreadyConfirmed' : 'organisation.objection.alreadyRefused' }

/** Moderators and admins look at registrations; they decide about those that wait and are not their own. */
export const canSeeDesk = atTheDesk
export const canDecide: Policy<Registration> = all<Registration>(atTheDesk, notSuspended, isOutsider, waits)

export const confirmationInput = z.strictObject({ id: z.uuid('problem.invalid') })

/** Why, in words that its members will read: mandatory. */
export const reasonField = z
  .string()
  .max(10_000, 'problem.tooLong')
  .transform(canonText)
  .refine((text) => text.length > 0, 'organisation.problem.reason')
  .refine((text) => graphemes(text) <= 2000, { error: 'problem.tooLong', params: { max: 2000 } })

export const refusalInput = z.strictObject({ id: z.uuid('problem.invalid'), reason: reasonField })
