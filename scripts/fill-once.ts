import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Gives a new database its first content: the strategy where it has none, and for the demo, once, sample voices.
 * DATABASE_URL must be in the environment, for lib/.
 */
export async function fillOnce(dataDir: string, { samples }: { samples: boolean }) {
  const { importBundledStrategy } = await import('../lib/strategy/import-file')
  await importBundledStrategy()
  const done = join(dataDir, 'samples-are-in')
  if (!samples || existsSync(done)) return
  console.log('Filling the demo with sample voices …')
  const { fillWithSamples } = await import('./demo-data')
  await fillWithSamples()
  writeFileSync(done, '')
}
