import { eq, sql } from 'drizzle-orm'
import type { NextAuthOptions } from 'next-auth'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { address, languageOf, ownAddress, type Address } from '../addresses'
import { db, type Tx } from '../db'
import { env } from '../env'
import type { Language } from '../language'
import { recordEvent } from '../events/recording'
import { isUuid } from '../ids'
import { canonicalEmail, sessionDays } from './rules'
import { hashOf, newSecret } from './secrets'
import { cookieOptions, returnCookie, sessionCookie } from './session'
import { people, roleGrants, sessions, signInLinks } from './tables'

/**
 * next-auth consumes the mailed link and opens the session; asking for the link is our own command (`askForLink`),
 * so that link and mail are one transaction. Pages that send people here: sign-in/confirm.
 * @param joined what else happens with a new account, in its transaction
 * @param barred where somebody is led who may not sign in; null for everybody else
 */
export const nextAuthOptions = (language: Language, { joined, barred }: Doorkeeper): NextAuthOptions => ({
  adapter: { ...adapter, createUser: ({ email }: { email: string }) => join(email, joined) },
  secret: env.secret,
  session: { strategy: 'database', maxAge: sessionDays * 86_400, generateSessionToken: newSecret },
  providers: [{ id: 'email', type: 'email', name: 'Email', server: '', from: '', maxAge: 600, options: {}, sendVerificationRequest: onlyOurCommandSends }],
  pages: { signIn: address(language, 'signIn'), error: address(language, 'linkRefused'), verifyRequest: address(language, 'linkSent') },
  cookies: {
    sessionToken: { name: sessionCookie(), options: cookieOptions() },
    callbackUrl: { name: returnCookie(), options: cookieOptions() },
  },
  callbacks: {
    // The link has been shown. Whoever is new has an account from here on, so that they too read why they are barred.
    async signIn({ user: { id, email } }) {
      const instead = await barred(isUuid(id) ? id : (await join(email!, joined)).id)
      return instead ? env.origin + instead : true
    },
    // next-auth's own throws on what is no URL (security.md 2.2); only pages of ours are let through.
    redirect: ({ url }) => {
      const path = url.startsWith(env.origin) ? url.slice(env.origin.length) : url
      return env.origin + (ownAddress(path) ?? address(languageOf(path), 'home'))
    },
  },
  logger: { error: (code, details) => console.error(`next-auth ${code}`, details instanceof Error ? details.message : ''), warn() {} },
})

const onlyOurCommandSends = () => Promise.reject(new Error('Links are asked for by askForLink.'))

type AdapterPerson = { id: string; email: string | null; emailVerifiedAt: Date | null }
const userOf = (person: AdapterPerson): AdapterUser => ({ id: person.id, email: person.email ?? '', emailVerified: person.emailVerifiedAt })

const findBy = async (column: typeof people.id | typeof people.emailCanonical, value: string | null) => {
  if (!value) return null
  const [person] = await db.select({ id: people.id, email: people.email, emailVerifiedAt: people.emailVerifiedAt }).from(people).where(eq(column, value))
  return person ? userOf(person) : null
}

type Doorkeeper = { joined: (tx: Tx, personId: string, emailCanonical: string) => Promise<void>; barred: (personId: string) => Promise<Address | null> }

/** Makes an account for an address that has been shown to be somebody's. */
const join = (email: string, joined: Doorkeeper['joined']): Promise<AdapterUser> =>
  db.transaction(async (tx) => {
    const canonical = canonicalEmail(email)!
    const [person] = await tx.insert(people).values({ email, emailCanonical: canonical, emailVerifiedAt: new Date() }).returning()
    if (env.adminEmail && canonicalEmail(env.adminEmail) === canonical) {
      await tx.insert(roleGrants).values({ personId: person!.id, role: 'admin', grantedById: person!.id })
    }
    await recordEvent(tx, { name: 'person.joined', actor: person!.ledgerKey, subject: person!.ledgerKey })
    await joined(tx, person!.id, canonical)
    return userOf(person!)
  })

/** Our own tables for next-auth: addresses in canonical form, tokens only as hashes, a used link takes its siblings along. */
const adapter: Adapter = {
  createVerificationToken: onlyOurCommandSends,
  async useVerificationToken({ token, identifier }) {
    const deleted = await db.transaction(async (tx) => {
      const [link] = await tx.delete(signInLinks).where(eq(signInLinks.tokenHash, token)).returning()
      if (link) await tx.delete(signInLinks).where(eq(signInLinks.emailCanonical, link.emailCanonical))
      return link
    })
    return deleted && deleted.emailCanonical === identifier ? { identifier, token, expires: deleted.expiresAt } : null
  },

  getUser: (id) => findBy(people.id, id),
  getUserByEmail: (email) => findBy(people.emailCanonical, canonicalEmail(email)),
  async updateUser({ id }) {
    const [person] = await db.update(people).set({ emailVerifiedAt: sql`now()` }).where(eq(people.id, id)).returning()
    return userOf(person!)
  },

  async createSession({ sessionToken, userId, expires }) {
    await db.insert(sessions).values({ tokenHash: hashOf(sessionToken), personId: userId, expiresAt: expires })
    return { sessionToken, userId, expires }
  },
  async getSessionAndUser(sessionToken) {
    const [row] = await db
      .select({ session: sessions, person: people })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(eq(sessions.tokenHash, hashOf(sessionToken)))
    return row ? { session: { sessionToken, userId: row.person.id, expires: row.session.expiresAt }, user: userOf(row.person) } : null
  },
  async updateSession() {
    return null // A session lasts its days; reading pages never writes.
  },
  async deleteSession(sessionToken) {
    await db.delete(sessions).where(eq(sessions.tokenHash, hashOf(sessionToken)))
  },

  // For providers other than the mailed link: none yet.
  getUserByAccount: async () => null,
  linkAccount: async () => undefined,
}
