// Types, lint, unit and database tests.
import { fileURLToPath } from 'node:url'
import { printReason } from './cannot-start.mjs'
import { close, runChecks } from './checks.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
try {
  close(await runChecks())
} catch (error) {
  printReason(error)
  process.exit(1)
}
