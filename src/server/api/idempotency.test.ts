import { expect, test } from 'vitest'
import { noParams } from '../../qovery/all-routes'
import { createAnswerMemory } from './answer-memory'
import type { Answer, Call } from '../http/backend'
import { answeringOnce, isDefinitive } from './idempotency'

const call: Call = {
  operation: 'createProjectSecretAlias',
  params: { ...noParams, projectId: 'p', secretId: 's' },
  body: '{"key":"A"}',
  authorization: 'Token a',
  idempotencyKey: 'k',
}

/** A backend that gives its answers one after the other and counts the calls that reach it. */
const backendOf = (...answers: (Answer | Promise<Answer>)[]) => {
  const calls: Call[] = []
  const backend = answeringOnce(createAnswerMemory(), async (received) => {
    calls.push(received)
    return answers[calls.length - 1] ?? { status: 599, body: null }
  })
  return { backend, calls }
}

test.each([200, 201, 204, 400, 404, 409, 413, 422])('the first %i is repeated', async (status) => {
  const { backend, calls } = backendOf({ status, body: 'first', headers: { 'x-request-id': 'r' } })
  await backend(call)
  expect(await backend(call)).toEqual({
    status,
    body: 'first',
    headers: { 'x-request-id': 'r', 'idempotency-replayed': 'true' },
  })
  expect(calls).toHaveLength(1)
})

test.each([401, 403, 408, 429, 500, 502, 503, 504])(
  'a %i settles nothing, so the next try goes through',
  async (status) => {
    const { backend } = backendOf({ status, body: null }, { status: 201, body: 'second' })
    await backend(call)
    expect(await backend(call)).toEqual({ status: 201, body: 'second' })
  },
)

test('3xx and 1xx are nothing to be repeated', () => {
  expect([101, 199, 300, 302, 399].filter(isDefinitive)).toEqual([])
})

test.each([
  ['body', { body: '{"key":"B"}' }],
  ['secret', { params: { ...call.params, secretId: 't' } }],
  ['caller', { authorization: 'Token b' }],
])('the same key with another %s is refused', async (_, change) => {
  const { backend, calls } = backendOf({ status: 201, body: 'first' })
  await backend(call)
  expect(await backend({ ...call, ...change })).toMatchObject({
    status: 422,
    headers: { 'x-console-sent': 'no' },
  })
  expect(calls).toHaveLength(1)
})

test.each([201, 502])('a second one waits for the first and shares its %i', async (status) => {
  let settle: ((answer: Answer) => void) | undefined
  const first = new Promise<Answer>((resolve) => {
    settle = resolve
  })
  const { backend, calls } = backendOf(first)
  const both = [backend(call), backend(call)]
  settle?.({ status, body: 'shared' })
  expect(await Promise.all(both)).toEqual([
    { status, body: 'shared' },
    { status, body: 'shared', headers: { 'idempotency-replayed': 'true' } },
  ])
  expect(calls).toHaveLength(1)
})

test('a backend that fails does not block its key', async () => {
  const { backend } = backendOf(Promise.reject(new Error('crash')), { status: 201, body: 'second' })
  await expect(backend(call)).rejects.toThrow('crash')
  expect(await backend(call)).toEqual({ status: 201, body: 'second' })
})

test('calls without a key are all made', async () => {
  const { backend, calls } = backendOf({ status: 201, body: null }, { status: 409, body: null })
  const { idempotencyKey: _, ...keyless } = call
  await backend({ ...keyless, idempotencyKey: undefined })
  expect((await backend({ ...keyless, idempotencyKey: undefined })).status).toBe(409)
  expect(calls).toHaveLength(2)
})
