/** The installation's settings; README, "Operating it", explains each. Read when asked, so that scripts may set them first. */
export const env = {
  get databaseUrl() {
    return process.env.DATABASE_URL
  },
  /** Where mails (without SMTP_URL) and files lie. */
  get dataDir() {
    return process.env.DATA_DIR ?? '.data'
  },
  /** The one origin that links are made with; never taken from a request. */
  get origin() {
    return new URL(process.env.NEXTAUTH_URL ?? 'http://localhost:3000').origin
  },
  get secret() {
    if (!process.env.NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is not set.')
    return process.env.NEXTAUTH_SECRET
  },
  get smtpUrl() {
    return process.env.SMTP_URL
  },
  /** Who vouches for where people live; null where nobody does. */
  get oidc() {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = process.env
    if (!issuer || !clientId || !clientSecret) return null
    const [residentClaim, residentValue] = (process.env.OIDC_RESIDENT_CLAIM ?? '').split('=')
    return { issuer, clientId, clientSecret, name: process.env.OIDC_NAME ?? new URL(issuer).hostname, nationalNumberClaim: process.env.OIDC_NATIONAL_NUMBER_CLAIM, residentClaim, residentValue }
  },
  /** Becomes admin when it first signs in. */
  get adminEmail() {
    return process.env.ADMIN_EMAIL
  },
  /** A file of words that a moderator looks at first, beside those of lib/discussion/words-held.ts. */
  get wordsHeldFile() {
    return process.env.WORDS_HELD_FILE
  },
  /** Where the National Court Register is asked, without a slash at the end; null where it is not asked, as in the demonstration, whose organisations are invented. */
  get registerUrl() {
    const url = process.env.REGISTER_URL || (this.isDemo ? 'off' : 'https://api-krs.ms.gov.pl/api/krs')
    return url === 'off' ? null : url.replace(/\/+$/, '')
  },
  /** Who is mailed each day's checkpoint of the ledger. */
  get checkpointAddresses() {
    return (process.env.CHECKPOINT_ADDRESSES ?? '').split(/[\s,]+/).filter(Boolean)
  },
  /** How many first voices of a new account wait for a moderator. */
  get holdFirstVoices() {
    return Math.max(0, Math.trunc(Number(process.env.HOLD_FIRST_VOICES ?? 0)) || 0)
  },
  /** Where files lie instead of DATA_DIR/files; null: there. */
  get filesS3() {
    const { FILES_S3_BUCKET: bucket, FILES_S3_REGION: region = 'us-east-1', FILES_S3_ENDPOINT: endpoint, FILES_S3_KEY_ID: accessKeyId, FILES_S3_SECRET: secretAccessKey } = process.env
    return bucket && accessKeyId && secretAccessKey ? { bucket, region, endpoint: endpoint || undefined, accessKeyId, secretAccessKey } : null
  },
  /** Who looks for viruses in files; null: nobody does, and that is said. */
  get clamd() {
    const [, host, port] = /^(?:\[?)(.+?)(?:\]?):(\d{1,5})$/.exec(process.env.CLAMD_HOST ?? '') ?? []
    return host && port ? { host, port: Number(port) } : null
  },
  /** The demonstration says on every page that its voices are samples. */
  get isDemo() {
    return process.env.GLOS_DEMO === '1'
  },
}
