import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nested, textFields } from './form-values'

test('names with dots become rows, gaps close, order is by number', () => {
  expect(nested({ title: 't', 'costs.10.kind': 'b', 'costs.2.kind': 'a', 'costs.2.unit': 'szt.' })).toEqual({ title: 't', costs: [{ kind: 'a', unit: 'szt.' }, { kind: 'b' }] })
})

test('A16: names that mean something to JavaScript mean nothing here', () => {
  const made = nested({ '__proto__.role': 'admin', 'constructor.prototype.role': 'admin', a: '1' })
  expect(({} as { role?: string }).role).toBeUndefined()
  expect((made as { role?: string }).role).toBeUndefined()
})

test('A16, A17: never throws, whatever the names', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.string()), (fields) => typeof nested(fields) === 'object'))
})

test('what React and the form itself send along is left out', () => {
  const form = new FormData()
  form.set('$ACTION_ID', 'x')
  form.set('_from', '/')
  form.set('body', 'b')
  form.set('file', new Blob(['x']))
  expect(textFields(form)).toEqual({ body: 'b' })
})
