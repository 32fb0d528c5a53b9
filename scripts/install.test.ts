import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isInstalled } from './install.mjs'
import { temporaryFolder } from './temporary-folder'

const lock = {
  '': {},
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/for-others': { version: '1.0.0', integrity: 'sha512-o', optional: true },
  'node_modules/tool': { version: '1.0.0', integrity: 'sha512-t', dev: true },
}
const { 'node_modules/tool': tool, ...withoutTool } = lock

it.each([
  { holds: 'all', present: lock, site: true, tools: true },
  { holds: 'all but the tools', present: withoutTool, site: true, tools: false },
  { holds: 'nothing', present: undefined, site: false, tools: false },
  { holds: 'another version', present: { ...lock, 'node_modules/a': { version: '1.0.1', integrity: 'sha512-b' } }, site: false, tools: false },
  { holds: 'less', present: { 'node_modules/tool': tool }, site: false, tools: false },
])('node_modules with $holds', ({ present, site, tools }) => {
  const { path: root, remove } = temporaryFolder('install')
  onTestFinished(remove)
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: lock }))
  mkdirSync(join(root, 'node_modules'))
  if (present) writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }))
  expect(isInstalled(root, { development: false })).toBe(site)
  expect(isInstalled(root, { development: true })).toBe(tools)
})
