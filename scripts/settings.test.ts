import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { environmentOf, readSettings, refuseUnsafeInstallation, secretsOf } from './settings'
import { temporaryFolder } from './temporary-folder'

const databaseUrl = 'postgres://glos:hunter2@db.example.org/glos'
const secret = 'x'.repeat(32)

describe('settings', () => {
  it('have defaults for a start without any', () => {
    expect(readSettings({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({ databaseUrl: undefined, port: 3000, dataDir: resolve('.data') })
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['DATABASE_URL', 'mysql://user:hunter2@host/glos'],
    ['NEXTAUTH_URL', 'glos.example.org'],
    ['SMTP_URL', 'user:hunter2@host'],
    ['ADMIN_EMAIL', 'admin'],
    ['WORDS_HELD_FILE', '/nowhere/words.txt'],
    ['HOLD_FIRST_VOICES', '-1'],
    ['HOLD_FIRST_VOICES', 'few'],
    ['CLAMD_HOST', 'localhost'],
    ['CLAMD_HOST', 'local host:3310'],
    ['FILES_S3_ENDPOINT', 's3.example.org'],
  ])('refuse %s=%s in one sentence without passwords', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} must be (?!.*hunter2)`))
  })

  it.each([
    ['NEXTAUTH_URL', { DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret }],
    ['NEXTAUTH_SECRET', { DATABASE_URL: databaseUrl, NEXTAUTH_URL: 'https://glos.example.org' }],
    ['at least 32', { DATABASE_URL: databaseUrl, NEXTAUTH_URL: 'https://glos.example.org', NEXTAUTH_SECRET: 'x'.repeat(31) }],
  ])('refuse a real installation without %s', (missing, environment) => {
    expect(() => refuseUnsafeInstallation(readSettings(environment))).toThrow(missing)
  })

  it('want all of what S3-compatible storage needs, or nothing', () => {
    for (const name of ['FILES_S3_BUCKET', 'FILES_S3_KEY_ID', 'FILES_S3_SECRET']) expect(() => readSettings({ [name]: 'hunter2' })).toThrow(/^For files in S3-compatible storage, set all of (?!.*hunter2)/)
    expect(() => readSettings({ FILES_S3_BUCKET: 'a', FILES_S3_KEY_ID: 'b', FILES_S3_SECRET: 'c', CLAMD_HOST: 'localhost:3310' })).not.toThrow()
  })

  it('let a complete installation and a bare one pass', () => {
    const complete = { DATABASE_URL: databaseUrl, NEXTAUTH_URL: 'https://glos.example.org', NEXTAUTH_SECRET: secret }
    for (const environment of [complete, {}]) expect(() => refuseUnsafeInstallation(readSettings(environment))).not.toThrow()
  })

  it('make secrets once, for their owner only', () => {
    const { path: dataDir, remove } = temporaryFolder('settings')
    onTestFinished(remove)
    const environment = environmentOf(readSettings({ DATA_DIR: dataDir, PORT: '3900' }), databaseUrl)
    expect(environment).toMatchObject({ NEXTAUTH_URL: 'http://localhost:3900', DATA_DIR: dataDir, NEXTAUTH_SECRET: secretsOf(dataDir).nextauthSecret })
    expect(environment.NEXTAUTH_SECRET).toHaveLength(64)
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  })
})
