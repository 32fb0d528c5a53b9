// From a fresh clone to a running site. Plain JavaScript: what it needs may not be installed yet.
import { fileURLToPath } from 'node:url'
import { CannotStart, printReason } from './cannot-start.mjs'
import { installPackages, refuseOldNode } from './install.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const mode = process.argv[2] ?? 'start'
try {
  refuseOldNode()
  if (!['start', 'dev', 'demo'].includes(mode)) throw new CannotStart(`There is no "${mode}", only start, dev and demo.`)
  await installPackages({ port: Number(process.env.PORT || 3000), development: mode === 'dev' })
  const { register } = await import('tsx/esm/api')
  register()
  const { serve } = await import('./serve.ts')
  await serve(mode)
} catch (error) {
  printReason(error)
  process.exit(1)
}
