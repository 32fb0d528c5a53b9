import { randomUUID } from 'node:crypto'
import { type Ask, askFor } from './ask'
import type { City, Place, Resident } from './city'
import { type Fields, hiddenFields, multipart } from './forms'

/** What people do on the pages of the city's tasks. */
export type Visitors = Awaited<ReturnType<typeof visitorsOf>>

export const pageOf = ({ code }: Place) => `/zadania/${code}`

/** Reads the forms of the busiest task's page once; each visitor fills in a copy. */
export async function visitorsOf(ask: Ask, port: number, { busiest }: City) {
  const html = (await askFor(200, ask, { path: pageOf(busiest) })).body.toString()
  const commentForm = hiddenFields(html, 'textarea', 'body')
  const voteForm = hiddenFields(html, 'button', 'choice')
  let posted = 0
  // Each visitor has read the page at another time, so each has a form of their own; and nobody says the same twice.
  const comment = (body: string, place: Place): Fields => ({ ...commentForm, threadId: place.threadId, _from: pageOf(place), formKey: randomUUID(), body: `${body} (${++posted})` })
  const ballot = (choice: string, place: Place): Fields => ({ ...voteForm, questionId: place.questionId, _from: pageOf(place), choice })

  const send = (status: number, { cookie }: Resident, place: Place, fields: [string, string][], headers = {}) => {
    const form = multipart(fields)
    return askFor(status, ask, { method: 'POST', path: pageOf(place), headers: { ...form.headers, ...headers, Cookie: cookie, Origin: `http://localhost:${port}` }, body: form.body })
  }
  /** As a browser without JavaScript sends a form. */
  const plainly = (resident: Resident, place: Place, fields: Fields) => send(303, resident, place, Object.entries(fields))
  /**
   * As React sends it: the action in a header, its two arguments (form state, form) in the body.
   * @returns the address that the browser is told to show
   */
  async function byScript(resident: Resident, place: Place, fields: Fields): Promise<string> {
    const seen = Object.entries({ ...fields, _stay: '1' }).filter(([name]) => !name.startsWith('$ACTION'))
    const sent = [...seen.map(([name, value]): [string, string] => [`1_${name}`, value]), ['0', '[{},"$K1"]'] satisfies [string, string]]
    const answer = (await send(200, resident, place, sent, { Accept: 'text/x-component', 'Next-Action': actionOf(fields) })).body.toString()
    const done = /"done":"([^"]+)"/.exec(answer)?.[1]
    if (!done) throw new Error(`${pageOf(place)} refused a form: ${answer.slice(0, 500)}`)
    return done
  }
  return {
    read: (path: string) => askFor(200, ask, { path }),
    post: (resident: Resident, body: string, place = busiest) => byScript(resident, place, comment(body, place)),
    vote: (resident: Resident, choice: string, place = busiest) => byScript(resident, place, ballot(choice, place)),
    postWithoutScript: (resident: Resident, body: string) => plainly(resident, busiest, comment(body, busiest)),
    voteWithoutScript: (resident: Resident, choice: string) => plainly(resident, busiest, ballot(choice, busiest)),
  }
}

/** The name that a form's action goes by, told where React tells it to browsers without JavaScript. */
function actionOf(fields: Fields): string {
  const named = Object.entries(fields).find(([name]) => /^\$ACTION_\d+:0$/.test(name))
  if (!named) throw new Error('The form has no action.')
  return (JSON.parse(named[1]) as { id: string }).id
}
