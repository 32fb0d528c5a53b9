import { spawn } from 'node:child_process'

/** @typedef {{ name: string, failed: boolean }} Step */

/**
 * Runs one step of a check, shows what it writes, and says how it went.
 * @param {string} name
 * @param {() => Promise<unknown>} work fails by throwing
 * @returns {Promise<Step>}
 */
export async function step(name, work) {
  console.log(`\n── ${name}`)
  const began = performance.now()
  let failed = false
  try {
    await work()
  } catch (error) {
    failed = true
    console.error(error instanceof Error ? error.message : error)
  }
  console.log(`── ${name}: ${failed ? 'FAILED' : 'good'}, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return { name, failed }
}

/**
 * Runs a tool of the project to its end, its output shown.
 * @param {string} name as in node_modules/.bin
 * @param {string[]} args
 * @throws {Error} when it fails
 */
export function tool(name, args) {
  const windows = process.platform === 'win32'
  const child = spawn(`node_modules/.bin/${name}${windows ? '.cmd' : ''}`, args, { stdio: ['ignore', 'inherit', 'inherit'], shell: windows })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`${name} ended with ${code}.`))))
  })
}
