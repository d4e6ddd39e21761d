import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { parseJson } from '../../qovery/json'
import { createTestSandbox } from './test-sandbox'

let sandbox: ReturnType<typeof createTestSandbox>
beforeEach(() => {
  sandbox = createTestSandbox()
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(sandbox.close(), { recursive: true })
})

const isListed = async (key: string) =>
  (await sandbox.list()).some((secret) => secret['key'] === key)

test.each([401, 403, 404, 409, 429, 500])(
  'SANDBOX_%i answers so and creates nothing',
  async (status) => {
    const key = `SANDBOX_${status}`
    const answer = await sandbox.alias(key)
    expect([answer.status, answer.json['status']]).toEqual([status, status])
    expect(await isListed(key)).toBe(false)
  },
)

test('SANDBOX_409 names a secret that no list shows', async () => {
  const { json } = await sandbox.alias('SANDBOX_409')
  expect(json['existing_variable']).toMatchObject({ key: 'SANDBOX_409', scope: 'ENVIRONMENT' })
})

test('SANDBOX_429 says how long to wait, once for each submission', async () => {
  const submission = { idempotencyKey: randomUUID() }
  const first = await sandbox.alias('SANDBOX_429', submission)
  expect(first.headers).toEqual({
    'retry-after': '5',
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': '5',
  })
  expect((await sandbox.alias('SANDBOX_429', submission)).status).toBe(201)
  expect((await sandbox.alias('SANDBOX_429', submission)).headers).toEqual({
    'idempotency-replayed': 'true',
  })
})

test('SANDBOX_429 is over for a submission however many others never came back', async () => {
  for (let count = 0; count < 1001; count += 1) {
    await sandbox.alias('SANDBOX_429', { idempotencyKey: randomUUID() })
  }
  const submission = { idempotencyKey: randomUUID() }
  expect((await sandbox.alias('SANDBOX_429', submission)).status).toBe(429)
  expect((await sandbox.alias('SANDBOX_429', submission)).status).toBe(201)
})

test('SANDBOX_CUT creates, then drops the connection; asked again it answers', async () => {
  const submission = { idempotencyKey: randomUUID() }
  expect((await sandbox.alias('SANDBOX_CUT', submission)).cut).toBe(true)
  expect(await isListed('SANDBOX_CUT')).toBe(true)
  const again = await sandbox.alias('SANDBOX_CUT', submission)
  expect([again.status, again.cut, again.json['key']]).toEqual([201, undefined, 'SANDBOX_CUT'])
})

test('SANDBOX_GARBAGE creates, then answers nonsense; asked again it makes sense', async () => {
  const submission = { idempotencyKey: randomUUID() }
  const { status, body } = await sandbox.alias('SANDBOX_GARBAGE', submission)
  expect([status, parseJson(body ?? '')]).toEqual([201, undefined])
  expect(await isListed('SANDBOX_GARBAGE')).toBe(true)
  expect((await sandbox.alias('SANDBOX_GARBAGE', submission)).json['key']).toBe('SANDBOX_GARBAGE')
})

test('SANDBOX_SLOW creates at once and answers after 40 s', async () => {
  vi.useFakeTimers()
  let status: number | undefined
  void sandbox.alias('SANDBOX_SLOW').then((answer) => (status = answer.status))
  await vi.advanceTimersByTimeAsync(39_999)
  expect(await isListed('SANDBOX_SLOW')).toBe(true)
  expect(status).toBeUndefined()
  await vi.advanceTimersByTimeAsync(1)
  expect(status).toBe(201)
})

test('a name of an object’s own is no sentinel', async () => {
  expect((await sandbox.alias('constructor')).json['key']).toBe('constructor')
})
