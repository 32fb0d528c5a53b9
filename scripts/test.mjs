// Everything: what `npm run check` does, then a build, then journeys in a browser.
import { fileURLToPath } from 'node:url'
import { runBrowserTests } from './browser-tests.mjs'
import { printReason } from './cannot-start.mjs'
import { close, runChecks } from './checks.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
try {
  const checks = await runChecks()
  const browser = checks.failed ? undefined : await runBrowserTests()
  if (!browser) console.log('\nThe browser tests were left out, since the above failed.')
  close({
    passed: checks.passed + (browser?.passed ?? 0),
    failed: checks.failed + (browser?.failed ?? 0),
    skipped: checks.skipped + (browser?.skipped ?? 0),
  })
} catch (error) {
  printReason(error)
  process.exit(1)
}
