import { withDatabase } from './database'

const usage = 'Usage: npm run retention [-- --dry-run]'

/**
 * Applies the rules of lib/privacy/retention/rules.ts now, as the running site does each hour, or only says what is due.
 * @returns the exit code: 0 done, 2 called wrongly
 */
export async function main(args: readonly string[]): Promise<number> {
  const [first, ...more] = args
  if (more.length || (first && first !== '--dry-run')) {
    console.error(usage)
    return 2
  }
  return withDatabase(async () => {
    const { applyRetention } = await import('../lib/privacy/retention/job')
    const { retention } = await import('../lib/privacy/retention/rules')
    const dryRun = first === '--dry-run'
    const applied = await applyRetention({ dryRun })
    for (const [name, rows] of Object.entries(applied)) console.log(`${name}: ${rows} ${dryRun ? 'due to be' : ''} ${retention[name as keyof typeof applied].then}`.replace(/ +/g, ' '))
    if (dryRun) console.log('Nothing was changed.')
    return 0
  })
}
