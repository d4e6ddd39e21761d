import { expect, test } from 'vitest'
import { ApiError } from './errors'

test.each([
  [{ kind: 'network', sent: true }, 'network'],
  [{ kind: 'timeout', sent: true }, 'timeout'],
  [{ kind: 'http', sent: true, status: 409 }, 'http 409'],
  [{ kind: 'decode', sent: true, status: 201 }, 'decode 201'],
] as const)('%j is an Error whose message is its kind and status: %s', (fields, message) => {
  const error = new ApiError(fields)
  expect(error).toBeInstanceOf(Error)
  expect(error.name).toBe('ApiError')
  expect(error.message).toBe(message)
  expect(error).toMatchObject(fields)
})

test('the server’s words stand in their field, and not in the message that logs repeat', () => {
  const error = new ApiError({ kind: 'http', sent: true, status: 400, detail: 'no such KEY' })
  expect(error.detail).toBe('no such KEY')
  expect(`${error.message}\n${error.stack}`).not.toContain('KEY')
})
