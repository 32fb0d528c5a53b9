// Runs a command of an installation's operator: `npm run strategy -- …`, `npm run role -- …`. Works whether the site runs or not.
import { fileURLToPath } from 'node:url'
import { printReason } from './cannot-start.mjs'
import { installPackages, refuseOldNode } from './install.mjs'

// Files are named from where the operator stands.
const from = process.env.INIT_CWD ?? process.cwd()
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const [name, ...args] = process.argv.slice(2)
try {
  refuseOldNode()
  await installPackages()
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import(`./${name}.ts`)
  process.exit(await main(args, from))
} catch (error) {
  printReason(error)
  process.exit(1)
}
