import { makeCheckpoint } from './checkpoint'
import { sealEvents } from './sealing'

const everySeconds = 5

/** Seals what has happened every few seconds, and makes the day's checkpoint where it is missing. Called once by the server. */
export async function keepTheLedger(): Promise<void> {
  const work = async () => {
    try {
      await sealEvents()
      await makeCheckpoint()
    } catch (error) {
      console.error(`The ledger could not be continued; trying again in ${everySeconds} seconds.`, error)
    }
    setTimeout(() => void work(), everySeconds * 1000).unref()
  }
  void work()
}
