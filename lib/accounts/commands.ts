import { randomBytes } from 'node:crypto'
import { and, eq, isNotNull, isNull, lt, sql, TransactionRollbackError } from 'drizzle-orm'
import { z } from 'zod'
import { address, ownAddress, withQuery } from '../addresses'
import { command } from '../command'
import type { Tx } from '../db'
import { env } from '../env'
import { isWithin } from '../limits'
import { translator } from '../messages'
import { queueMail } from '../outbox'
import { Refusal } from '../refusal'
import { tag } from '../tags'
import { all, everyone } from '../policy'
import { canonLine, canonText } from '../text'
import { roles, type Person } from '../person'
import { canonicalEmail, draftHours, isAdmin, linkMinutes, linksAskedFor, linksMailed, nameInput, notSuspended, signInInput } from './rules'
import { hashOf, keyedHash, linkHashOf, newSecret } from './secrets'
import { drafts, identities, people, roleGrants, sessions, signInLinks } from './tables'

const nothing = async () => null

/**
 * Mails a link to sign in: one transaction of link and mail. Known and unknown addresses are treated alike (A25): nobody
 * is looked up. An address that was asked for too often gets no mail and nobody learns it (A28): the same work is done
 * and taken back, so that not even the time tells.
 */
export const askForLink = command({
  by: 'anyone',
  event: 'link.asked',
  input: signInInput,
  limit: linksAskedFor,
  load: nothing,
  allow: everyone,
  prepare: ({ input }) => mayBeMailed(keyedHash('address', canonicalEmail(input.email)!)),
  async run({ tx, input, prepared: withinLimits }) {
    await tx.delete(signInLinks).where(lt(signInLinks.expiresAt, sql`now()`))
    // Each time a part is taken back; whether the mail is in it is all the difference.
    if (withinLimits) await mailLink(tx, input)
    await takenBack(tx, async (part) => {
      if (!withinLimits) await mailLink(part, input)
    })
    return { id: 'link' }
  },
})

async function mailLink(tx: Tx, { email, language, returnTo }: z.output<typeof signInInput>): Promise<void> {
  const canonical = canonicalEmail(email)!
  const secret = newSecret()
  await tx.insert(signInLinks).values({
    tokenHash: linkHashOf(secret),
    emailCanonical: canonical,
    email: canonical,
    expiresAt: sql`now() + ${linkMinutes} * interval '1 minute'`,
  })
  const t = translator(language)
  const link = env.origin + withQuery(address(language, 'confirmSignIn'), { token: secret, email: canonical, powrot: ownAddress(returnTo) ?? undefined })
  await queueMail(tx, { to: canonical, subject: t('mail.signIn.subject'), body: t('mail.signIn.body', { link, minutes: linkMinutes }) })
}

const mayBeMailed = async (addressKey: string): Promise<boolean> =>
  (await Promise.all(linksMailed.map((limit) => isWithin(`link.mailed ${limit.minutes}`, addressKey, limit)))).every(Boolean)

const takenBack = (tx: Tx, work: (part: Tx) => Promise<void>): Promise<void> =>
  tx
    .transaction(async (part) => {
      await work(part)
      part.rollback()
    })
    .catch((error: unknown) => {
      if (!(error instanceof TransactionRollbackError)) throw error
    })

const draftBytesAtMost = 20_000

/** Keeps what somebody wrote before signing in, for a day, under a key that only they are given. */
export const keepDraft = command({
  by: 'anyone',
  event: 'draft.kept',
  input: z.strictObject({
    form: z.string().regex(/^[a-z-]{1,40}$/),
    values: z.record(z.string().regex(/^[\w.-]{1,100}$/), z.string().max(draftBytesAtMost, 'problem.tooLong').transform(canonText)).refine((values) => JSON.stringify(values).length <= draftBytesAtMost, 'problem.tooLong'),
  }),
  limit: { max: 120, minutes: 10, everyone: { max: 600, minutes: 10 } },
  load: nothing,
  allow: everyone,
  async run({ tx, input }) {
    const id = randomBytes(16).toString('base64url')
    await tx.delete(drafts).where(lt(drafts.expiresAt, sql`now()`))
    await tx.insert(drafts).values({ ...input, id, expiresAt: sql`now() + ${draftHours} * interval '1 hour'` })
    return { id: 'draft', key: id } // The key is a secret; events hold none.
  },
})

/** Chooses the name shown beside one's voice. */
export const chooseName = command({
  event: 'person.named',
  input: nameInput,
  limit: { max: 10, minutes: 60 },
  load: async (_tx, _input, person) => ({ hadName: person.name !== null }),
  allow: everyone,
  async run({ tx, person, input }) {
    await tx.update(people).set({ name: input.name }).where(eq(people.id, person.id))
    return { id: person.ledgerKey }
  },
  // A first name stands beside no voice yet.
  touches: ({ subject }) => (subject.hadName ? [tag.names] : []),
})

/** Ends every session of the person, this one too. */
export const signOutEverywhere = command({
  event: 'person.signed-out',
  input: z.strictObject({}),
  load: nothing,
  allow: everyone,
  async run({ tx, person }) {
    await tx.delete(sessions).where(eq(sessions.personId, person.id))
    return { id: person.ledgerKey }
  },
})

