import { expect, test } from 'vitest'
import { endOnSignals } from './shutdown'

test('a process that uses the database often listens for its end once', () => {
  const listeners = () => [...(['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException'] as const).map((name) => process.listenerCount(name)), process.stdout.listenerCount('error'), process.stderr.listenerCount('error')]
  const before = listeners()
  for (let n = 0; n < 12; n++) endOnSignals({ code: 0 })
  expect(listeners()).toEqual(before.map((count) => count + 1))
})
