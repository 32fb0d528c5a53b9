import { describe, expect, test } from 'vitest'
import { readForm } from './form-body'

const boundary = '----glos'
const head = `--${boundary}\r\ncontent-disposition: form-data; name="description"\r\n\r\nList poparcia\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
const tail = `\r\n--${boundary}--\r\n`
const bytes = (text: string) => new TextEncoder().encode(text)

/** A form that comes in parts, with a rest between them; a null is a sender who never goes on. */
function sent(parts: (string | Uint8Array | null)[], type = `multipart/form-data; boundary=${boundary}`) {
  let [at, pulled] = [0, 0]
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const part = parts[at++]
      if (part === null) return new Promise(() => {})
      if (part === undefined) return controller.close()
      pulled++
      controller.enqueue(typeof part === 'string' ? bytes(part) : part)
    },
  }, { highWaterMark: 0 })
  return { request: new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' } as RequestInit), pulled: () => pulled }
}
const soon = { bytes: 1000, seconds: 5 }

describe('A34: a form is heard only so long', () => {
  test('A34: whole, it is whole', async () => {
    const read = (await readForm(sent([head, '%PDF', tail]).request, soon))!
    expect([read.cut, read.fields.get('description'), await (read.fields.get('file') as File).text()]).toEqual([null, 'List poparcia', '%PDF'])
  })
  test('A34: too large, it is cut off where it must be, whatever its header says, and the words before the file are kept', async () => {
    const { request } = sent([head, ...Array.from({ length: 50 }, () => new Uint8Array(100)), tail])
    request.headers.set('content-length', '12')
    const read = (await readForm(request, soon))!
    expect([read.cut, read.fields.get('description'), (read.fields.get('file') as File).size < 1000]).toEqual(['too-large', 'List poparcia', true])
  })
  test('A34: what has no end is heard for a while, then no more', async () => {
    const part = new Uint8Array(1024 * 1024)
    const { request, pulled } = sent([head, ...Array.from({ length: 500 }, () => part)])
    expect((await readForm(request, soon))!.cut).toBe('too-large')
    expect(pulled()).toBeLessThan(70)
  })
  test('A34: too slow, it ends at its time', async () => {
    const began = performance.now()
    const read = (await readForm(sent([head, '%PDF', null]).request, { bytes: 1000, seconds: 0.2 }))!
    expect([read.cut, read.fields.get('description')]).toEqual(['too-slow', 'List poparcia'])
    expect(performance.now() - began).toBeLessThan(2000)
  })
  test('A34: what is no form is none', async () => {
    for (const [parts, type] of [[['xx'], undefined], [['xx'], 'multipart/form-data'], [[], undefined], [[head.slice(0, 40)], undefined]] as const) expect(await readForm(sent([...parts], type).request, soon)).toBeNull()
    expect((await readForm(sent(['a=1&b=%C5%82'], 'application/x-www-form-urlencoded').request, soon))!.fields.get('b')).toBe('ł')
  })
})
