import { describe, expect, test } from 'vitest'
import { commentSaysValue, describesValue, isSecretField, saysValue } from './says-value'

describe('a line says a value', () => {
  test.each([
    'DB_PASSWORD=hunter2',
    'DB_PASSWORD: hunter2',
    '"DB_PASSWORD": "hunter2",',
    'the DB_PASSWORD is hunter2',
    'password: hunter2',
    'login shop password hunter2',
    'aws ssm put-parameter --name DB_PASSWORD --value hunter2',
    'gh secret set DB_PASSWORD --body hunter2',
    'gh secret set DB_PASSWORD --body="hunter 2"',
    'DB_PASSWORD   hunter2',
    'dbPassword\thunter2',
    'c2VjcmV0MTIz',
    'the password is swordfish',
    'Das Passwort ist swordfish',
    'qovery project env create --key DB_PW -v swordfish',
  ])('%j', (line) => expect(saysValue(line)).toBe(true))

  test.each([
    '',
    'nonsense',
    'Hi all, please create these aliases:',
    'Thanks, Jane',
    'APP_DB=DB_PASSWORD',
    'APP_DB: ${DB_PASSWORD}',
    'DB_PASSWORD: ****',
    // As remarks begin, of which one is in capitals like a name.
    'Note: see below',
    'TODO: later',
    'DB_PASSWORD   DB_OTHER',
    'helm upgrade shop ./chart',
  ])('but not %j', (line) => expect(saysValue(line)).toBe(false))
})

describe('a comment says a value', () => {
  test.each([
    '# DB_PASSWORD: hunter2',
    '# DB_PASSWORD = hunter2',
    '# export STRIPE_KEY="hunter2 x"',
    '// "OLD": "hunter2",',
    '-- password=hunter2',
    '/* DB_PASSWORD=hunter2 */',
    '<!-- DB_PASSWORD: hunter2 -->',
    'A=B # DB_PASSWORD=hunter2',
    'A,B # the password is hunter2',
    'A=B ; PW=swordfish',
    'A=B -- password: swordfish',
    'A=B – password: swordfish',
    'A=B (password: swordfish)',
  ])('%j', (line) => expect(commentSaysValue(line)).toBe(true))

  test.each([
    '# A=B',
    '# Secret: none',
    '# APP_DB: the main database',
    '# of the api, as in the spring',
    '# see: https://wiki/page?a=b',
    '# yaml-language-server: $schema=https://x',
    'A=B # why not',
    'DB_PASSWORD=hunter2',
    'https://host/#a=b',
  ])('but not %j', (line) => expect(commentSaysValue(line)).toBe(false))
})

describe('a description says a value', () => {
  test.each([
    'password: swordfish',
    'pw: swordfish, for the api',
    'user root pass hunter2x',
    'DB_PASSWORD=hunter2x',
    'token=hunter2x',
    'the password is hunter2x',
    'of the api\nlogin root / hunter2x',
    'hunter2x',
  ])('%j', (text) => expect(describesValue(text)).toBe(true))

  test.each([
    '',
    'x'.repeat(256),
    'TEAM: payments',
    'API: v2',
    'JIRA-1234',
    'JIRA: SHOP-1234',
    'used by api2-worker and cron',
    'the password of the shop',
    'Token of the api, rotated 2026-01-05',
    'see https://wiki.example.test/page?a=b',
  ])('but not %j', (text) => expect(describesValue(text)).toBe(false))
})

test('names of fields tell values, and not what refers to a secret', () => {
  const fields = [
    'password',
    'rootPassword',
    'db_password',
    'apiToken',
    'clientSecret',
    'passwd',
    'apiKey',
    'private_key',
  ]
  expect(fields.filter((field) => !isSecretField(field))).toEqual([])
  const others = ['secretName', 'secretKey', 'existingSecret', 'imagePullSecrets', 'secret_aliases']
  expect(others.filter(isSecretField)).toEqual([])
})

test('however long a line is, it is looked at at once', () => {
  for (const piece of ['A=', 'A', ' ', '"', '# ', 'password ', 'A= ', '-']) {
    expect(saysValue(piece.repeat(50_000))).toBeTypeOf('boolean')
    expect(commentSaysValue(piece.repeat(50_000))).toBeTypeOf('boolean')
  }
})
