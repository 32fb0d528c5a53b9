import { randomUUID } from 'node:crypto'
import { type Ask, askFor } from './ask'
import type { Resident } from './city'
import { hiddenFields, multipart } from './forms'

/** What browsers without JavaScript do on the page of a task. */
export type Visitors = Awaited<ReturnType<typeof visitorsOf>>

let posted = 0

/** Everybody has a connection of their own: from one network so many would be refused. */
const homeOf = (id: string) => `10.${[0, 2, 4].map((from) => parseInt(id.slice(-6).slice(from, from + 2), 16)).join('.')}`

/** Reads the page's forms once, as every visitor finds them. */
export async function visitorsOf(ask: Ask, port: number, code: string) {
  const path = `/zadania/${code}`
  const html = (await askFor(200, ask, { path })).body.toString()
  const commentForm = hiddenFields(html, 'textarea', 'body')
  const voteForm = hiddenFields(html, 'button', 'choice')

  const send = ({ id, cookie }: Resident, fields: Record<string, string>) => {
    const { headers, body } = multipart(fields)
    return askFor(303, ask, { method: 'POST', path, headers: { ...headers, 'X-Forwarded-For': homeOf(id), Cookie: cookie, Origin: `http://localhost:${port}` }, body })
  }
  return {
    path,
    read: (path: string) => askFor(200, ask, { path }),
    // Each visitor has read the page at another time, so each has a form of their own; and nobody says the same twice.
    post: (resident: Resident, body: string) => send(resident, { ...commentForm, formKey: randomUUID(), body: `${body} (${++posted})` }),
    vote: (resident: Resident, choice: string) => send(resident, { ...voteForm, choice }),
  }
}
