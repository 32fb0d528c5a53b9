import { readFileSync, rmSync } from 'node:fs'
import { withSteps } from './checks.mjs'
import { findChromium } from './chromium.mjs'
import { step, tool } from './steps.mjs'

const report = 'test-results/playwright.json'

/**
 * Builds the site and runs the journeys of e2e/ on it.
 * @returns {Promise<import('./checks.mjs').Count>}
 */
export async function runBrowserTests() {
  const steps = [
    await step('Build', async () => {
      const { register } = await import('tsx/esm/api')
      register()
      const { buildWhereChanged } = await import('./build.ts')
      await buildWhereChanged()
    }),
    await step('Browser', async () => {
      process.env.PLAYWRIGHT_CHROMIUM = await findChromium()
      console.log(process.env.PLAYWRIGHT_CHROMIUM)
    }),
  ]
  if (steps.some(({ failed }) => failed)) return withSteps({ passed: 0, failed: 0, skipped: 0 }, steps)
  rmSync(report, { force: true })
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = report
  const tests = await step('Browser tests', () => tool('playwright', ['test', '--reporter=list,json']))
  return withSteps(playwrightCount(), [tests])
}

/** @returns {import('./checks.mjs').Count} */
function playwrightCount() {
  try {
    const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(report, 'utf8')).stats
    return { passed: expected, failed: unexpected + flaky, skipped }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}
