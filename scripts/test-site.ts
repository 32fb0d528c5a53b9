import { spawn } from 'node:child_process'
import { freePort } from './port.mjs'
import { temporaryFolder } from './temporary-folder'
import { startTestProvider } from './test-identity-provider'
import { startTestRegister } from './test-register'

/**
 * Playwright's global set-up: a site on a database of its own, at GLOS_TEST_SITE, whose mails lie in DATA_DIR/mail, and
 * an identity provider that it trusts, and a register that it asks.
 */
export default async function setUp() {
  const { path: dataDir, remove } = temporaryFolder('site')
  const port = await freePort()
  const provider = await startTestProvider({ asks: true })
  const register = await startTestRegister()
  const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'glos', OIDC_CLIENT_SECRET: 'a secret of the tests', OIDC_NAME: 'Węzeł testowy', OIDC_NATIONAL_NUMBER_CLAIM: 'pesel', OIDC_RESIDENT_CLAIM: 'address.locality=Toruń' }
  Object.assign(process.env, { DATA_DIR: dataDir, GLOS_TEST_SITE: `http://localhost:${port}` })
  const site = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ...oidc, REGISTER_URL: register.url, DATABASE_URL: '', SMTP_URL: '', CLAMD_HOST: '', FILES_S3_BUCKET: '', FILES_S3_KEY_ID: '', FILES_S3_SECRET: '', NEXTAUTH_URL: '', NEXTAUTH_SECRET: '', PORT: String(port), TRUSTED_PROXIES: '1', ADMIN_EMAIL: 'admin@example.org' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => void site.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    void ended.then(() => reject(new Error('The site could not be started; it says why above.')))
    site.stdout.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(text)
      if (text.includes('is running at')) resolve()
    })
  })
  return async () => {
    site.kill('SIGTERM')
    await ended
    provider.stop()
    register.stop()
    remove()
  }
}
