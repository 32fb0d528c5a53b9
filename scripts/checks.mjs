import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { installPackages, refuseOldNode } from './install.mjs'
import { step, tool } from './steps.mjs'

const report = 'test-results/vitest.json'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * Everything but the browser: types, lint, unit and database tests. All steps run, also after one failed.
 * @returns {Promise<Count>} tests, and a failed step for each of the others that failed
 */
export async function runChecks() {
  refuseOldNode()
  await installPackages({ development: true })
  mkdirSync('test-results', { recursive: true })
  rmSync(report, { force: true })
  const steps = [
    await step('Types', async () => {
      await tool('next', ['typegen'])
      await tool('tsc', ['--noEmit'])
    }),
    await step('Lint', () => tool('oxlint', ['--config', 'oxlint.config.mjs'])),
  ]
  const tests = await step('Unit and database tests', () => tool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]))
  return withSteps(vitestCount(), [...steps, tests])
}

/** @returns {Count} */
function vitestCount() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

/**
 * A step that fails without a failed test (types, or a test file that does not load) counts as one failure.
 * @param {Count} count
 * @param {import('./steps.mjs').Step[]} steps
 * @returns {Count}
 */
export function withSteps(count, steps) {
  const failedSteps = steps.filter(({ failed, name }) => failed && !(name.endsWith('tests') && count.failed > 0)).length
  return { ...count, failed: count.failed + failedSteps }
}

/**
 * The closing line, which .ci/run's reader looks for, and the exit code that belongs to it.
 * @param {Count} count
 */
export function close({ passed, failed, skipped }) {
  console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  process.exit(failed ? 1 : 0)
}
