import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'

export type Question = { method?: 'GET' | 'POST'; path: string; headers?: OutgoingHttpHeaders; body?: Buffer }
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
/** Asks one server of this machine. */
export type Ask = (question: Question) => Promise<Answer>

/** A client whose connections stay open, as many as are asked at once. */
export function asker(port: number): Ask {
  const agent = new Agent({ keepAlive: true })
  const ask: Ask = ({ method = 'GET', path, headers, body }) =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, agent, method, path, headers: { Host: `localhost:${port}`, ...headers }, timeout: 30_000 }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }))
        answer.once('error', reject)
      })
      asked.once('timeout', () => asked.destroy(new Error(`No answer to ${method} ${path} within 30 s.`)))
      // A connection that has long been idle may be closed by the server just when it is used again: as browsers do, on another.
      asked.once('error', (error: NodeJS.ErrnoException) => (asked.reusedSocket && error.code === 'ECONNRESET' ? resolve(ask({ method, path, headers, body })) : reject(error)))
      asked.end(body)
    })
  return ask
}

/** @throws {Error} when the answer has another status: then nothing that was measured means anything */
export async function askFor(status: number, ask: Ask, question: Question): Promise<Answer> {
  const answer = await ask(question)
  if (answer.status === status) return answer
  const said = answer.body.toString().replace(/<(script|style)\b.*?<\/\1>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ').slice(0, 500)
  throw new Error(`${question.method ?? 'GET'} ${question.path} answered ${answer.status}, not ${status}: ${said}`)
}