/** Gives someone a role; they must have signed in once. */
export const giveRole = command({
  event: 'role.given',
  input: z.strictObject({ email: z.string(), role: z.enum(roles).exclude(['system']) }),
  load: async (tx, { email }) => {
    const [person] = await tx.select({ id: people.id, ledgerKey: people.ledgerKey }).from(people).where(eq(people.emailCanonical, canonicalEmail(email) ?? ''))
    return person
  },
  allow: all(notSuspended, isAdmin),
  async run({ tx, person, input, subject }) {
    await tx.insert(roleGrants).values({ personId: subject.id, role: input.role, grantedById: person.id }).onConflictDoNothing()
    return { id: subject.ledgerKey }
  },
})

/** Takes a role back. Effective at the next request, since roles are read with each. */
export const takeRole = command({
  event: 'role.taken',
  input: z.strictObject({ email: z.string(), role: z.enum(roles).exclude(['system']) }),
  load: async (tx, { email }) => {
    const [person] = await tx.select({ id: people.id, ledgerKey: people.ledgerKey }).from(people).where(eq(people.emailCanonical, canonicalEmail(email) ?? ''))
    return person
  },
  allow: all(notSuspended, isAdmin),
  async run({ tx, input, subject }) {
    await tx.delete(roleGrants).where(and(eq(roleGrants.personId, subject.id), eq(roleGrants.role, input.role)))
    return { id: subject.ledgerKey }
  },
})

/** Ends the session of one browser. */
export const signOut = command({
  event: 'person.signed-out',
  input: z.strictObject({ token: z.string() }),
  load: nothing,
  allow: everyone,
  async run({ tx, person, input }) {
    await tx.delete(sessions).where(and(eq(sessions.personId, person.id), eq(sessions.tokenHash, hashOf(input.token))))
    return { id: person.ledgerKey }
  },
})

/** The person's row, held; erased ones are not there. */
const oneself = async (tx: Tx, _: unknown, { id }: Person) => {
  const [row] = await tx.select({ declaredAt: people.declaredResidentAt, verifiedAt: people.verifiedResidentAt }).from(people).where(and(eq(people.id, id), isNull(people.erasedAt))).for('update')
  return row
}

/** Says of oneself that one lives in the city, or no longer says so. */
export const declareResidence = command({
  event: 'person.residence-declared',
  input: z.strictObject({ resident: z.enum(['yes', 'no']) }),
  limit: { max: 20, minutes: 60 },
  load: oneself,
  allow: notSuspended,
  async run({ tx, person, input }) {
    await tx.update(people).set({ declaredResidentAt: input.resident === 'yes' ? sql`now()` : null }).where(eq(people.id, person.id))
    return { id: person.ledgerKey }
  },
})

/** What somebody else's machine calls something: compared, never rewritten. */
const foreignKey = z.string().min(1).max(500).refine((key) => canonLine(key) === key)

/**
 * Binds an account to who an identity provider says it is: one badge a person, one person a badge (constraints). Takes
 * what `identity.ts` has checked. Of the national number only a keyed hash comes here; neither it nor the subject enters the event.
 */
export const verifyResidence = command({
  event: 'person.residence-verified',
  input: z.strictObject({ issuer: foreignKey, subject: foreignKey, nationalKey: foreignKey.nullable() }),
  limit: { max: 10, minutes: 60 },
  load: oneself,
  allow: notSuspended,
  async run({ tx, person, input }) {
    const [before] = await tx.select().from(identities).where(and(eq(identities.personId, person.id), isNotNull(identities.withdrawnAt)))
    const same = before && ((before.issuer === input.issuer && before.subject === input.subject) || (input.nationalKey !== null && before.nationalKey === input.nationalKey))
    if (before && !same) throw new Refusal('conflict', { key: 'residency.objection.anotherBefore' })
    if (before) await tx.update(identities).set({ ...input, verifiedAt: sql`now()`, withdrawnAt: null }).where(eq(identities.id, before.id))
    else await tx.insert(identities).values({ ...input, personId: person.id, voterKey: keyedHash('identity', JSON.stringify([input.issuer, input.subject])) })
    await tx.update(people).set({ verifiedResidentAt: sql`now()` }).where(eq(people.id, person.id))
    return { id: person.ledgerKey }
  },
  conflicts: {
    identities_one_each_person: { key: 'residency.objection.hasOne' },
    identities_one_each_subject: { key: 'residency.objection.takenByAnother' },
    identities_one_each_national_number: { key: 'residency.objection.takenByAnother' },
  },
  touches: () => [tag.names],
})

/** Gives the badge back; votes that were cast with it stay what they were, so the identity stays with this account. */
export const withdrawVerification = command({
  event: 'person.verification-withdrawn',
  input: z.strictObject({}),
  load: oneself,
  allow: everyone,
  async run({ tx, person }) {
    await tx.update(identities).set({ withdrawnAt: sql`now()` }).where(and(eq(identities.personId, person.id), isNull(identities.withdrawnAt)))
    await tx.update(people).set({ verifiedResidentAt: null }).where(eq(people.id, person.id))
    return { id: person.ledgerKey }
  },
  touches: () => [tag.names],
})
