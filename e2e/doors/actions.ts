import { readFileSync } from 'node:fs'
import { addresses } from '../../lib/addresses'
import { ask, type Answer } from './asking'
import type { Session } from './roles'

type Manifest = { node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }> }

/** A server action as the build knows it: under which id, and on which page it is. */
export type Action = { name: string; id: string; page: string }

const folders = new Map<string, string>(Object.values(addresses).flatMap(({ lives, folder, pl }) => [[`app/${lives}/[language]${folder.replace(/:(\w+)/g, '[$1]')}/page`, pl] as const]))

/** Every server action of the build, by what the manifest says. */
export const actions = (): Action[] =>
  Object.entries((JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest).node)
    .filter(([, { filename }]) => filename.startsWith('lib/'))
    .map(([id, { exportedName, workers }]) => ({ id, name: exportedName, page: Object.keys(workers).map((worker) => folders.get(worker)).find((path) => path !== undefined)?.replace(/:\w+/g, 'x') ?? '/' }))

/** A field of a form: its name and what is typed there, or a file. */
export type Field = readonly [string, string | { fileName: string; base64: string }]

const boundary = 'glosboundary'
const partOf = ([name, value]: Field) => {
  const head = (more: string) => Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`)
  return typeof value === 'string' ? [head(''), Buffer.from(value)] : [head(`; filename="${value.fileName}"\r\ncontent-type: application/octet-stream`), Buffer.from(value.base64, 'base64')]
}
export const multipart = (fields: readonly Field[]) => ({
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  body: Buffer.concat([...fields.flatMap((field) => [...partOf(field), Buffer.from('\r\n')]), Buffer.from(`--${boundary}--\r\n`)]),
})

const ofTheForm = (page: string): Field[] => [['_language', 'pl'], ['_from', page]]

/** Calls an action as React's client does: previous state and form, by its id in a header. */
export const callAction = (site: string, { id, page }: Action, fields: readonly Field[], { session, headers = {}, at = page }: { session?: Session | null | undefined; headers?: Record<string, string>; at?: string } = {}) => {
  const form = [...ofTheForm(page), ['_stay', '1'] as const, ...fields]
  const { headers: kind, body } = multipart([...form.map(([name, value]) => [`_1_${name}`, value] as const), ['0', '["$undefined","$K1"]']])
  return ask(site, at, { session: session ?? undefined, method: 'POST', body, headers: { ...kind, origin: site, accept: 'text/x-component', 'next-action': id, ...headers } })
}

/** Posts a form as a browser without JavaScript does. */
export const postForm = (site: string, { id, page }: Action, fields: readonly Field[], { session, headers = {} }: { session?: Session | null | undefined; headers?: Record<string, string> } = {}) => {
  const { headers: kind, body } = multipart([['$ACTION_REF_1', ''], ['$ACTION_1:0', JSON.stringify({ id, bound: '$@1' })], ['$ACTION_1:1', '[{}]'], ['$ACTION_KEY', 'k'], ...ofTheForm(page), ...fields])
  return ask(site, page, { session: session ?? undefined, method: 'POST', body, headers: { ...kind, origin: site, ...headers } })
}

/** What became of an action: done, refused with words, or led to signing in; 307 is said by the page that the form stood on. */
export function becameOf({ status, location, headers, body }: Answer): 'done' | 'refused' | 'sign in' | `${number}` {
  const next = (headers['x-action-redirect'] as string | undefined) ?? (location || /^1:\{"done":"([^"]+)"/m.exec(body)?.[1])
  if (next && status !== 307) return /^\/(logowanie|en\/sign-in)(\?|;|$)/.test(next) ? 'sign in' : 'done'
  return status === 200 && /"message":"/.test(body) ? 'refused' : `${status}`
}

/** Posts a form to a route, as the page's script does. */
export const postTo = (site: string, route: string, fields: readonly Field[], session: Session | null | undefined) => {
  const { headers, body } = multipart([...ofTheForm('/konto'), ...fields])
  return ask(site, route, { session: session ?? undefined, method: 'POST', body, headers: { ...headers, origin: site, accept: 'application/json' } })
}

/** What became of it: the same, and by its status. */
export function becameAt({ status, body }: Answer): 'done' | 'refused' | 'sign in' | `${number}` {
  const next = /"done":"([^"]+)"/.exec(body)?.[1]
  if (status === 200 && next) return next.startsWith('/logowanie?') ? 'sign in' : 'done'
  return [403, 404].includes(status) && /"message":"/.test(body) ? 'refused' : `${status}`
}
