import { randomBytes } from 'node:crypto'
import { accessSync, constants, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CannotStart } from './cannot-start.mjs'

/** What an installation may set; README, "Operating it", explains each. */
export type Settings = {
  /** Absent: an embedded PostgreSQL under `dataDir`. */
  databaseUrl?: string
  /** Absolute. */
  dataDir: string
  port: number
  /** Absent only where the embedded database is used: `http://localhost:PORT`, and a secret kept in `dataDir`. */
  nextauthUrl?: string
  nextauthSecret?: string
  smtpUrl?: string
  adminEmail?: string
}

const isUrl = (text: string, ...schemes: string[]) => URL.canParse(text) && schemes.includes(new URL(text).protocol)

/**
 * Reads and checks the settings. Empty variables count as absent; a relative DATA_DIR starts at the project.
 * @throws {CannotStart} naming the variable that is wrong
 */
export function readSettings(environment: Record<string, string | undefined>, { dataDir = '.data' } = {}): Settings {
  const read = (name: string) => environment[name]?.trim() || undefined
  const port = Number(read('PORT') ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new CannotStart(`PORT must be a number from 1 to 65535, not "${read('PORT')}".`)
  const settings: Settings = {
    databaseUrl: read('DATABASE_URL'),
    dataDir: resolve(read('DATA_DIR') ?? dataDir),
    port,
    nextauthUrl: read('NEXTAUTH_URL'),
    nextauthSecret: read('NEXTAUTH_SECRET'),
    smtpUrl: read('SMTP_URL'),
    adminEmail: read('ADMIN_EMAIL'),
  }
  // The values may hold passwords, so the sentences do not repeat them.
  if (settings.databaseUrl && !isUrl(settings.databaseUrl, 'postgres:', 'postgresql:'))
    throw new CannotStart('DATABASE_URL must be an address like postgres://user:password@host:5432/database.')
  if (settings.nextauthUrl && !isUrl(settings.nextauthUrl, 'http:', 'https:'))
    throw new CannotStart('NEXTAUTH_URL must be the public address of the site, like https://glos.example.org.')
  if (settings.smtpUrl && !isUrl(settings.smtpUrl, 'smtp:', 'smtps:'))
    throw new CannotStart('SMTP_URL must be an address like smtps://user:password@host:465.')
  if (settings.adminEmail && !/^[^\s@]+@[^\s@]+$/.test(settings.adminEmail)) throw new CannotStart('ADMIN_EMAIL must be an e-mail address.')
  const wrongAddress = (read('CHECKPOINT_ADDRESSES') ?? '').split(/[\s,]+/).find((address) => address && !/^[^\s@]+@[^\s@]+$/.test(address))
  if (wrongAddress) throw new CannotStart('CHECKPOINT_ADDRESSES must be e-mail addresses, with commas between them.')
  const wordsFile = read('WORDS_HELD_FILE')
  if (wordsFile && !isReadable(wordsFile)) throw new CannotStart(`WORDS_HELD_FILE must be a file that can be read, not ${wordsFile}.`)
  if (!/^\d{0,3}$/.test(read('HOLD_FIRST_VOICES') ?? '')) throw new CannotStart('HOLD_FIRST_VOICES must be a number from 0 to 999.')
  const register = read('REGISTER_URL')
  if (register && register !== 'off' && !isUrl(register, 'http:', 'https:')) throw new CannotStart('REGISTER_URL must be an address like https://api-krs.ms.gov.pl/api/krs, or the word off.')
  const s3 = ['FILES_S3_BUCKET', 'FILES_S3_KEY_ID', 'FILES_S3_SECRET']
  if (s3.some(read) && !s3.every(read)) throw new CannotStart(`For files in S3-compatible storage, set all of ${s3.join(', ')}.`)
  const endpoint = read('FILES_S3_ENDPOINT')
  if (endpoint && !isUrl(endpoint, 'http:', 'https:')) throw new CannotStart('FILES_S3_ENDPOINT must be the address of the storage, like https://s3.example.org.')
  if (!/^(\S+:\d{1,5})?$/.test(read('CLAMD_HOST') ?? '')) throw new CannotStart('CLAMD_HOST must be a host and a port, like localhost:3310.')
  return settings
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A real installation (one with DATABASE_URL) must say its address and its secret itself.
 * @throws {CannotStart} where it does not
 */
export function refuseUnsafeInstallation({ databaseUrl, nextauthUrl, nextauthSecret }: Settings) {
  if (databaseUrl && !nextauthUrl) throw new CannotStart('With DATABASE_URL, NEXTAUTH_URL must be set to the public address of the site.')
  if (databaseUrl && !nextauthSecret)
    throw new CannotStart('With DATABASE_URL, NEXTAUTH_SECRET must be set to a random text of at least 32 characters, for example from: openssl rand -base64 32')
  if (nextauthSecret && nextauthSecret.length < 32) throw new CannotStart('NEXTAUTH_SECRET must have at least 32 characters.')
}

/** Random texts that belong to one DATA_DIR. */
export type Secrets = { nextauthSecret: string; databasePassword: string }

/** The secrets of a DATA_DIR, made the first time they are asked for; readable by their owner only. */
export function secretsOf(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json')
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const secrets = { nextauthSecret: randomBytes(32).toString('hex'), databasePassword: randomBytes(32).toString('hex') }
  writeFileSync(`${path}.new`, JSON.stringify(secrets), { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return secrets
}

/** The settings as the site and our own code read them, complete: see lib/env.ts. */
export function environmentOf(settings: Settings, databaseUrl: string): Record<string, string> {
  const { dataDir, port, nextauthUrl, nextauthSecret, smtpUrl, adminEmail } = settings
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
    NEXTAUTH_URL: nextauthUrl ?? `http://localhost:${port}`,
    NEXTAUTH_SECRET: nextauthSecret ?? secretsOf(dataDir).nextauthSecret,
    ...(smtpUrl && { SMTP_URL: smtpUrl }),
    ...(adminEmail && { ADMIN_EMAIL: adminEmail }),
  }
}
