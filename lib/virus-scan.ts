import { connect } from 'node:net'
import { env } from './env'

/** Whether this installation has a scanner at all. */
export const hasScanner = (): boolean => !!env.clamd

const secondsAtMost = 60
const partBytes = 64 * 1024

/**
 * Asks clamd about a file, by its protocol INSTREAM (man 8 clamd).
 * @throws when it cannot be reached, is too slow, or says anything but yes or no: then nothing is known
 */
export async function scan(bytes: Uint8Array): Promise<'clean' | 'infected'> {
  if (!env.clamd) throw new Error('No scanner is set.')
  const answer = await ask(env.clamd, bytes)
  if (/^stream: OK$/.test(answer)) return 'clean'
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected'
  throw new Error(`clamd says: ${answer.slice(0, 200)}`)
}

function ask({ host, port }: { host: string; port: number }, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port })
    const late = setTimeout(() => socket.destroy(new Error('clamd is too slow.')), secondsAtMost * 1000)
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      answer += part
      if (answer.length > 10_000) socket.destroy(new Error('clamd says too much.'))
    })
    socket.on('error', reject)
    socket.on('close', () => {
      clearTimeout(late)
      resolve(answer.replace(/[\0\s]+$/, ''))
    })
    socket.write('zINSTREAM\0')
    for (let from = 0; from < bytes.length; from += partBytes) {
      const part = bytes.subarray(from, from + partBytes)
      socket.write(lengthOf(part))
      socket.write(part)
    }
    socket.write(lengthOf(new Uint8Array()))
  })
}

function lengthOf({ length }: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}
