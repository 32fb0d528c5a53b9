// How fast the site is on data of a realistic size, beside the bare limits of Node and PostgreSQL.
import { fileURLToPath } from 'node:url'
import { printReason } from '../scripts/cannot-start.mjs'
import { installPackages, refuseOldNode } from '../scripts/install.mjs'

// Files are named from where the operator stands.
const from = process.env.INIT_CWD ?? process.cwd()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
try {
  refuseOldNode()
  await installPackages()
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import('./bench.ts')
  await main(process.argv.slice(2), from)
} catch (error) {
  printReason(error)
  process.exit(1)
}
