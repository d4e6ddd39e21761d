import { expect, test } from 'vitest'
import { createStartGuard } from './start-guard'

const hour = 3_600_000
const secret = 'secret-of-the-operator-0123456789'

const start = (set?: string) => {
  const codes: string[] = []
  const clock = { time: 1_795_000_000_000 }
  const guard = createStartGuard({
    secret: set,
    onNextCode: (code) => codes.push(code),
    now: () => clock.time,
  })
  return { ...guard, codes, clock }
}

test('a code opens once, and the next one is told', () => {
  const { code, admit, codes } = start()
  const first = code() ?? ''
  expect(first).toMatch(/^[\w-]{43}$/)
  expect(admit(first)?.pass).toEqual(expect.any(String))
  expect(admit(first)).toBeUndefined()
  expect(codes).toEqual([code()])
  expect(code()).not.toBe(first)
  expect(admit(code() ?? '')?.pass).toEqual(expect.any(String))
})

test.each([
  ['nothing', ''],
  ['another code', 'x'.repeat(43)],
  ['a pass of nobody', `1795000000000.${'x'.repeat(43)}`],
  ['a time alone', '1795000000000.'],
])('%s opens nothing, and uses up no code', (_, given) => {
  const { admit, code, codes } = start()
  const before = code()
  expect(admit(given)).toBeUndefined()
  expect(code()).toBe(before)
  expect(codes).toEqual([])
})

test('a pass opens for twelve hours after its last use, and is renewed by the hour', () => {
  const { code, admit, clock } = start()
  const { pass = '' } = admit(code() ?? '') ?? {}
  clock.time += hour - 1
  expect(admit(pass)).toEqual({})
  clock.time += 12 * hour
  const { pass: renewed = '' } = admit(pass) ?? {}
  expect(renewed).not.toBe(pass)
  clock.time += 1
  expect(admit(pass)).toBeUndefined()
  expect(admit(renewed)).toEqual({})
})

test('a pass with another time is none', () => {
  const { code, admit } = start()
  const { pass = '' } = admit(code() ?? '') ?? {}
  const [made, signature] = pass.split('.')
  expect(admit(`${Number(made) + hour}.${signature}`)).toBeUndefined()
  expect(admit(`0${pass}`)).toBeUndefined()
})

test('the operator’s secret opens as often as it is given, and there is no code', () => {
  const { code, admit, codes } = start(secret)
  expect(code()).toBeUndefined()
  expect(admit(secret)?.pass).toEqual(expect.any(String))
  expect(admit(secret)?.pass).toEqual(expect.any(String))
  expect(admit(`${secret}0`)).toBeUndefined()
  expect(codes).toEqual([])
})

test('servers that share a secret take each other’s passes, and no other server’s', () => {
  const { pass = '' } = start(secret).admit(secret) ?? {}
  expect(pass).not.toContain(secret)
  expect(start(secret).admit(pass)).toEqual({})
  expect(start(`${secret}0`).admit(pass)).toBeUndefined()
  expect(start().admit(pass)).toBeUndefined()
})
