import { printReason } from './cannot-start.mjs'

type Stop = () => unknown

const running = new Set<Stop>()
let ending: Promise<never> | undefined

/**
 * Remembers how to stop something that was started.
 * @returns a function that forgets it again
 */
export function whenEnding(stop: Stop): () => void {
  running.add(stop)
  return () => running.delete(stop)
}

/** Stops everything, the last started first, and ends the process. A second call waits for the first. */
export function endWith(code: number): Promise<never> {
  ending ??= (async () => {
    for (const stop of [...running].toReversed()) {
      try {
        await stop()
      } catch (error) {
        printReason(error)
      }
    }
    process.exit(code)
  })()
  return ending
}

/** Whether the process is on its way out; what fails then was stopped by us. */
export const isEnding = () => ending !== undefined

let listening = false

/** Lets Ctrl+C, `kill` and a closed terminal stop everything, and an unforeseen error too. Once a process: who calls later finds it done. */
export function endOnSignals({ code }: { code: number }) {
  if (listening) return
  listening = true
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void endWith(code))
  process.on('uncaughtException', (error) => {
    printReason(error)
    void endWith(1)
  })
  endWithNpm(code)
  // A terminal or pipe that has gone must not keep us from stopping the rest.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/** npm does not always pass a signal on before it ends: so we end when our parent, where that is npm, is gone. */
function endWithNpm(code: number) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid === parent || void endWith(code), 500).unref()
}
