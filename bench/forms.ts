import { randomBytes } from 'node:crypto'

/** What a form sends by itself. */
export type Fields = Record<string, string>

/**
 * The hidden fields of a page's first form that has a certain field or button: what a browser without JavaScript
 * sends along, React's own fields included.
 * @throws {Error} when the page has no such form
 */
export function hiddenFields(html: string, element: 'textarea' | 'button', name: string): Fields {
  const forms = html.match(/<form\b[^>]*>.*?<\/form>/gs) ?? []
  const form = forms.find((form) => new RegExp(`<${element}\\b[^>]*\\sname="${name}"`).test(form))
  if (!form) throw new Error(`The page has no form with a ${element} called ${name}.`)
  const hidden = [...form.matchAll(/<input\b[^>]*\stype="hidden"[^>]*>/g)].map(([input]) => [attribute(input, 'name'), attribute(input, 'value')])
  return Object.fromEntries(hidden)
}

const attribute = (tag: string, name: string) => decode(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
const named: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" }
const decode = (text: string) => text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, number?: string, name?: string) => (name ? (named[name] ?? whole) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(number))))

/** The body of a form's POST, and the header that goes with it. */
export function multipart(fields: Fields): { headers: { 'Content-Type': string; 'Content-Length': number }; body: Buffer } {
  const boundary = `----bench${randomBytes(12).toString('hex')}`
  const parts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  const body = Buffer.from(`${parts.join('')}--${boundary}--\r\n`)
  return { headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}`, 'Content-Length': body.length }, body }
}
