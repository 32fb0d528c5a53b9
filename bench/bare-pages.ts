import type { AddressInfo } from 'node:net'
import { start } from '../scripts/run'
import { type Answer, type Ask, asker } from './ask'

/** Node adds these by itself. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive'])

/** Starts a server that only knows these answers, in a process of its own. */
export async function startBareServer(answers: Record<string, Answer>): Promise<Ask> {
  const server = start(process.execPath, ['bench/bare-server.mjs'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const listening = new Promise<AddressInfo>((resolve, reject) => {
    server.once('message', (address) => resolve(address as AddressInfo))
    server.once('error', reject).once('exit', () => reject(new Error('The bare server did not start.')))
  })
  server.send(Object.fromEntries(Object.entries(answers).map(([path, answer]) => [path, { headers: headersOf(answer), body: answer.body.toString('base64') }])))
  return asker((await listening).port)
}

const headersOf = ({ headers }: Answer) => Object.fromEntries(Object.entries(headers).filter(([name]) => !ownHeaders.has(name)))
