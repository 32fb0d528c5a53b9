import { withDatabase } from './database'

const usage = 'Usage: npm run role -- EMAIL moderator|official|coordinator|admin [--take]'

/**
 * Gives someone a role, or takes it back. They must have signed in once.
 * @returns the exit code: 0 done, 1 refused, 2 called wrongly
 */
export async function main(args: readonly string[]): Promise<number> {
  const take = args.includes('--take')
  const [email, role, ...more] = args.filter((arg) => arg !== '--take')
  if (!email || !role || more.length) {
    console.error(usage)
    return 2
  }
  return withDatabase(async () => {
    const { giveRole, takeRole } = await import('../lib/accounts/commands')
    const { systemPerson } = await import('../lib/accounts/people')
    const { Refusal } = await import('../lib/refusal')
    try {
      await (take ? takeRole : giveRole)(await systemPerson(), { email, role })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      console.error(error.kind === 'missing' ? `Nobody has signed in as ${email} yet on this database. (The demo's data are in .data/demo: DATA_DIR=.data/demo npm run role -- …)` : `${role} is not a role that can be given. ${usage}`)
      return 1
    }
    console.log(take ? `${email} is no longer ${role}.` : `${email} is ${role} now.`)
    return 0
  })
}
