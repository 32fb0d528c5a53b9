import { z } from 'zod'
import { languages } from '../language'
import type { Policy } from '../policy'
import { canonLine, foldDisguised, graphemes, mixesScripts } from '../text'

/** How long a mailed link lives (ASVS 6.5.5: at most ten minutes). */
export const linkMinutes = 10
/** How often one address is mailed a link (security.md A28); more are asked for in vain, and nobody learns it. */
export const linksMailed = [{ max: 3, minutes: 15 }, { max: 10, minutes: 24 * 60 }]
/** How often one network, a school for instance, and everybody together may ask for links. */
export const linksAskedFor = { max: 60, minutes: 15, everyone: { max: 3000, minutes: 60 } }
/** How long a browser stays signed in. */
export const sessionDays = 30
/** How long signing in counts as just now, for what asks for it again (GDPR art. 15: a copy of one's data). */
export const freshMinutes = 10
export const draftHours = 24

/**
 * One form for one mailbox: white space, width variants and case gone (security.md A29), domain in ASCII.
 * @returns null for what is no address we write to: quoted local parts, lists, IP literals, 255 characters and more
 */
export function canonicalEmail(typed: string): string | null {
  const address = canonLine(typed.normalize('NFKC'))
  const at = address.lastIndexOf('@')
  if (at < 1 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(address.slice(at + 1))) return null
  let domain: string
  try {
    domain = new URL(`http://${address.slice(at + 1)}`).hostname.replace(/\.$/, '')
  } catch {
    return null
  }
  const canonical = `${address.slice(0, at)}@${domain}`.toLowerCase()
  return canonical.length <= 254 && z.email().safeParse(canonical).success ? canonical : null
}

/**
 * The mailbox behind an address in its one form: what stands after a plus is its owner's to choose, and Google takes no
 * notice of dots (A29). Only for asking people to look at votes; accounts stay as many as there are addresses.
 */
export function mailboxOf(canonical: string): string {
  const [local, domain] = canonical.split('@') as [string, string]
  const box = local.replace(/(?<=.)\+.*$/, '')
  return /^(gmail|googlemail)\.com$/.test(domain) ? `${box.replaceAll('.', '')}@gmail.com` : `${box}@${domain}`
}

export const emailField = z
  .string()
  .max(254, 'problem.email')
  .refine((typed) => canonicalEmail(typed) !== null, 'problem.email')

export const signInInput = z.strictObject({
  email: emailField,
  language: z.enum(languages),
  /** Where to go afterwards, checked by `ownAddress` when it is used. */
  returnTo: z.string().max(2000).optional(),
})

/** Words that would make a name sound like the office's own (security.md A09). */
const official = /(?<!\p{L})(urzad|urzedu|urzednik|prezydent|moderator|moderatorka|admin|administrator|system|glos torunia|miasto torun|модератор|адмін|админ|адміністратор|администратор)(?!\p{L})/u

/** A name shown beside a voice: 2 to 40 characters, no address in it, nothing that sounds official, one script a word. */
export const displayName = z
  .string()
  .transform(canonLine)
  .superRefine((name, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message, params: { min: 2, max: 40 } })
    const length = graphemes(name)
    if (length < 2 || length > 40 || name.length > 200) refuse('problem.nameLength')
    else if (/https?:|www\.|@|\.(pl|com|eu|org|net)\b|\d[\d\s-]{7,}/i.test(name)) refuse('problem.nameHasAddress')
    else if (!/\p{L}/u.test(name) || /\p{M}/u.test(name)) refuse('problem.nameLetters')
    else if (mixesScripts(name)) refuse('problem.nameScripts')
    else if (official.test(foldDisguised(name))) refuse('problem.nameOfficial')
  })

export const nameInput = z.strictObject({ name: displayName })

/** For the city's rules: whoever gives roles may also do this. */
export const isAdmin: Policy<unknown> = (person) =>
  person.roles.includes('admin') || person.roles.includes('system') ? null : { key: 'objection.notYours' }

/** What the server does by itself: jobs, and what they found. */
export const isSystem: Policy<unknown> = ({ roles }) => (roles.includes('system') ? null : { key: 'objection.notYours' })

/** Who works at the moderators' desk. */
export const atTheDesk: Policy<unknown> = ({ roles }) => (roles.includes('moderator') || roles.includes('admin') ? null : { key: 'objection.notYours' })

export const notSuspended: Policy<unknown> = (person) =>
  person.suspendedUntil && person.suspendedUntil > new Date() ? { key: 'objection.suspended' } : null

/** A voice needs a name beside it. */
export const hasName: Policy<unknown> = (person) => (person.name ? null : { key: 'objection.nameFirst' })
