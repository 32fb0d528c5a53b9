import { buildWhereChanged } from './build'
import { CannotStart, printReason } from './cannot-start.mjs'
import { prepareDataFolder } from './data-folder'
import { closeConnections, openDatabase, refuseDataFolderInUse } from './database'
import { fillOnce } from './fill-once'
import { migrate } from './migrate'
import { siteAnswers, siteEnd, startNext } from './next'
import { refuseBusyPort } from './port.mjs'
import { environmentOf, readSettings, refuseUnsafeInstallation, type Settings } from './settings'
import { makeSiteRole } from './site-role'
import { endOnSignals, endWith, isEnding } from './shutdown'

/** `dev` makes pages when they are asked for; `demo` has a database of its own with sample voices. */
type Mode = 'start' | 'dev' | 'demo'

/**
 * From settings to a site that answers. Comes back only by ending the process: with 0 when it was asked to stop,
 * with 1 when something that the site needs could not be started, or ended.
 */
export async function serve(mode: Mode): Promise<never> {
  endOnSignals({ code: 0 })
  try {
    throw new CannotStart(`${await untilSomethingEnds(mode)} ended by itself; the rest is being stopped.`)
  } catch (error) {
    if (!isEnding()) printReason(error) // What fails while we are ending was stopped by us.
    return endWith(1)
  }
}

/** @returns what ended, of the things that must not */
async function untilSomethingEnds(mode: Mode): Promise<string> {
  const settings = readSettings(process.env, { dataDir: mode === 'demo' ? '.data/demo' : '.data' })
  if (mode === 'demo' && settings.databaseUrl) throw new CannotStart('The demo invents people and voices, so it only runs on a database of its own: unset DATABASE_URL.')
  refuseUnsafeInstallation(settings)
  prepareDataFolder(settings.dataDir)
  refuseDataFolderInUse(settings)
  await refuseBusyPort(settings.port)

  console.log('Opening the database …')
  const database = await openDatabase(settings, `at http://localhost:${settings.port}`)
  Object.assign(process.env, environmentOf(settings, database.url), mode === 'demo' && { GLOS_DEMO: '1' })
  await migrate(database.url, async () => {
    await fillOnce(settings.dataDir, { samples: mode === 'demo' })
    await closeConnections()
    await becomeTheSite(database.url)
  })

  if (mode !== 'dev') await buildWhereChanged()
  const site = startNext(mode === 'dev' ? 'dev' : 'start', settings.port)
  const ends = Promise.race([database.ended.then(() => 'The database'), siteEnd(site).then(() => 'The site')])
  const early = await Promise.race([ends, siteAnswers(settings.port)])
  if (early) return early
  tellHowToUse(settings)
  return ends
}

/** What is started from now on uses the database by a role that cannot change what is append-only. */
async function becomeTheSite(ownerUrl: string) {
  const url = await makeSiteRole(ownerUrl, process.env.NEXTAUTH_SECRET!)
  if (url) process.env.DATABASE_URL = url
  else console.warn('The database gives the site no role of its own, so only triggers guard what must never change: see "Operating it" in README.md.')
}

function tellHowToUse({ dataDir, port, nextauthUrl, smtpUrl, adminEmail }: Settings) {
  const address = process.env.NEXTAUTH_URL
  console.log(`
Głos is running at ${address}${nextauthUrl ? `, here on port ${port}` : ''}
Sign in at ${new URL('/logowanie', address)}${smtpUrl ? '' : `: without SMTP_URL, mails are files in ${dataDir}/mail`}
${adminEmail ? `${adminEmail} becomes admin when it first signs in.` : 'Whoever has the address in ADMIN_EMAIL becomes admin when they first sign in; it is not set.'}
Ctrl+C stops it.
`)
}
