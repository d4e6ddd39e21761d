import { expect, test } from 'vitest'
import { ApiError } from '../../qovery/errors'
import { ownsByVariable, type OwnerKind } from '../../qovery/owner'
import { placeError, type TokenHolder } from './place-error'

const placedAt = (status: number | undefined, detail?: string, tokenWorked = false) =>
  placeError(new ApiError({ kind: 'http', sent: true, status, detail }), {
    apiName: 'Qovery',
    tokenWorked,
  })

test.each([
  [400, "You can't create an alias on an alias", 'secret'],
  [400, 'Aliases can only be created to a lower scope', 'secret'],
  [400, 'key must not be empty', 'key'],
  [400, 'description must be at most 255 characters', 'description'],
  [400, 'Bad request', 'form'],
  [400, undefined, 'form'],
  [401, undefined, 'session'],
  [403, undefined, 'form'],
  [404, undefined, 'secret'],
  [405, undefined, 'form'],
  [413, undefined, 'form'],
  [418, undefined, 'form'],
  [429, undefined, 'form'],
  [503, undefined, 'form'],
] as const)('%i "%s" lands on %s and says that nothing was created', (status, detail, expected) => {
  const placed = placedAt(status, detail)
  expect(placed.field).toBe(expected)
  expect(placed.message).toContain('Nothing was created.')
  expect(placed.message).not.toMatch(/undefined|null|\.\./)
})

test('what never left is said so', () => {
  const error = new ApiError({ kind: 'network', sent: false })
  expect(placeError(error, { apiName: 'Qovery', tokenWorked: true }).message).toMatch(
    /^Nothing was sent: .* Nothing was created. Check the connection, then try again.$/,
  )
})

test('why it never left is said as the server says it', () => {
  const detail = 'Nothing was sent: Qovery could not be reached. It has no name here (ENOTFOUND).'
  const error = new ApiError({ kind: 'http', sent: false, status: 502, detail })
  const { field, message } = placeError(error, { apiName: 'Qovery', tokenWorked: true })
  expect([field, message]).toEqual(['form', `Nothing was created. ${detail} Then try again.`])
})

test('a token that worked before is not called wrong', () => {
  expect(placedAt(401, undefined, true).message).toContain('worked before')
  expect(placedAt(401, undefined, false).message).toContain('did not accept the token')
})

test('another token is asked of whoever can give one, and of nobody in the sandbox', () => {
  const error = new ApiError({ kind: 'http', sent: true, status: 401 })
  const placed = (tokenHolder: TokenHolder, tokenWorked = true, ownerKind: OwnerKind = 'project') =>
    placeError(error, { apiName: 'X', tokenWorked, tokenHolder, ownerKind })
  expect(placed('page').message).toContain('Use another token')
  for (const kind of ['project', ...ownsByVariable] as const) {
    for (const worked of [true, false]) {
      const { message } = placed('server', worked, kind)
      expect(message).toContain('Have whoever runs this server give it')
      expect(message).not.toMatch(/Enter|Use /)
    }
    expect(placed('nobody', true, kind)).toEqual({
      field: 'key',
      message:
        'X refused this key on purpose, as Qovery refuses a token. Nothing was created. No token is needed here: choose another key.',
    })
  }
})

test('a policy that forbids the calls of variables alone costs nobody the token', () => {
  const error = new ApiError({ kind: 'http', sent: true, status: 401 })
  const placed = (ownerKind: OwnerKind, tokenWorked = true) =>
    placeError(error, { apiName: 'Qovery', tokenWorked, ownerKind })
  for (const kind of ownsByVariable) {
    expect(placed(kind)).toMatchObject({
      field: 'form',
      message: expect.stringMatching(/calls of variables.*Nothing was created/),
    })
    expect(placed(kind, false).field).toBe('session')
  }
  expect(placed('application').field).toBe('session')
})

test('a page that the console’s own server does not know is not told of a token', () => {
  const error = new ApiError({ kind: 'http', sent: false, status: 401 })
  const { field, message } = placeError(error, { apiName: 'Qovery', tokenWorked: true })
  expect(field).toBe('session')
  expect(message).toMatch(/^Nothing was sent: the console’s server .* start code/)
  expect(message).not.toContain('token')
})
