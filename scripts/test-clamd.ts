import { createServer, type AddressInfo } from 'node:net'
import { eicar } from '../lib/sample-files'

/** How it answers: by what it was sent, or in none of the ways that one would like. */
export type Mood = 'honest' | 'error' | 'hangs-up' | 'nonsense'

/** For tests: speaks clamd's INSTREAM on a free port of this machine. It knows one virus. */
export async function startTestClamd() {
  const scanner = { mood: 'honest' as Mood, asked: 0, host: '', stop: () => undefined as void }
  const server = createServer((socket) => {
    let sent = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('data', (part: Buffer) => {
      sent = Buffer.concat([sent, part])
      const file = fileIn(sent)
      if (!file) return
      scanner.asked++
      if (scanner.mood === 'hangs-up') return void socket.destroy()
      const answers = { honest: file.includes(eicar) ? 'stream: Eicar-Signature FOUND' : 'stream: OK', error: 'INSTREAM size limit exceeded. ERROR', nonsense: 'stream: OK FOUND ERROR' }
      socket.end(`${answers[scanner.mood]}\0`)
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  scanner.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  scanner.stop = () => void server.close()
  return scanner
}

/** The file's bytes, once its last, empty part has come. */
function fileIn(sent: Buffer): Buffer | null {
  const command = 'zINSTREAM\0'
  if (sent.subarray(0, command.length).toString('latin1') !== command) return null
  const parts: Buffer[] = []
  for (let at = command.length; at + 4 <= sent.length; ) {
    const length = sent.readUInt32BE(at)
    if (!length) return Buffer.concat(parts)
    parts.push(sent.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
